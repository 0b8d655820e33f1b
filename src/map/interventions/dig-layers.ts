import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import {
  type DigPlaceLook,
  ROUTE_LOOK_NAMES,
  ROUTE_LOOKS,
  STREET_LOOKS,
  STREET_STATES,
  type StreetState,
} from '../../stores/derived/dig-looks.ts';
import type { Drawn } from '../layers/drawn.ts';
import { FONT_BOLD } from '../layers/fonts.ts';
import { zoomed } from '../layers/zoomed.ts';
import { colourOfToken, type MapColours } from '../map-colours.ts';
import { STREET_ZOOM } from '../street-zoom.ts';
import { digImageId } from './dig-images.ts';

export const DIG_STREETS_SOURCE = 'dig-streets';
export const DIG_BANDS_SOURCE = 'dig-bands';
export const DIG_SIGNS_SOURCE = 'dig-signs';
export const DIG_ROUTE_SOURCE = 'dig-route';
export const DIG_PLACES_SOURCE = 'dig-places';
export const DIG_ROOTS_SOURCE = 'dig-roots';
export const DIG_SHAPE_SOURCE = 'dig-shape';

export const DIG_SOURCES = [
  DIG_BANDS_SOURCE,
  DIG_SIGNS_SOURCE,
  DIG_ROUTE_SOURCE,
  DIG_PLACES_SOURCE,
  DIG_ROOTS_SOURCE,
  DIG_SHAPE_SOURCE,
] as const;

/**
 * A dig: its route by what is broken (dashes and widths of one brown), streets that are blocked, closed, forced or lifted as
 * bands with a sign, roots, and premises asked for, served or missed.
 */
export function digLayers(colours: MapColours): Drawn {
  const source = () => ({
    type: 'geojson' as const,
    data: { type: 'FeatureCollection' as const, features: [] },
  });
  return {
    sources: {
      [DIG_STREETS_SOURCE]: { ...source(), promoteId: 'street' },
      ...Object.fromEntries(DIG_SOURCES.map((id) => [id, source()])),
    },
    layers: [
      ...streetLayers(colours),
      ...routeLayers(colours),
      ...placeLayers(colours),
      ...shapeLayers(colours),
    ],
  };
}

