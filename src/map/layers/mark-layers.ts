import type { Feature, Point } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import { MARK_KINDS } from '../../stores/derived/marks-looks.ts';
import { marksDrawn } from '../../stores/derived/marks-shown.ts';
import type { MarksState } from '../../stores/marks-store.ts';
import type { MapColours } from '../map-colours.ts';
import { markImageId } from '../mark-images.ts';
import { STREET_ZOOM } from '../street-zoom.ts';
import type { Drawn } from './drawn.ts';
import { FONT_BOLD } from './fonts.ts';
import { zoomed } from './zoomed.ts';

export const MARKS_SOURCE = 'marks';

/** Marks: a shape by kind, a ring around the chosen one, labels from street zoom. `chosen` is a place in the list. */
export function markLayers(chosen: number | null, colours: MapColours): Drawn {
  const image = ['match', ['get', 'kind'], ...MARK_KINDS.flatMap((kind) => [kind, markImageId(kind)]), ''];
  const layers: LayerSpecification[] = [
    {
      id: 'mark-chosen',
      type: 'circle',
      source: MARKS_SOURCE,
      filter: ['==', ['get', 'at'], chosen ?? -1],
      paint: {
        'circle-radius': 19,
        'circle-color': colours.labelHalo,
        'circle-opacity': 0.6,
        'circle-stroke-color': colours.wardSelected,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'mark',
      type: 'symbol',
      source: MARKS_SOURCE,
      layout: {
        'icon-image': image as never,
        'icon-size': zoomed([8, 0.4], [12, 0.6], [15, 0.9]),
        'icon-allow-overlap': true,
        // Marks hide no label: names and numbers of wards stay readable under many of them.
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'mark-label',
      type: 'symbol',
      source: MARKS_SOURCE,
      minzoom: STREET_ZOOM,
      layout: {
        'text-field': ['get', 'label'],
        'text-font': FONT_BOLD,
        'text-size': 14,
        'text-max-width': 14,
        'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
        'text-radial-offset': 1.1,
        'text-padding': 4,
      },
      paint: {
        'text-color': colours.label,
        'text-halo-color': colours.labelHalo,
        'text-halo-width': 1.8,
      },
    },
  ];
  return {
    sources: { [MARKS_SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
    layers,
  };
}

/** The marks that are drawn, each with its place in the list. */
export function markFeatures(state: MarksState): Feature<Point>[] {
  return marksDrawn(state).map((at) => {
    const { lon, lat, kind, label } = state.marks[at];
    return {
      type: 'Feature',
      properties: { at, kind, label },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    };
  });
}
