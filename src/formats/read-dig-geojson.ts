import * as v from 'valibot';
import type { DigDesign } from '../domain/dig/dig-design.ts';
import { checkJson } from './check-json.ts';
import { cellsByName, POUNDS_COLUMNS } from './dig-columns.ts';
import { DIG_MEMBER, DIG_VERSION, type DigFeature, digSum } from './dig-geojson.ts';
import { digSchema } from './dig-schema.ts';
import { jsonErrorPlace } from './json-error-place.ts';
import { ProjectRefused } from './project-refused.ts';

/** A design out of a file, and whether it lies in the demo borough. */
export interface DigRead {
  readonly design: DigDesign;
  readonly fictional: boolean;
}

/** Why a file of a design is not taken; nothing of it is. The message says which file, where, why, and what to do. */
export class DigRefused extends Error {
  readonly code: 'NOT_JSON' | 'NOT_A_DIG' | 'NEWER' | 'CHANGED' | 'DAMAGED' | 'TOO_LARGE';
  /** The part at fault ("feature 12", "result.work.spent"); null where it is the whole. */
  readonly place: string | null;

  constructor(code: DigRefused['code'], message: string, place: string | null = null) {
    super(message);
    this.name = 'DigRefused';
    this.code = code;
    this.place = place;
  }
}

/** The design that `digGeoJson` wrote. Throws DigRefused for anything else: what somebody has changed is named. */
export function readDigGeoJson(json: string, fileName: string): DigRead {
  const file = parsed(json, fileName);
  const head = v.safeParse(v.looseObject({ [DIG_MEMBER]: v.looseObject({ version: v.number() }) }), file);
  if (!head.success)
    throw new DigRefused(
      'NOT_A_DIG',
      `${fileName} is no design as Notspot wrote it: it has no "${DIG_MEMBER}". Other programs leave that out. Export the design again, or load it on the Data page as lines.`,
    );
  const { version } = head.output[DIG_MEMBER] as { version: number };
  if (version > DIG_VERSION)
    throw new DigRefused(
      'NEWER',
      `${fileName} was made with a newer version of Notspot (form ${version} of a design; this one reads up to ${DIG_VERSION}). Reload to get the new version.`,
      `${DIG_MEMBER}.version`,
    );
  const shape = v.safeParse(fileSchema, file);
  if (!shape.success) throw damaged(fileName, shape.issues[0]);
  const { sum, sums, ...whole } = shape.output[DIG_MEMBER];
  checkSums(shape.output.features, { fileName, sums });
  if (digSum(whole) !== sum) throw changed(fileName, `"${DIG_MEMBER}"`);
  const design = v.safeParse(
    digSchema,
    assembled(whole.design, { features: shape.output.features, fileName }),
  );
  if (!design.success) throw damaged(fileName, design.issues[0]);
  return { design: design.output, fictional: whole.fictional };
}

const sumText = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/, 'eight digits of a sum belong here'));

const featureSchema = v.strictObject({
  type: v.literal('Feature'),
  properties: v.looseObject({ what: v.picklist(['piece', 'root', 'served', 'missed']) }),
  geometry: v.nullable(v.strictObject({ type: v.string(), coordinates: v.array(v.unknown()) })),
});

const fileSchema = v.looseObject({
  type: v.literal('FeatureCollection'),
  features: v.array(v.unknown()),
  [DIG_MEMBER]: v.strictObject({
    version: v.literal(DIG_VERSION),
    fictional: v.boolean(),
    design: v.looseObject({ result: v.nullable(v.looseObject({})) }),
    sum: sumText,
    sums: v.array(sumText),
  }),
});

function parsed(json: string, fileName: string): unknown {
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch {
    const place = jsonErrorPlace(json);
    const where = place
      ? `, line ${place.line}, character ${place.column}: ${place.expected} was expected`
      : '';
    throw new DigRefused(
      'NOT_JSON',
      `${fileName} is no JSON${where}. Export the design again.`,
      place ? `line ${place.line}` : null,
    );
  }
  try {
    checkJson(file, fileName);
  } catch (error) {
    if (!(error instanceof ProjectRefused)) throw error;
    throw new DigRefused(error.code === 'TOO_LARGE' ? 'TOO_LARGE' : 'DAMAGED', error.message, error.part);
  }
  return file;
}

function checkSums(
  features: readonly unknown[],
  { fileName, sums }: { readonly fileName: string; readonly sums: readonly string[] },
): void {
  for (const [i, feature] of features.entries()) {
    if (i < sums.length && digSum(feature) === sums[i]) continue;
    throw changed(fileName, `feature ${i + 1}`);
  }
  if (features.length < sums.length)
    throw new DigRefused(
      'CHANGED',
      `${fileName} holds ${features.length} features, and Notspot wrote ${sums.length}. Open the file as it was, or export the design again.`,
      'features',
    );
}

/** The design as its schema has it: features in their lists again. */
function assembled(
  design: Readonly<Record<string, unknown>> & { readonly result: Readonly<Record<string, unknown>> | null },
  { features, fileName }: { readonly features: readonly unknown[]; readonly fileName: string },
): unknown {
  if (!design.result) return design;
  const lists: Record<DigWhat, unknown[]> = { piece: [], root: [], served: [], missed: [] };
  for (const [i, feature] of features.entries()) {
    const shape = v.safeParse(featureSchema, feature);
    if (!shape.success) throw damaged(`${fileName}, feature ${i + 1}`, shape.issues[0]);
    const { properties, geometry } = shape.output;
    const { what, ...rest } = properties;
    if (what === 'piece') lists[what].push(pieceOf(rest, geometry));
    else {
      const [lon, lat] = geometry?.coordinates ?? [];
      lists[what].push({ ...rest, lon, lat });
    }
  }
  const { piece: pieces, root: roots, served, missed } = lists;
  return { ...design, result: { ...design.result, pieces, roots, served, missed } };
}

type DigWhat = v.InferOutput<typeof featureSchema>['properties']['what'];

function pieceOf(properties: Readonly<Record<string, unknown>>, geometry: DigFeature['geometry']): unknown {
  const piece = Object.fromEntries(Object.entries(properties).filter(([name]) => !(name in RECKONED)));
  return geometry ? { ...piece, line: (geometry.coordinates as unknown[]).flat() } : piece;
}

/** Names of what is reckoned from a piece, and no part of it. */
const RECKONED = cellsByName(POUNDS_COLUMNS, []);

function changed(fileName: string, place: string): DigRefused {
  return new DigRefused(
    'CHANGED',
    `${fileName}, ${place}: it is not as Notspot wrote it. Open the file as it was, or export the design again.`,
    place,
  );
}

function damaged(fileName: string, issue: v.BaseIssue<unknown>): DigRefused {
  const place = v.getDotPath(issue) ?? 'the whole';
  return new DigRefused(
    'DAMAGED',
    `${fileName}, ${place}: ${issue.message}. Export the design again.`,
    place,
  );
}
