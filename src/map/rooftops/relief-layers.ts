import type { Feature, Polygon, Position } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import type { FootprintsDrawn } from '../../stores/derived/footprints-drawn.ts';
import type { LiftedPart } from '../../stores/derived/lifted-link.ts';
import type { Drawn } from '../layers/drawn.ts';
import type { MapColours } from '../map-colours.ts';

export const RELIEF_LINK_SOURCE = 'relief-link';

/** Buildings as high as their file says; one whose height is not known stays flat. Their tiles are the backdrop's. */
export function reliefRoofLayers(footprints: FootprintsDrawn, colours: MapColours): Drawn {
  const { contentId } = footprints;
  return {
    sources: {},
    layers: [
      {
        id: `relief-roof:${contentId}`,
        type: 'fill-extrusion',
        source: `context:${contentId}`,
        'source-layer': 'polygons',
        minzoom: 13.5,
        paint: {
          'fill-extrusion-color': colours.building,
          'fill-extrusion-height': heightOf(footprints),
          'fill-extrusion-opacity': 0.85,
        },
      },
    ],
  };
}

/** The stated height, else levels times their height; 0 where neither is a number. */
function heightOf({ heightColumn, levelsColumn, metresPerLevel }: FootprintsDrawn): ExpressionSpecification {
  const number = (column: string | null): ExpressionSpecification =>
    column === null ? ['literal', 0] : ['to-number', ['get', column], 0];
  return [
    'case',
    ['>', number(heightColumn), 0],
    number(heightColumn),
    ['*', number(levelsColumn), metresPerLevel],
  ];
}

/** A link's line in the air. */
export function reliefLinkLayers(colours: MapColours): Drawn {
  return {
    sources: {
      [RELIEF_LINK_SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      {
        id: 'relief-link',
        type: 'fill-extrusion',
        source: RELIEF_LINK_SOURCE,
        paint: {
          'fill-extrusion-color': colours.wardSelected,
          'fill-extrusion-base': ['get', 'base'],
          'fill-extrusion-height': ['+', ['get', 'base'], THICKNESS_METRES],
        },
      },
    ],
  };
}

const THICKNESS_METRES = 1;
const WIDTH_METRES = 1.2;

/** Narrow pieces, each as high as the line is there. */
export function reliefLinkFeatures(parts: readonly LiftedPart[]): Feature<Polygon>[] {
  return parts.map(({ from, to, overGroundMetres }) => ({
    type: 'Feature',
    properties: { base: overGroundMetres },
    geometry: { type: 'Polygon', coordinates: [ribbon(from, to)] },
  }));
}

/** A rectangle around a short line; degrees, of the width stated above. */
function ribbon(from: readonly [number, number], to: readonly [number, number]): Position[] {
  const squeeze = Math.cos((from[1] * Math.PI) / 180);
  const [east, north] = [(to[0] - from[0]) * squeeze, to[1] - from[1]];
  const length = Math.hypot(east, north) || 1;
  const half = WIDTH_METRES / 2 / METRES_A_DEGREE;
  const side = [(-north / length) * (half / squeeze), (east / length) * half];
  const corner = (place: readonly [number, number], sign: number): Position => [
    place[0] + sign * side[0],
    place[1] + sign * side[1],
  ];
  return [corner(from, 1), corner(to, 1), corner(to, -1), corner(from, -1), corner(from, 1)];
}

/** Of a great circle. */
const METRES_A_DEGREE = 111_195;
