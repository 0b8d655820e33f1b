import type { Feature, Point } from 'geojson';
import type { CandidateRoof } from '../../domain/radio/candidate-roof.ts';
import type { Drawn } from '../layers/drawn.ts';
import { FONT_BOLD } from '../layers/fonts.ts';
import type { MapColours } from '../map-colours.ts';
import { rooftopImageId } from './rooftop-images.ts';

export const CANDIDATES_SOURCE = 'candidates';

/** Roofs that are offered: a disc with its rank. */
export function candidateLayers(colours: MapColours): Drawn {
  return {
    sources: { [CANDIDATES_SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
    layers: [
      {
        id: 'candidate',
        type: 'symbol',
        source: CANDIDATES_SOURCE,
        layout: {
          'icon-image': rooftopImageId('candidate'),
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
          'text-field': ['to-string', ['get', 'rank']],
          'text-font': FONT_BOLD,
          'text-size': 14,
          'text-allow-overlap': true,
          'text-ignore-placement': true,
          // The best lies above the others.
          'symbol-sort-key': ['-', 0, ['get', 'rank']],
        },
        paint: { 'text-color': colours.labelHalo },
      },
    ],
  };
}

export function candidateFeatures(roofs: readonly CandidateRoof[]): Feature<Point>[] {
  return roofs.map(({ rank, lon, lat }) => ({
    type: 'Feature',
    properties: { rank },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  }));
}
