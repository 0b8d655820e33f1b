import type { DrawnAreas } from '../domain/areas/draw-areas.ts';
import type { Shape } from '../domain/areas/shape.ts';
import { fingerprintMembers } from '../domain/project/fingerprints.ts';
import { writeGeoJson } from './geojson.ts';
import type { Provenance } from './provenance-columns.ts';

/** What the shapes are of. */
export interface AreasOf {
  readonly wardCodes: readonly string[];
  readonly wardNames: readonly string[];
  readonly recipeText: string;
}

/**
 * Not-spots, what is perhaps one, and what is not known as GeoJSON: a MultiPolygon per ward and answer with its m² on
 * the WGS84 ellipsoid. Definition, sources, date and the wards that could not be drawn stand beside the features.
 */
export function notSpotAreasGeoJson(
  { areas, failures }: DrawnAreas,
  { wardCodes, wardNames, recipeText }: AreasOf,
  { definition, sources, countedOn, remark, fingerprints }: Provenance,
): string {
  return writeGeoJson(
    areas.map(({ ward, kind, shape, squareMetres }) => ({
      geometry: { type: 'MultiPolygon', coordinates: closed(shape) },
      properties: {
        ward_code: wardCodes[ward],
        ward_name: wardNames[ward],
        answer: ANSWERS[kind],
        area_m2: Math.round(squareMetres * 10) / 10,
      },
    })),
    {
      name: `Not-spot areas: ${recipeText}`,
      definition,
      sources,
      counted_on: countedOn,
      remark,
      ...fingerprintMembers(fingerprints),
      not_drawn: failures.map(({ message }) => message),
    },
  );
}

const ANSWERS = {
  'not-spot': 'not-spot',
  between: 'not-spot by the stricter confidence only',
  'not-known': 'not known',
  operators: 'covered',
} as const;

/** Every ring ends where it began (RFC 7946). */
function closed(shape: Shape): Shape {
  return shape.map((rings) =>
    rings.map((ring) => {
      const [first, last] = [ring[0], ring[ring.length - 1]];
      return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
    }),
  );
}
