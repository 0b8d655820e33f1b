import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapColours } from '../map-colours.ts';
import { patternImageId } from '../pattern-images.ts';
import type { Drawn } from './drawn.ts';
import { FONT, FONT_BOLD } from './fonts.ts';
import { zoomed } from './zoomed.ts';

export const CLUSTERS_SOURCE = 'clusters';
export const CLUSTER_LABELS_SOURCE = 'cluster-labels';

/**
 * Clusters: the not-spots' hatch, an edge, and outlines of the hovered and the open one (feature states `hover`,
 * `selected`). From afar, where a hatch of so few pixels would not be read, the fill is denser. Under single premises it
 * steps back.
 */
export function clusterLayers(colours: MapColours): Drawn {
  const base = { source: CLUSTERS_SOURCE } as const;
  const outline = (state: string): ExpressionSpecification => [
    'case',
    ['boolean', ['feature-state', state], false],
    1,
    0,
  ];
  const line = (id: string, paint: object): LayerSpecification => ({
    id,
    type: 'line',
    ...base,
    layout: { 'line-join': 'round' },
    paint,
  });
  const layers: LayerSpecification[] = [
    {
      id: 'cluster-fill',
      type: 'fill',
      ...base,
      paint: {
        'fill-antialias': false,
        'fill-color': colours.notSpot,
        'fill-opacity': zoomed([9, 0.75], [11.5, 0.45], [13, 0.16], [16, 0.08]),
      },
    },
    {
      id: 'cluster-hatch',
      type: 'fill',
      ...base,
      minzoom: 10,
      paint: {
        'fill-antialias': false,
        'fill-pattern': patternImageId('hatch-4', '--not-spot'),
        'fill-opacity': zoomed([10, 0.6], [13, 0.75], [15.5, 0.6], [17, 0.35]),
      },
    },
    line('cluster-edge', {
      'line-color': colours.notSpot,
      'line-width': zoomed([9, 0.8], [12, 1.4], [16, 2.4]),
    }),
    line('cluster-hover', {
      'line-color': colours.wardHover,
      'line-width': 3,
      'line-opacity': outline('hover'),
    }),
    line('cluster-selected-casing', {
      'line-color': colours.labelHalo,
      'line-width': 8,
      'line-opacity': outline('selected'),
    }),
    line('cluster-selected', {
      'line-color': colours.wardSelected,
      'line-width': 3.5,
      'line-opacity': outline('selected'),
    }),
    clusterLabel(colours),
  ];
  const empty = { type: 'FeatureCollection', features: [] } as const;
  return {
    sources: {
      [CLUSTERS_SOURCE]: { type: 'geojson', promoteId: 'id', data: { ...empty, features: [] } },
      [CLUSTER_LABELS_SOURCE]: { type: 'geojson', data: { ...empty, features: [] } },
    },
    layers,
  };
}

/** Count and name in one symbol, so that neither covers the other; from afar the count alone. */
function clusterLabel(colours: MapColours): LayerSpecification {
  return {
    id: 'cluster-label',
    type: 'symbol',
    source: CLUSTER_LABELS_SOURCE,
    layout: {
      'text-field': [
        'step',
        ['zoom'],
        ['format', ['get', 'count'], { 'text-font': ['literal', FONT_BOLD] }],
        11.5,
        [
          'format',
          ['get', 'name'],
          { 'text-font': ['literal', FONT_BOLD] },
          ['concat', '\n', ['get', 'count']],
          { 'font-scale': 1.12, 'text-font': ['literal', FONT_BOLD] },
        ],
      ],
      'text-font': FONT,
      'text-size': zoomed([9, 13], [13, 14], [16, 16]),
      'text-max-width': 8,
      'text-line-height': 1.15,
      // Beside its place: the outline is to be seen.
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.7,
      'text-justify': 'auto',
      'text-padding': 3,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: {
      'text-color': colours.label,
      'text-halo-color': colours.labelHalo,
      'text-halo-width': 2.4,
    },
  };
}
