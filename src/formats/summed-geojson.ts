import * as v from 'valibot';
import { canonicalJson } from './canonical-json.ts';
import { checkJson } from './check-json.ts';
import { crc32 } from './crc-32.ts';
import { writeGeoJson } from './geojson.ts';
import { jsonErrorPlace } from './json-error-place.ts';
import { ProjectRefused } from './project-refused.ts';

/** A feature whose sum is kept. */
export interface SummedFeature {
  readonly type: 'Feature';
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

export type SummedCode = 'NOT_JSON' | 'NOT_OURS' | 'NEWER' | 'CHANGED' | 'DAMAGED' | 'TOO_LARGE';

/** What such a file holds, and how it is refused: by whose name, where, why, and what to do. */
export interface SummedKind {
  /** Name of the member that makes it one; it stands first, so that the beginning of a file tells. */
  readonly member: string;
  readonly version: number;
  /** "design": what the file is, and what is to be exported again. */
  readonly noun: string;
  /** Name of the member's part that holds all but the features. */
  readonly whole: string;
  readonly refuse: (code: SummedCode, message: string, place: string | null) => Error;
}

/** What a file of that kind holds, proved to be as it was written. */
export interface SummedRead {
  readonly fictional: boolean;
  readonly whole: Readonly<Record<string, unknown>>;
  readonly features: readonly unknown[];
}

/**
 * GeoJSON (RFC 7946) that can be proved to be as it was written: a member holds `whole` with the sum (CRC-32) of itself and
 * of each feature, so that what somebody else has changed is named. −0 is written 0. Throws RangeError for figures that
 * JSON cannot hold.
 */
export function writeSummed(
  { member, version, whole: name }: Pick<SummedKind, 'member' | 'version' | 'whole'>,
  {
    fictional,
    whole,
    features,
  }: { readonly fictional: boolean; readonly whole: object; readonly features: readonly SummedFeature[] },
  members: Readonly<Record<string, unknown>>,
): string {
  const held = { version, fictional, [name]: JSON.parse(canonicalJson(whole)) };
  return writeGeoJson(features, {
    [member]: { ...held, sum: sumOf(held), sums: features.map(sumOf) },
    ...members,
  });
}

/** Reads what `writeSummed` wrote. Throws what `refuse` makes for anything else: what somebody has changed is named. */
export function readSummed(json: string, fileName: string, kind: SummedKind): SummedRead {
  const { member, version: ours, noun, whole: name, refuse } = kind;
  const file = parsed(json, fileName, kind);
  const head = v.safeParse(v.looseObject({ [member]: v.looseObject({ version: v.number() }) }), file);
  if (!head.success)
    throw refuse(
      'NOT_OURS',
      `${fileName} is no ${noun} as Notspot wrote it: it has no "${member}". If another program saved it, export the ${noun} again. If it is another map, load it on the Data page.`,
      null,
    );
  const { version } = head.output[member] as { version: number };
  if (version > ours)
    throw refuse(
      'NEWER',
      `${fileName} was made with a newer version of Notspot (form ${version} of a ${noun}; this one reads up to ${ours}). Reload to get the new version.`,
      `${member}.version`,
    );
  const shape = v.safeParse(fileSchema(kind), file);
  if (!shape.success) throw damagedBy(kind, fileName, shape.issues[0]);
  const { features, [member]: held } = shape.output as {
    features: unknown[];
    [member: string]: unknown;
  };
  const { sum, sums, ...rest } = held as { sum: string; sums: string[]; fictional: boolean };
  checkSums(features, { fileName, sums, kind });
  if (sumOf(rest) !== sum) throw changed(kind, fileName, `"${member}"`);
  return {
    fictional: rest.fictional,
    whole: (rest as Readonly<Record<string, unknown>>)[name] as Readonly<Record<string, unknown>>,
    features,
  };
}

/** The refusal of a part that is not as the schema has it. */
export function damagedBy(
  { noun, refuse }: Pick<SummedKind, 'noun' | 'refuse'>,
  where: string,
  issue: v.BaseIssue<unknown>,
): Error {
  const place = v.getDotPath(issue) ?? 'the whole';
  return refuse('DAMAGED', `${where}, ${place}: ${issue.message}. Export the ${noun} again.`, place);
}

/** The sum that a part of a file has whatever the order of its members and its blanks. */
function sumOf(part: unknown): string {
  return crc32(new TextEncoder().encode(canonicalJson(part)))
    .toString(16)
    .padStart(8, '0');
}

const sumText = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/, 'eight digits of a sum belong here'));

function fileSchema({ member, version, whole }: SummedKind) {
  return v.looseObject({
    type: v.literal('FeatureCollection'),
    features: v.array(v.unknown()),
    [member]: v.strictObject({
      version: v.literal(version),
      fictional: v.boolean(),
      [whole]: v.looseObject({}),
      sum: sumText,
      sums: v.array(sumText),
    }),
  });
}

function parsed(json: string, fileName: string, { noun, refuse }: SummedKind): unknown {
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch {
    const place = jsonErrorPlace(json);
    const where = place
      ? `, line ${place.line}, character ${place.column}: ${place.expected} was expected`
      : '';
    throw refuse(
      'NOT_JSON',
      `${fileName} is no JSON${where}. Export the ${noun} again.`,
      place ? `line ${place.line}` : null,
    );
  }
  try {
    checkJson(file, fileName);
  } catch (error) {
    if (!(error instanceof ProjectRefused)) throw error;
    throw refuse(error.code === 'TOO_LARGE' ? 'TOO_LARGE' : 'DAMAGED', error.message, error.part);
  }
  return file;
}

function checkSums(
  features: readonly unknown[],
  {
    fileName,
    sums,
    kind,
  }: { readonly fileName: string; readonly sums: readonly string[]; readonly kind: SummedKind },
): void {
  for (const [i, feature] of features.entries()) {
    if (i < sums.length && sumOf(feature) === sums[i]) continue;
    throw changed(kind, fileName, `feature ${i + 1}`);
  }
  if (features.length < sums.length)
    throw kind.refuse(
      'CHANGED',
      `${fileName} holds ${features.length} features, and Notspot wrote ${sums.length}. Open the file as it was, or export the ${kind.noun} again.`,
      'features',
    );
}

function changed({ noun, refuse }: SummedKind, fileName: string, place: string): Error {
  return refuse(
    'CHANGED',
    `${fileName}, ${place}: it is not as Notspot wrote it. Open the file as it was, or export the ${noun} again.`,
    place,
  );
}
