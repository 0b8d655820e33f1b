import * as v from 'valibot';
import { COORDINATE_CHOICES } from '../domain/geo/coordinate-choice.ts';
import type { Project } from '../domain/project/project.ts';
import type { IssueCode } from '../domain/tables/file-report.ts';
import type { PackedGeometry } from './pack-geometry.ts';
import type { PackedText } from './pack-text.ts';

/** What a pack's JSON header says: the project, and where each file's columns lie in the body. */
export interface PackHeader {
  readonly project: Project;
  readonly contents: readonly {
    readonly contentId: string;
    readonly fileName: string;
    readonly format: string;
    readonly rows: number;
    readonly headerAssumed: boolean;
    readonly columns: readonly { readonly name: string; readonly text: PackedText }[];
    readonly geometry: PackedGeometry;
  }[];
}

/** Parses and checks a header; throws a plain-worded Error naming the part that is wrong. */
export function readPackHeader(bytes: Uint8Array): PackHeader {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), refusePrototypes);
  } catch (error) {
    throw new Error('The pack is damaged: its header cannot be read.', { cause: error });
  }
  const result = v.safeParse(headerSchema, json);
  if (!result.success) {
    const issue = result.issues[0];
    throw new Error(
      `The pack is damaged: ${v.getDotPath(issue) ?? 'its header'} is not as expected (${issue.message}).`,
    );
  }
  const header: PackHeader = result.output;
  checkReferences(header);
  return header;
}

function refusePrototypes(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new Error('A header may not hold "__proto__".');
  return value;
}

function checkReferences({ project, contents }: PackHeader): void {
  const known = new Set(contents.map((content) => content.contentId));
  if (known.size !== contents.length)
    throw new Error('The pack is damaged: two of its files have the same name within it.');
  for (const { contentId } of [...project.datasets, ...project.layers]) {
    if (!known.has(contentId))
      throw new Error(`The pack is damaged: the project speaks of "${contentId}", which is not in it.`);
  }
  if (!project.recipes.some((recipe) => recipe.id === project.view.recipeId)) {
    throw new Error('The pack is damaged: the project shows a recipe it does not hold.');
  }
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(0xffffffff));
const text = v.string();
const textOrNull = v.nullable(text);
const optionalText = v.optional(text);

const block = v.strictObject({
  at: count,
  bytes: count,
  items: count,
  as: v.picklist(['bytes', 'u8', 'u16', 'u32', 'i32', 'steps']),
});

const plainText = v.strictObject({ encoding: v.literal('plain'), bytes: block, lengths: block });
const flatText = v.variant('encoding', [
  plainText,
  v.strictObject({ encoding: v.literal('dictionary'), words: plainText, index: block }),
  v.strictObject({ encoding: v.literal('integers'), numbers: block }),
]);
const packedText = v.variant('encoding', [
  ...flatText.options,
  v.strictObject({ encoding: v.literal('halves'), head: flatText, tail: flatText }),
]);

const packedGeometry = v.strictObject({
  points: v.nullable(v.strictObject({ row: block, coordinates: block })),
  lines: v.nullable(v.strictObject({ row: block, lineStarts: block, coordinates: block })),
  polygons: v.nullable(
    v.strictObject({ row: block, polygonStarts: block, ringStarts: block, coordinates: block }),
  ),
});

const source = v.strictObject({
  title: text,
  publisher: textOrNull,
  date: textOrNull,
  licence: textOrNull,
  url: textOrNull,
  attribution: optionalText,
});

const fileIssue = v.strictObject({
  code: v.custom<IssueCode>((value) => typeof value === 'string' && /^[A-Z_]+$/.test(value)),
  outcome: v.picklist(['note', 'repaired', 'left-out', 'refused']),
  message: text,
  count,
  examples: v.array(text),
});

const fileReport = v.strictObject({
  fileName: text,
  bytes: count,
  rowsRead: count,
  rowsUsed: count,
  rowsRepaired: count,
  rowsLeftOut: count,
  issues: v.array(fileIssue),
});