/** Streets take the pointer over their whole width, whatever is drawn of them. */
function streetLayers(colours: MapColours): LayerSpecification[] {
  const shown = (state: string): ExpressionSpecification => [
    'case',
    ['boolean', ['feature-state', state], false],
    1,
    0,
  ];
  const band = (
    id: string,
    colour: string | ExpressionSpecification,
    opacity: ExpressionSpecification | number,
  ): LayerSpecification => ({
    id,
    type: 'line',
    source: DIG_STREETS_SOURCE,
    // Round ends of lines that are seen through would show as blots where pieces meet.
    layout: { 'line-cap': 'butt', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': BAND_WIDTH, 'line-opacity': opacity },
  });
  const bands = STREET_STATES.map(
    (state): LayerSpecification => ({
      id: `dig-band:${state}`,
      type: 'line',
      source: DIG_BANDS_SOURCE,
      // From afar only what a person decided: there are many closed streets.
      minzoom: isDecided(state) ? 0 : SIGN_ZOOM,
      filter: ['==', ['get', 'state'], state],
      layout: {
        'line-cap': state === 'lifted' || state === 'blocked' ? 'butt' : 'round',
        'line-join': 'round',
      },
      paint: {
        'line-color': paleOf(colours, colourOfToken(colours, STREET_LOOKS[state].token)),
        'line-width': BAND_WIDTH,
        ...(state === 'lifted' ? { 'line-dasharray': [0.6, 0.6] } : {}),
        ...(state === 'blocked' ? { 'line-dasharray': [1.5, 0.4] } : {}),
      },
    }),
  );
  return [
    band('dig-street-hit', colours.labelHalo, 0.01),
    ...bands,
    band('dig-street-hover', paleOf(colours, colours.wardHover), shown('hover')),
    band('dig-street-chosen', paleOf(colours, colours.wardSelected), shown('selected')),
    {
      id: 'dig-sign',
      type: 'symbol',
      source: DIG_SIGNS_SOURCE,
      minzoom: SIGN_ZOOM,
      layout: {
        'icon-image': ['concat', 'dig-', ['get', 'state']],
        'icon-size': zoomed([SIGN_ZOOM, 0.5], [16, 0.8]),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}

/** A colour as it looks half drawn over land, yet opaque: lines that overlap then make no blotches. */
function paleOf({ land }: MapColours, colour: string): ExpressionSpecification {
  return ['interpolate', ['linear'], 0.5, 0, land, 1, colour];
}

/** Whether a person decided that a street stands so. */
function isDecided(state: StreetState): boolean {
  return state !== 'protected';
}

const SIGN_ZOOM = 12.5;
const BAND_WIDTH = zoomed([10, 2.5], [13, 7], [16, 14], [19, 40]);

/** A route by what is dug: of a dig, or of the trench of a plan. */
export function routeLayers(colours: MapColours): LayerSpecification[] {
  const width = (pixels: number): ExpressionSpecification =>
    zoomed([9, pixels / 2.5], [13, pixels / 1.4], [16, pixels], [19, pixels * 2]);
  return ROUTE_LOOK_NAMES.flatMap((name): LayerSpecification[] => {
    const { token, widthPixels, dashes } = ROUTE_LOOKS[name];
    const isLeadIn = name === 'lead-in';
    const common = {
      type: 'line' as const,
      source: DIG_ROUTE_SOURCE,
      ...(isLeadIn ? { minzoom: STREET_ZOOM } : {}),
      filter: ['==', ['get', 'look'], name] as never,
    };
    const line: LayerSpecification = {
      ...common,
      id: `dig-line:${name}`,
      layout: { 'line-join': 'round', 'line-cap': dashes.length > 0 ? 'butt' : 'round' },
      paint: {
        'line-color': colourOfToken(colours, token),
        'line-width': width(widthPixels),
        ...(dashes.length > 0 ? { 'line-dasharray': [...dashes] } : {}),
      },
    };
    if (isLeadIn) return [line];
    const casing: LayerSpecification = {
      ...common,
      id: `dig-casing:${name}`,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': colours.labelHalo, 'line-width': width(widthPixels + 3), 'line-opacity': 0.9 },
    };
    return [casing, line];
  });
}

function placeLayers(colours: MapColours): LayerSpecification[] {
  return [
    {
      // Asked for: a ring; served: a disc.
      id: 'dig-place',
      type: 'circle',
      source: DIG_PLACES_SOURCE,
      minzoom: 11,
      filter: ['!=', ['get', 'state'], 'missed'],
      paint: {
        'circle-radius': zoomed([11, 1.2], [14, 3], [17, 6]),
        'circle-color': ['match', ['get', 'state'], 'served', colours.dig, colours.labelHalo],
        'circle-stroke-color': ['match', ['get', 'state'], 'served', colours.labelHalo, colours.dig],
        'circle-stroke-width': zoomed([11, 0.5], [14, 1.5]),
      },
    },
    {
      id: 'dig-missed',
      type: 'symbol',
      source: DIG_PLACES_SOURCE,
      filter: ['==', ['get', 'state'], 'missed'],
      layout: {
        'icon-image': digImageId('missed'),
        'icon-size': zoomed([10, 0.3], [13, 0.4], [17, 0.8]),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    ...rootLayers(colours),
  ];
}

/** Fibre points, those that are used with their names. */
export function rootLayers(colours: MapColours): LayerSpecification[] {
  return [
    {
      // From afar points that are not used are dots: there are many.
      id: 'dig-root-dot',
      type: 'circle',
      source: DIG_ROOTS_SOURCE,
      maxzoom: SIGN_ZOOM,
      filter: ['==', ['get', 'look'], 'root'],
      paint: {
        'circle-radius': zoomed([9, 1], [SIGN_ZOOM, 2]),
        'circle-color': colours.labelQuiet,
        'circle-opacity': 0.6,
      },
    },
    rootSigns('dig-root:unused', 'root', SIGN_ZOOM),
    rootSigns('dig-root:used', 'root-used', 0),
    {
      id: 'dig-root-label:unused',
      minzoom: 15,
      filter: ['==', ['get', 'look'], 'root'],
      ...rootLabel(colours),
    },
    {
      id: 'dig-root-label:used',
      minzoom: 13,
      filter: ['==', ['get', 'look'], 'root-used'],
      ...rootLabel(colours),
    },
  ];
}

function rootSigns(id: string, look: DigPlaceLook, minzoom: number): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: DIG_ROOTS_SOURCE,
    minzoom,
    filter: ['==', ['get', 'look'], look],
    layout: {
      'icon-image': digImageId(look),
      'icon-size': zoomed([9, 0.5], [13, 0.8]),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  };
}

function rootLabel(colours: MapColours) {
  return {
    type: 'symbol' as const,
    source: DIG_ROOTS_SOURCE,
    layout: {
      'text-field': ['get', 'name'] as never,
      'text-font': FONT_BOLD,
      'text-size': 14,
      'text-max-width': 14,
      'text-variable-anchor': ['top', 'bottom', 'right', 'left'] as never,
      'text-radial-offset': 1.3,
      'text-padding': 4,
    },
    paint: { 'text-color': colours.label, 'text-halo-color': colours.labelHalo, 'text-halo-width': 1.8 },
  };
}

function shapeLayers(colours: MapColours): LayerSpecification[] {
  return [
    {
      id: 'dig-shape',
      type: 'line',
      source: DIG_SHAPE_SOURCE,
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': colours.markFound, 'line-width': 3, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'dig-corner',
      type: 'symbol',
      source: DIG_SHAPE_SOURCE,
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'icon-image': digImageId('corner'),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'text-field': ['to-string', ['get', 'number']],
        'text-font': FONT_BOLD,
        'text-size': 14,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': colours.labelHalo },
    },
  ];
}
