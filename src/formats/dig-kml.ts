import type { DigDesign } from '../domain/dig/dig-design.ts';
import { restrictionWords } from '../domain/plan/barrier-words.ts';
import {
  cellsByName,
  degrees,
  hundredths,
  PIECE_COLUMNS,
  POUNDS_COLUMNS,
  positionsOf,
} from './dig-columns.ts';
import { type DigTold, digResultOf, digToldMembers, toldText } from './dig-told.ts';
import { type KmlFeature, writeKml } from './write-kml.ts';

/**
 * The route of a dig, where its fibre comes from, and the premises served and not served as KML 2.2 (WGS84), a placemark
 * each. The description of the document says what it does not hold. Throws RangeError where the design has no result.
 */
export function digKml(design: DigDesign, told: DigTold): string {
  const { pieces, roots, served, missed, barriers } = digResultOf(design);
  const features: KmlFeature[] = [
    ...pieces.map((piece, i): KmlFeature => {
      const on = barriers.filter(({ id }) => piece.barriers.includes(id));
      return {
        name: piece.streetName ?? piece.street ?? piece.kind,
        geometry: {
          type: 'LineString',
          coordinates: positionsOf(piece.line),
        },
        properties: {
          what: 'piece',
          ...cellsByName(PIECE_COLUMNS, piece, i),
          restrictions: restrictionWords(on, design.question.worksFrom),
          ...cellsByName(POUNDS_COLUMNS, piece.parts),
        },
      };
    }),
    ...roots.map((root): KmlFeature => {
      const { id, name, kind, owner } = root;
      return { name: name || id, geometry: pointAt(root), properties: { what: 'root', id, kind, owner } };
    }),
    ...served.map((place): KmlFeature => {
      const { ids, units } = place;
      const premises = ids.join('; ');
      return { name: premises, geometry: pointAt(place), properties: { what: 'served', premises, units } };
    }),
    ...missed.map((place): KmlFeature => {
      const { ids, units, reason, nearestStreet, nearestMetres } = place;
      const premises = ids.join('; ');
      return {
        name: premises,
        geometry: pointAt(place),
        properties: {
          what: 'not served',
          premises,
          units,
          reason,
          nearest_street: nearestStreet,
          nearest_street_metres: nearestMetres === null ? null : hundredths(nearestMetres),
        },
      };
    }),
  ];
  const description = toldText(digToldMembers(design, told, LACKS));
  return writeKml(features, { name: design.name, description });
}

const LACKS =
  'the parts of each price, days of works, what the barriers say beyond their kind and end, and what was asked; the design as GeoJSON holds all of it';

function pointAt({ lon, lat }: { readonly lon: number; readonly lat: number }) {
  return { type: 'Point', coordinates: [degrees(lon), degrees(lat)] };
}
