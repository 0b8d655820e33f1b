import type { DigDesign, DigResult } from '../domain/dig/dig-design.ts';
import { cellsByName, POUNDS_COLUMNS } from './dig-columns.ts';
import { type DigTold, digToldMembers } from './dig-told.ts';
import { type SummedFeature, writeSummed } from './summed-geojson.ts';

/** How a file of a design is known: a newer version of its member may say more than this reader understands. */
export const DIG_FILE = { member: 'notspot_dig', version: 1, noun: 'design', whole: 'design' } as const;

/**
 * A design as GeoJSON (RFC 7946, WGS84), which `readDigGeoJson` reads back to the identical one. Pieces, roots, premises
 * served and not served are features, in this order and in that of the design (`what` tells them apart); the member
 * `notspot_dig` holds the rest, with a sum (CRC-32) of each feature that shows what somebody else has changed. A design
 * without a result has no features. −0 is written 0. Throws RangeError for figures that JSON cannot hold.
 */
export function digGeoJson(design: DigDesign, told: DigTold): string {
  const features = featuresOf(design);
  const { result, ...asked } = design;
  const rest = { ...asked, result: result && { ...result, ...NO_TRENCH_LISTS } };
  return writeSummed(
    DIG_FILE,
    { fictional: told.fictional, whole: rest, features },
    { name: design.name, ...digToldMembers(design, told, 'nothing: it reads back to the same design') },
  );
}

/** What the features of a trench hold is not written twice. */
export const NO_TRENCH_LISTS = { pieces: [], roots: [], served: [], missed: [] };

function featuresOf({ result }: DigDesign): SummedFeature[] {
  return result ? trenchFeatures(result) : [];
}

/** The parts of a trench as features, in its order; `told` stands in the properties of each. */
export function trenchFeatures(
  { pieces, roots, served, missed }: DigResult,
  told: Readonly<Record<string, string>> = {},
): SummedFeature[] {
  return [
    ...pieces.map(({ line, ...piece }): SummedFeature => {
      const isLine = line.length >= 4;
      return {
        type: 'Feature',
        properties: {
          what: 'piece',
          ...told,
          ...piece,
          ...(isLine ? {} : { line }),
          ...cellsByName(POUNDS_COLUMNS, piece.parts),
        },
        geometry: isLine ? { type: 'LineString', coordinates: pairs(line) } : null,
      };
    }),
    ...roots.map((root) => pointFeature({ what: 'root', ...told }, root)),
    ...served.map((place) => pointFeature({ what: 'served', ...told }, place)),
    ...missed.map((place) => pointFeature({ what: 'missed', ...told }, place)),
  ];
}

/** A place as a feature, with what is told of it before the rest of what it is. */
export function pointFeature(
  told: Readonly<Record<string, unknown>>,
  { lon, lat, ...rest }: { readonly lon: number; readonly lat: number } & object,
): SummedFeature {
  return {
    type: 'Feature',
    properties: { ...told, ...rest },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  };
}

/** A flat line as positions, to the last bit. */
function pairs(line: readonly number[]): number[][] {
  return Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i], line[2 * i + 1]]);
}
