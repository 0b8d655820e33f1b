import type { Feature, Point, Polygon } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import type { ReachAnswer } from '../../domain/radio/reach-answer.ts';
import { reachMarks } from '../../stores/derived/reach-marks.ts';
import { reachRing } from '../../stores/derived/reach-ring.ts';
import type { Drawn } from '../layers/drawn.ts';
import { zoomed } from '../layers/zoomed.ts';
import type { MapColours } from '../map-colours.ts';
import { rooftopImageId } from './rooftop-images.ts';

export const REACH_PICTURE_SOURCE = 'reach-picture';
export const REACH_RING_SOURCE = 'reach-ring';
export const REACH_PREMISES_SOURCE = 'reach-premises';

/**
 * The reach of a roof: what is seen as a picture, the radius, and each premises as a shape by quality; a warm ring around
 * those not-spots that are served. `mastMetres`: premises served from such a mast are drawn as served; null: from the
 * site's own.
 */
export function reachLayers(
  { picture }: Pick<ReachAnswer, 'picture'>,
  mastMetres: number | null,
  colours: MapColours,
): Drawn {
  const [nw, ne, se, sw] = picture.corners;
  const isServed = servedFrom(mastMetres);
  return {
    sources: {
      [REACH_PICTURE_SOURCE]: { type: 'image', coordinates: [[...nw], [...ne], [...se], [...sw]] },
      [REACH_RING_SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
      [REACH_PREMISES_SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      {
        id: 'reach-picture',
        type: 'raster',
        source: REACH_PICTURE_SOURCE,
        paint: { 'raster-fade-duration': 0, 'raster-resampling': 'nearest' },
      },
      {
        id: 'reach-ring',
        type: 'line',
        source: REACH_RING_SOURCE,
        paint: { 'line-color': colours.label, 'line-width': 1.5, 'line-dasharray': [3, 2] },
      },
      {
        id: 'reach-new',
        type: 'circle',
        source: REACH_PREMISES_SOURCE,
        minzoom: 12,
        filter: ['all', ['get', 'isNotSpot'], isServed],
        paint: {
          'circle-radius': zoomed([12, 4.5], [14, 8], [17, 13]),
          'circle-color': colours.notSpot,
          'circle-stroke-color': colours.labelHalo,
          'circle-stroke-width': 1,
        },
      },
      {
        // From afar those that are not served are dots: their signs could not be told.
        id: 'reach-dot',
        type: 'circle',
        source: REACH_PREMISES_SOURCE,
        minzoom: 12,
        maxzoom: SIGNS_ZOOM,
        filter: ['!', isServed],
        paint: { 'circle-radius': zoomed([12, 0.9], [15, 2.2]), 'circle-color': colours.labelQuiet },
      },
      {
        id: 'reach-sign',
        type: 'symbol',
        source: REACH_PREMISES_SOURCE,
        minzoom: SIGNS_ZOOM,
        filter: ['!', isServed],
        layout: {
          'icon-image': iconOf(mastMetres, isServed),
          'icon-size': SIGN_SIZE,
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
      },
      {
        id: 'reach-premises',
        type: 'symbol',
        source: REACH_PREMISES_SOURCE,
        minzoom: 12,
        filter: isServed,
        layout: {
          'icon-image': iconOf(mastMetres, isServed),
          'icon-size': SIGN_SIZE,
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
      },
    ],
  };
}

/** From here on every premises has its sign. */
const SIGNS_ZOOM = 15;

const SIGN_SIZE = zoomed([12, 0.3], [14, 0.45], [17, 0.75]);

/** Whether a premises is served from the site's own antenna, or from a mast of so many metres. */
function servedFrom(mastMetres: number | null): ExpressionSpecification {
  if (mastMetres === null) return ['in', ['get', 'quality'], ['literal', ['clear', 'marginal']]];
  return ['all', ['>=', ['get', 'mastMetres'], 0], ['<=', ['get', 'mastMetres'], mastMetres]];
}

/** From another mast only whether it is served is known: what was served and is not any more counts as blocked. */
function iconOf(mastMetres: number | null, isServed: ExpressionSpecification): ExpressionSpecification {
  const own: ExpressionSpecification = ['concat', rooftopImageId(''), ['get', 'quality']];
  if (mastMetres === null) return own;
  const wasServed = servedFrom(null);
  return [
    'case',
    isServed,
    ['case', wasServed, own, rooftopImageId('clear')],
    ['case', wasServed, rooftopImageId('blocked'), own],
  ];
}

export function reachFeatures(reach: ReachAnswer): Feature<Point>[] {
  return reachMarks(reach).map(({ lon, lat, ...properties }) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates: [lon, lat] },
  }));
}

export function ringFeatures({ site, radiusMetres }: ReachAnswer): Feature<Polygon>[] {
  return [
    {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [reachRing(site, radiusMetres)] },
    },
  ];
}
