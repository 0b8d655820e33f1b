import * as v from 'valibot';
import { DESIGNATIONS } from '../domain/consents/site-facts.ts';
import { COORDINATE_CHOICES } from '../domain/geo/coordinate-choice.ts';
import { ROLES } from '../domain/project/role.ts';
import type { IssueCode } from '../domain/tables/file-report.ts';
import { count, entries, finite, items, optionalText, text, textOrNull } from './schema-values.ts';

export const sourceSchema = v.strictObject({
  title: text,
  publisher: textOrNull,
  date: textOrNull,
  licence: textOrNull,
  url: textOrNull,
  attribution: optionalText,
});

const issueSchema = v.strictObject({
  code: v.custom<IssueCode>((value) => typeof value === 'string' && /^[A-Z_]{1,40}$/.test(value)),
  outcome: v.picklist(['note', 'repaired', 'left-out', 'refused']),
  message: text,
  count,
  examples: entries(text),
});

export const reportSchema = v.strictObject({
  fileName: text,
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  rowsRead: count,
  rowsUsed: count,
  rowsRepaired: count,
  rowsLeftOut: count,
  issues: entries(issueSchema),
});

const role = v.picklist(ROLES);
const heightsSaid = v.strictObject({
  kind: v.picklist(['surface', 'ground', 'canopy', 'assumed']),
  vintage: textOrNull,
});
const unit = v.nullable(v.picklist(['premises', 'postcodes', 'households']));
export const rowFiltersSchema = entries(v.strictObject({ column: text, values: items(text) }));

const columnRoles = v.strictObject({
  id: optionalText,
  code: optionalText,
  name: optionalText,
  lon: optionalText,
  lat: optionalText,
  easting: optionalText,
  northing: optionalText,
  units: optionalText,
  address: optionalText,
  use: optionalText,
  building: optionalText,
  weight: optionalText,
  terminated: optionalText,
  dimension: optionalText,
  height: optionalText,
  levels: optionalText,
  crown: optionalText,
  class: optionalText,
  surface: optionalText,
  level: optionalText,
  width: optionalText,
  kind: optionalText,
  owner: optionalText,
  street: optionalText,
  from: optionalText,
  until: optionalText,
  shares: optionalText,
  wayleave: optionalText,
  asked: optionalText,
  power: optionalText,
});

/** What a layer says of how its column is read, in a suggestion as in a record. */
export const columnReading = {
  technology: text,
  operator: textOrNull,
  confidence: v.nullable(v.picklist(['high', 'very-high'])),
  shape: v.picklist(['polygons', 'records', 'shares']),
  column: textOrNull,
  measure: v.nullable(v.picklist(['percent', 'count'])),
  inverted: v.optional(v.boolean()),
  blankIsZero: v.optional(v.boolean()),
  totalColumn: optionalText,
  operatorColumns: v.optional(entries(text)),
  codes: v.optional(entries(v.strictObject({ code: finite, meaning: text }))),
  where: v.optional(rowFiltersSchema),
};

const suggestionSchema = v.strictObject({
  role,
  roles: columnRoles,
  unit,
  layers: entries(
    v.strictObject({
      ...columnReading,
      atLeast: v.nullable(finite),
      definition: optionalText,
      offered: v.optional(v.boolean()),
      namedByFile: v.optional(v.boolean()),
    }),
  ),
  codeKind: textOrNull,
  layout: optionalText,
  source: v.optional(v.partial(v.omit(sourceSchema, ['title']))),
  vintage: optionalText,
  lookup: v.optional(items(v.strictObject({ column: text, kind: text }))),
  heights: v.optional(heightsSaid),
  notes: v.optional(entries(issueSchema)),
  why: text,
  alternatives: entries(role),
});

/** One loaded file as the project describes it. */
export const datasetSchema = v.strictObject({
  contentId: text,
  fileName: text,
  format: text,
  role,
  roles: columnRoles,
  unit,
  rows: count,
  columnNames: items(text),
  source: sourceSchema,
  vintage: optionalText,
  liveList: v.optional(v.strictObject({ contentId: text, column: text })),
  confidential: v.boolean(),
  report: reportSchema,
  reportAsRead: v.optional(reportSchema),
  suggestion: v.optional(suggestionSchema),
  coordinates: v.optional(v.picklist(COORDINATE_CHOICES)),
  heights: v.optional(heightsSaid),
  designation: v.optional(v.picklist([...DESIGNATIONS, 'none'])),
  metresPerLevel: v.optional(v.pipe(finite, v.minValue(1), v.maxValue(20))),
  supersededBy: optionalText,
});
