import * as v from 'valibot';
import type { DigDesign } from '../domain/dig/dig-design.ts';
import { cellsByName, POUNDS_COLUMNS } from './dig-columns.ts';
import { DIG_FILE } from './dig-geojson.ts';
import { digSchema } from './dig-schema.ts';
import { damagedBy, readSummed, type SummedFeature, type SummedKind } from './summed-geojson.ts';

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
  const { whole, features, fictional } = readSummed(json, fileName, KIND);
  const design = v.safeParse(digSchema, assembled(whole, { features, fileName }));
  if (!design.success) throw damagedBy(KIND, fileName, design.issues[0]);
  return { design: design.output, fictional };
}

const KIND: SummedKind = {
  ...DIG_FILE,
  refuse: (code, message, place) => new DigRefused(code === 'NOT_OURS' ? 'NOT_A_DIG' : code, message, place),
};

const featureSchema = v.strictObject({
  type: v.literal('Feature'),
  properties: v.looseObject({ what: v.picklist(['piece', 'root', 'served', 'missed']) }),
  geometry: v.nullable(v.strictObject({ type: v.string(), coordinates: v.array(v.unknown()) })),
});

/** The design as its schema has it: features in their lists again. */
function assembled(
  design: Readonly<Record<string, unknown>>,
  { features, fileName }: { readonly features: readonly unknown[]; readonly fileName: string },
): unknown {
  if (!design.result) return design;
  const lists: Record<DigWhat, unknown[]> = { piece: [], root: [], served: [], missed: [] };
  for (const [i, feature] of features.entries()) {
    const shape = v.safeParse(featureSchema, feature);
    if (!shape.success) throw damagedBy(KIND, `${fileName}, feature ${i + 1}`, shape.issues[0]);
    const { properties, geometry } = shape.output;
    const { what, ...rest } = properties;
    lists[what].push(what === 'piece' ? pieceOf(rest, geometry) : placeOf(rest, geometry));
  }
  const { piece: pieces, root: roots, served, missed } = lists;
  return { ...design, result: { ...design.result, pieces, roots, served, missed } };
}

type DigWhat = v.InferOutput<typeof featureSchema>['properties']['what'];

/** A piece of a route out of its feature's properties, without what was only reckoned from it. */
export function pieceOf(
  properties: Readonly<Record<string, unknown>>,
  geometry: SummedFeature['geometry'],
): object {
  const piece = Object.fromEntries(Object.entries(properties).filter(([name]) => !(name in RECKONED)));
  return geometry ? { ...piece, line: (geometry.coordinates as unknown[]).flat() } : piece;
}

/** A place out of its feature's properties. */
export function placeOf(
  properties: Readonly<Record<string, unknown>>,
  geometry: SummedFeature['geometry'],
): object {
  const [lon, lat] = (geometry?.coordinates ?? []) as readonly unknown[];
  return { ...properties, lon, lat };
}

/** Names of what is reckoned from a piece, and no part of it. */
const RECKONED = cellsByName(POUNDS_COLUMNS, []);
