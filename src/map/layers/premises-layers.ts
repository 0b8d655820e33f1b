import type { CircleLayerSpecification, ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapColours } from '../map-colours.ts';
import { STREET_ZOOM } from '../street-zoom.ts';
import { type CountName, premisesTileAddress } from '../tile-address.ts';
import type { Drawn } from './drawn.ts';
import { zoomed } from './zoomed.ts';

export const PREMISES_SOURCE = 'premises';

/** The premises of a difference: another source, because its dots have other states and other layers. */
export const CHANGE_SOURCE = 'premises-change';

/** Layers a click or a crosshair can meet a premises in, the most telling first. */
export const PREMISES_LAYERS = [
  'premises-became',
  'premises-ceased',
  'premises-likelier',
  'premises-less-likely',
  'premises-stayed',
  'premises-not-spot',
  'premises-not-known',
  'premises-share',
  'premises-covered',
] as const;

/**
 * Premises as dots: not-spots filled and warm, not known as rings, shares shaded by their chance, the others small.
 * `fromAfar` draws shares before street zoom too: where wards are not ranked, the map would else be empty.
 */
export function premisesLayers(
  { version, count }: { readonly version: number; readonly count?: CountName },
  colours: MapColours,
  fromAfar = false,
): Drawn {
  const shareZoom = fromAfar ? 8 : STREET_ZOOM - 1;
  const layers: LayerSpecification[] = [
    premisesDot('premises-covered', ['covered'], STREET_ZOOM, {
      'circle-color': colours.premisesCovered,
      'circle-radius': premisesRadius(0.8),
      'circle-opacity': zoomed([STREET_ZOOM, 0], [14, 0.8]),
      'circle-stroke-color': colours.labelHalo,
      'circle-stroke-width': zoomed([15, 0], [16, 0.8]),
    }),
    premisesDot('premises-share', ['share'], shareZoom, {
      'circle-color': chanceColour(colours),
      'circle-radius': premisesRadius(1, fromAfar ? 1.6 : 0),
      'circle-opacity': zoomed([shareZoom, 0], [shareZoom + 1, 1]),
      'circle-stroke-color': colours.premisesShare,
      'circle-stroke-width': zoomed([13, 0.4], [16, 1.2]),
      'circle-stroke-opacity': zoomed([shareZoom, 0], [shareZoom + 1, 1]),
    }),
    premisesDot('premises-not-known', ['not-known'], STREET_ZOOM, {
      'circle-color': colours.land,
      'circle-radius': premisesRadius(0.9),
      'circle-opacity': 0.7,
      'circle-stroke-color': colours.premisesNotKnown,
      'circle-stroke-width': zoomed([14, 0.9], [17, 1.8]),
    }),
    premisesDot('premises-not-spot', ['not-spot'], 8, {
      'circle-color': colours.notSpot,
      'circle-radius': premisesRadius(1),
      'circle-opacity': zoomed([9, 0.55], [13, 0.8], [14, 1]),
      'circle-stroke-color': colours.labelHalo,
      'circle-stroke-width': zoomed([13.5, 0], [15, 1]),
    }),
  ];
  return {
    sources: { [PREMISES_SOURCE]: premisesSource(version, count) },
    layers,
  };
}

/** The tiles of a count's premises. */
export function premisesSource(version: number, count?: CountName): Drawn['sources'][string] {
  return { type: 'vector', tiles: [premisesTileAddress(version, count)], minzoom: 6, maxzoom: 16 };
}

/** A layer of the dots whose state is one of these. */
export function premisesDot(
  id: string,
  states: readonly string[],
  minzoom: number,
  paint: CircleLayerSpecification['paint'],
): CircleLayerSpecification {
  return {
    id,
    type: 'circle',
    source: PREMISES_SOURCE,
    'source-layer': 'premises',
    minzoom,
    filter: ['in', ['get', 'state'], ['literal', [...states]]],
    paint,
  };
}

/** Radius in pixels; before street zoom a dot that stands for several rows is larger, and none smaller than `least`. */
export function premisesRadius(scale: number, least = 0): ExpressionSpecification {
  const grown = (base: number): ExpressionSpecification => [
    '*',
    base * scale,
    ['min', 2.2, ['sqrt', ['get', 'more']]],
  ];
  const from = (base: number): ExpressionSpecification =>
    least === 0 ? grown(base) : ['max', least, grown(base)];
  return zoomed([9, from(0.8)], [12, from(1.15)], [14, from(2.4)], [16, 4.6 * scale], [18, 8 * scale]);
}

function chanceColour(colours: MapColours): ExpressionSpecification {
  const { class1, class2, class3, class4, class5 } = colours;
  return [
    'interpolate',
    ['linear'],
    ['coalesce', ['get', 'chance'], 0],
    0,
    class1,
    25,
    class2,
    50,
    class3,
    75,
    class4,
    100,
    class5,
  ];
}
