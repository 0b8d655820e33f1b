import type { ExpressionSpecification } from 'maplibre-gl';
import type { MapColours } from '../map-colours.ts';
import { STREET_ZOOM } from '../street-zoom.ts';
import type { Drawn } from './drawn.ts';
import { CHANGE_SOURCE, premisesDot, premisesRadius, premisesSource } from './premises-layers.ts';
import { zoomed } from './zoomed.ts';

/** How strongly a shift of chance shows: hardly at 0 %, wholly at 100 %. */
const SHIFT: ExpressionSpecification = ['interpolate', ['linear'], ['get', 'chance'], 0, 0.04, 100, 1];

/**
 * Premises by what became of them between two counts: new not-spots warm and on top, cured ones in the colour of fewer,
 * those that stayed as warm rings, the rest as on every map. What only grew more or less likely is as faint as the chance
 * moved little.
 */
export function changeLayers(version: number, colours: MapColours): Drawn {
  const moved = (color: string) => ({
    'circle-color': color,
    'circle-radius': premisesRadius(1.1, 1.4),
    'circle-opacity': zoomed([9, 0.7], [13, 0.9], [14, 1]),
    'circle-stroke-color': colours.labelHalo,
    'circle-stroke-width': zoomed([12, 0.3], [15, 1]),
  });
  const shifted = (color: string) => ({
    'circle-color': color,
    'circle-radius': premisesRadius(0.9),
    'circle-opacity': SHIFT,
    'circle-stroke-color': color,
    'circle-stroke-width': zoomed([13, 0], [15, 0.6]),
    'circle-stroke-opacity': SHIFT,
  });
  const layers = [
    premisesDot('premises-covered', ['both-covered', 'as-likely'], STREET_ZOOM, {
      'circle-color': colours.premisesCovered,
      'circle-radius': premisesRadius(0.7),
      'circle-opacity': zoomed([STREET_ZOOM, 0], [14, 0.6]),
    }),
    premisesDot('premises-not-known', ['both-not-known', 'known-now', 'unknown-now'], STREET_ZOOM, {
      'circle-color': colours.land,
      'circle-radius': premisesRadius(0.9),
      'circle-opacity': 0.7,
      'circle-stroke-color': colours.premisesNotKnown,
      'circle-stroke-width': zoomed([14, 0.9], [17, 1.8]),
    }),
    premisesDot('premises-stayed', ['both-not-spot'], 11, {
      'circle-color': colours.land,
      'circle-radius': premisesRadius(0.8),
      'circle-opacity': zoomed([11, 0], [14, 0.7]),
      'circle-stroke-color': colours.notSpot,
      'circle-stroke-width': zoomed([11, 0.5], [17, 1.8]),
      'circle-stroke-opacity': zoomed([11, 0.35], [14, 1]),
    }),
    premisesDot('premises-less-likely', ['less-likely'], 11, shifted(colours.changeLess3)),
    premisesDot('premises-likelier', ['likelier'], 11, shifted(colours.notSpot)),
    premisesDot('premises-ceased', ['ceased'], 8, moved(colours.changeLess3)),
    premisesDot('premises-became', ['became'], 8, moved(colours.notSpot)),
  ];
  return {
    sources: { [CHANGE_SOURCE]: premisesSource(version, 'difference') },
    layers: layers.map((layer) => ({ ...layer, source: CHANGE_SOURCE })),
  };
}
