import type { DigDesign } from '../domain/dig/dig-design.ts';
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
  const rest = { ...asked, result: result && { ...result, ...NONE } };
  return writeSummed(
    DIG_FILE,
    { fictional: told.fictional, whole: rest, features },
    { name: design.name, ...digToldMembers(design, told, 'nothing: it reads back to the same design') },
  );
}

/** What the features hold is not written twice. */
const NONE = { pieces: [], roots: [], served: [], missed: [] };

function featuresOf({ result }: DigDesign): SummedFeature[] {
  if (!result) return [];
  const { pieces, roots, served, missed } = result;
  return [
    ...pieces.map(({ line, ...piece }): SummedFeature => {
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
): SummedFeature {
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
