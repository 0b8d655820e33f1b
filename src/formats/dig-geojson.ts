import type { DigDesign } from '../domain/dig/dig-design.ts';
import { canonicalJson } from './canonical-json.ts';
import { crc32 } from './crc-32.ts';
import { cellsByName, POUNDS_COLUMNS } from './dig-columns.ts';
import { type DigTold, digToldMembers } from './dig-told.ts';
import { writeGeoJson } from './geojson.ts';

/** Version of the member that makes a GeoJSON a design: a newer one may say more than this reader understands. */
export const DIG_VERSION = 1;
/** Name of that member. It stands first, so that the beginning of a file tells. */
export const DIG_MEMBER = 'notspot_dig';

/** A feature of a design's file: a piece of the route, a place that fibre comes from, or premises. */
export interface DigFeature {
  readonly type: 'Feature';
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * A design as GeoJSON (RFC 7946, WGS84), which `readDigGeoJson` reads back to the identical one. Pieces, roots, premises
 * served and not served are features, in this order and in that of the design (`what` tells them apart); the member
 * `notspot_dig` holds the rest, with a sum (CRC-32) of each feature that shows what somebody else has changed. A design
 * without a result has no features. −0 is written 0. Throws RangeError for figures that JSON cannot hold.
 */
export function digGeoJson(design: DigDesign, told: DigTold): string {
  const features = featuresOf(design);
  const { result, ...asked } = design;
  const rest = { ...asked, result: result && { ...result, ...NONE } };
  const whole = { version: DIG_VERSION, fictional: told.fictional, design: JSON.parse(canonicalJson(rest)) };
  return writeGeoJson(features, {
    [DIG_MEMBER]: { ...whole, sum: digSum(whole), sums: features.map(digSum) },
    name: design.name,
    ...digToldMembers(design, told, 'nothing: it reads back to the same design'),
  });
}

/** The sum that a part of a file has whatever the order of its members and its blanks. */
export function digSum(part: unknown): string {
  return crc32(new TextEncoder().encode(canonicalJson(part)))
    .toString(16)
    .padStart(8, '0');
}

/** What the features hold is not written twice. */
const NONE = { pieces: [], roots: [], served: [], missed: [] };

function featuresOf({ result }: DigDesign): DigFeature[] {
  if (!result) return [];
  const { pieces, roots, served, missed } = result;
  return [
    ...pieces.map(({ line, ...piece }): DigFeature => {
      const isLine = line.length >= 4;
      return {
        type: 'Feature',
        properties: {
          what: 'piece',
          ...piece,
          ...(isLine ? {} : { line }),
          ...cellsByName(POUNDS_COLUMNS, piece.parts),
        },
        geometry: isLine ? { type: 'LineString', coordinates: pairs(line) } : null,
      };
    }),
    ...roots.map((root) => pointOf('root', root)),
    ...served.map((place) => pointOf('served', place)),
    ...missed.map((place) => pointOf('missed', place)),
  ];
}

function pointOf(
  what: string,
  { lon, lat, ...rest }: { readonly lon: number; readonly lat: number },
): DigFeature {
  return {
    type: 'Feature',
    properties: { what, ...rest },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  };
}

/** A flat line as positions, to the last bit. */
function pairs(line: readonly number[]): number[][] {
  return Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i], line[2 * i + 1]]);
}
