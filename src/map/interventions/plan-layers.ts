import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { RADIO_LINES } from '../../stores/derived/plan-looks.ts';
import type { Drawn } from '../layers/drawn.ts';
import { FONT_BOLD } from '../layers/fonts.ts';
import { zoomed } from '../layers/zoomed.ts';
import { colourOfToken, type MapColours } from '../map-colours.ts';
import { DIG_ROOTS_SOURCE, DIG_ROUTE_SOURCE, rootLayers, routeLayers } from './dig-layers.ts';
import { planImageId } from './plan-images.ts';

export const PLAN_SECTORS_SOURCE = 'plan-sectors';
export const PLAN_CLIENTS_SOURCE = 'plan-clients';
export const PLAN_BACKHAUL_SOURCE = 'plan-backhaul';
export const PLAN_PLACES_SOURCE = 'plan-places';
export const PLAN_ROOFS_SOURCE = 'plan-roofs';
export const PLAN_POINTED_SOURCE = 'plan-pointed';

const SOURCES = [
  DIG_ROUTE_SOURCE,
  DIG_ROOTS_SOURCE,
  PLAN_SECTORS_SOURCE,
  PLAN_CLIENTS_SOURCE,
  PLAN_BACKHAUL_SOURCE,
  PLAN_PLACES_SOURCE,
  PLAN_ROOFS_SOURCE,
  PLAN_POINTED_SOURCE,
] as const;

/**
 * A design of a plan: its trench as a dig's, what sectors look over, radio links, hubs by how fibre comes to them, and
 * every premises as a shape by what is done for it.
 */
export function planLayers(colours: MapColours): Drawn {
  const empty = () => ({
    type: 'geojson' as const,
    data: { type: 'FeatureCollection' as const, features: [] },
  });
  return {
    sources: Object.fromEntries(SOURCES.map((id) => [id, empty()])),
    layers: [
      ...routeLayers(colours),
      ...rootLayers(colours),
      ...radioLayers(colours),
      ...pointedLayers(colours),
      {
        id: 'plan-place',
        type: 'symbol',
        source: PLAN_PLACES_SOURCE,
        layout: {
          'icon-image': ['concat', planImageId(''), ['get', 'look']],
          'icon-size': PLACE_SIZE,
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
        paint: { 'icon-opacity': ['get', 'opacity'] },
      },
      roofLabels('plan-barred-label', ['==', ['get', 'look'], 'roof:barred'], 'never', colours),
      // Close by, a hub is named even where its name has no room; from afar names would lie on one another.
      roofLabels(
        'plan-roof-label',
        ['!=', ['get', 'look'], 'roof:barred'],
        ['step', ['zoom'], 'never', 15, 'always'],
        colours,
      ),
      {
        // Above the names, which give way to it: what is drawn last is placed first.
        id: 'plan-roof',
        type: 'symbol',
        source: PLAN_ROOFS_SOURCE,
        layout: {
          'icon-image': ['concat', planImageId(''), ['get', 'look']],
          'icon-size': zoomed([9, 0.7], [13, 1]),
          'icon-allow-overlap': true,
        },
      },
    ],
  };
}

function roofLabels(
  id: string,
  filter: FilterSpecification,
  overlap: 'never' | ExpressionSpecification,
  colours: MapColours,
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: PLAN_ROOFS_SOURCE,
    minzoom: 13,
    filter,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT_BOLD,
      'text-size': 14,
      'text-max-width': 12,
      'text-variable-anchor': [
        'top',
        'bottom',
        'right',
        'left',
        'top-left',
        'top-right',
        'bottom-left',
        'bottom-right',
      ],
      'text-radial-offset': 1.4,
      'text-padding': 4,
      'text-overlap': overlap,
    },
    paint: { 'text-color': colours.label, 'text-halo-color': colours.labelHalo, 'text-halo-width': 1.8 },
  };
}

const sized = (size: number): ExpressionSpecification => ['*', size, ['get', 'size']];

const PLACE_SIZE = zoomed([10, sized(0.28)], [13, sized(0.42)], [15, sized(0.6)], [17, sized(0.85)]);

function radioLayers(colours: MapColours): LayerSpecification[] {
  const { client, backhaul } = RADIO_LINES;
  const radio = colourOfToken(colours, client.token);
  return [
    {
      id: 'plan-sector',
      type: 'fill',
      source: PLAN_SECTORS_SOURCE,
      paint: { 'fill-color': radio, 'fill-opacity': 0.16 },
    },
    {
      id: 'plan-sector-edge',
      type: 'line',
      source: PLAN_SECTORS_SOURCE,
      paint: { 'line-color': radio, 'line-width': 1.2, 'line-dasharray': [3, 2.5], 'line-opacity': 0.75 },
    },
    {
      id: 'plan-client',
      type: 'line',
      source: PLAN_CLIENTS_SOURCE,
      minzoom: 12,
      paint: {
        'line-color': radio,
        'line-width': zoomed([12, client.widthPixels / 2], [16, client.widthPixels]),
        'line-opacity': 0.3,
      },
    },
    {
      id: 'plan-backhaul-casing',
      type: 'line',
      source: PLAN_BACKHAUL_SOURCE,
      paint: { 'line-color': colours.labelHalo, 'line-width': backhaul.widthPixels + 3, 'line-opacity': 0.9 },
    },
    {
      id: 'plan-backhaul',
      type: 'line',
      source: PLAN_BACKHAUL_SOURCE,
      paint: {
        'line-color': colourOfToken(colours, backhaul.token),
        'line-width': backhaul.widthPixels,
        'line-dasharray': [...backhaul.dashes],
      },
    },
  ];
}

function pointedLayers(colours: MapColours): LayerSpecification[] {
  const byState: ExpressionSpecification = [
    'match',
    ['get', 'state'],
    'chosen',
    colours.wardSelected,
    colours.wardHover,
  ];
  return [
    {
      id: 'plan-pointed-line',
      type: 'line',
      source: PLAN_POINTED_SOURCE,
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': byState, 'line-width': ['get', 'width'] },
    },
    {
      id: 'plan-pointed',
      type: 'circle',
      source: PLAN_POINTED_SOURCE,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': zoomed([10, sized(7)], [15, sized(12)], [17, sized(16)]),
        'circle-color': colours.labelHalo,
        'circle-opacity': 0.7,
        'circle-stroke-color': byState,
        'circle-stroke-width': 3,
      },
    },
  ];
}