const role = v.picklist(['wards', 'areas', 'coverage', 'shares', 'premises', 'records', 'context', 'table']);
const unit = v.nullable(v.picklist(['premises', 'postcodes', 'households']));
const confidence = v.nullable(v.picklist(['high', 'very-high']));
const shape = v.picklist(['polygons', 'records', 'shares']);
const measure = v.nullable(v.picklist(['percent', 'count']));
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
});

const codeMeanings = v.optional(v.array(v.strictObject({ code: v.number(), meaning: text })));
const whereColumns = v.optional(v.array(v.strictObject({ column: text, values: v.array(text) })));
/** What a layer says of how its column is read, in a suggestion as in a record. */
const columnReading = {
  inverted: v.optional(v.boolean()),
  blankIsZero: v.optional(v.boolean()),
  totalColumn: optionalText,
  operatorColumns: v.optional(v.array(text)),
  codes: codeMeanings,
  where: whereColumns,
};

const suggestion = v.strictObject({
  role,
  roles: columnRoles,
  unit,
  layers: v.array(
    v.strictObject({
      shape,
      technology: text,
      operator: textOrNull,
      confidence,
      column: textOrNull,
      measure,
      atLeast: v.nullable(v.number()),
      ...columnReading,
      definition: optionalText,
      offered: v.optional(v.boolean()),
    }),
  ),
  codeKind: textOrNull,
  layout: optionalText,
  source: v.optional(v.partial(v.omit(source, ['title']))),
  vintage: optionalText,
  lookup: v.optional(v.array(v.strictObject({ column: text, kind: text }))),
  notes: v.optional(v.array(fileIssue)),
  why: text,
  alternatives: v.array(role),
});

const dataset = v.strictObject({
  contentId: text,
  fileName: text,
  format: text,
  role,
  roles: columnRoles,
  unit,
  rows: count,
  columnNames: v.array(text),
  source,
  vintage: optionalText,
  liveList: v.optional(v.strictObject({ contentId: text, column: text })),
  confidential: v.boolean(),
  report: fileReport,
  suggestion: v.optional(suggestion),
  coordinates: v.optional(v.picklist(COORDINATE_CHOICES)),
  supersededBy: optionalText,
});

const extent = v.variant('kind', [
  v.strictObject({ kind: v.literal('assumed') }),
  v.strictObject({ kind: v.literal('all-wards') }),
  v.strictObject({ kind: v.literal('areas'), contentId: text }),
  v.strictObject({ kind: v.literal('everywhere') }),
]);

const layer = v.strictObject({
  id: text,
  key: v.pipe(text, v.regex(/^[A-Za-z0-9_-]+$/)),
  name: text,
  technology: text,
  operator: textOrNull,
  confidence,
  shape,
  contentId: text,
  column: textOrNull,
  measure,
  atLeast: v.optional(v.nullable(v.number())),
  ...columnReading,
  joinColumn: textOrNull,
  definition: text,
  source,
  extent,
  confidential: v.boolean(),
});

const project = v.strictObject({
  name: text,
  fictional: v.boolean(),
  datasets: v.array(dataset),
  layers: v.array(layer),
  recipes: v.array(v.strictObject({ id: text, name: text, text })),
  assumptions: v.array(v.strictObject({ text, source: v.nullable(source) })),
  // A pack is a borough to start from: nobody has planned anything in it yet.
  plans: v.array(v.never()),
  need: v.optional(
    v.strictObject({
      contentId: text,
      codeColumn: text,
      column: text,
      where: v.array(v.strictObject({ column: text, values: v.array(text) })),
      higherMeansMore: v.boolean(),
    }),
  ),
  view: v.strictObject({ recipeId: text }),
});

const headerSchema = v.strictObject({
  project,
  contents: v.array(
    v.strictObject({
      contentId: text,
      fileName: text,
      format: text,
      rows: count,
      headerAssumed: v.boolean(),
      columns: v.array(v.strictObject({ name: text, text: packedText })),
      geometry: packedGeometry,
    }),
  ),
});
