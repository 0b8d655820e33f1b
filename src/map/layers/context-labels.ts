import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapColours } from '../map-colours.ts';
import { contextLayerId } from './context-layer-id.ts';
import { FONT } from './fonts.ts';
import { IS_OWN_KIND, isKind } from './shape-kind.ts';
import { zoomed } from './zoomed.ts';

/** Names of its streets, places and dots. */
export function contextLabels(source: string, colours: MapColours): LayerSpecification[] {
  const paint = {
    'text-color': colours.labelQuiet,
    'text-halo-color': colours.labelHalo,
    'text-halo-width': 1.4,
  };
  return [
    {
      id: contextLayerId('context-street-label', source),
      type: 'symbol',
      source,
      'source-layer': 'lines',
      minzoom: 15,
      filter: ['all', isKind('street'), ['has', 'name']] as FilterSpecification,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 320,
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': zoomed([15, 11], [18, 14]),
        'text-max-angle': 35,
        'text-padding': 6,
      },
      paint,
    },
    {
      id: contextLayerId('context-place-label', source),
      type: 'symbol',
      source,
      'source-layer': 'points',
      minzoom: 12.5,
      filter: ['all', isKind('place'), IS_OWN_KIND, ['has', 'name']] as unknown as FilterSpecification,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 13,
        'text-max-width': 7,
        'text-padding': 8,
      },
      paint,
    },
    {
      // Names of dots, such as of a council's assets: in one line, and only where there is room between them.
      id: contextLayerId('context-dot-label', source),
      type: 'symbol',
      source,
      'source-layer': 'points',
      minzoom: 17,
      filter: ['all', isKind('place'), ['!', IS_OWN_KIND], ['has', 'name']] as unknown as FilterSpecification,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 13,
        'text-max-width': 24,
        'text-anchor': 'top',
        'text-offset': [0, 0.6],
        'text-padding': 12,
      },
      paint,
    },
  ];
}
