import type { Feature, Point } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { RooftopSite } from '../../domain/radio/rooftop-site.ts';
import type { Drawn } from '../layers/drawn.ts';
import { FONT_BOLD } from '../layers/fonts.ts';
import { zoomed } from '../layers/zoomed.ts';
import type { MapColours } from '../map-colours.ts';
import { rooftopImageId } from './rooftop-images.ts';

export const SITES_SOURCE = 'sites';

/** Sites: a roof with an aerial and a name; rings around the hovered and the chosen one (feature states). */
export function siteLayers(colours: MapColours): Drawn {
  const shown = (state: string): ExpressionSpecification => [
    'case',
    ['boolean', ['feature-state', state], false],
    1,
    0,
  ];
  const ring = (id: string, state: string, colour: string, width: number): LayerSpecification => ({
    id,
    type: 'circle',
    source: SITES_SOURCE,
    paint: {
      'circle-radius': zoomed([9, 12], [13, 17]),
      'circle-color': colours.labelHalo,
      'circle-opacity': ['*', 0.6, shown(state)],
      'circle-stroke-color': colour,
      'circle-stroke-width': width,
      'circle-stroke-opacity': shown(state),
    },
  });
  return {
    sources: {
      [SITES_SOURCE]: {
        type: 'geojson',
        promoteId: 'id',
        data: { type: 'FeatureCollection', features: [] },
      },
    },
    layers: [
      ring('site-hover', 'hover', colours.wardHover, 2),
      ring('site-chosen', 'selected', colours.wardSelected, 2.5),
      {
        id: 'site',
        type: 'symbol',
        source: SITES_SOURCE,
        layout: {
          'icon-image': rooftopImageId('site'),
          'icon-size': zoomed([9, 0.6], [13, 0.9]),
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
      },
      {
        id: 'site-label',
        type: 'symbol',
        source: SITES_SOURCE,
        minzoom: 11,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': FONT_BOLD,
          'text-size': 14,
          'text-max-width': 14,
          'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
          'text-radial-offset': 1.3,
          'text-padding': 4,
        },
        paint: { 'text-color': colours.label, 'text-halo-color': colours.labelHalo, 'text-halo-width': 1.8 },
      },
    ],
  };
}

export function siteFeatures(sites: readonly RooftopSite[]): Feature<Point>[] {
  return sites.map(({ id, name, lon, lat }) => ({
    type: 'Feature',
    properties: { id, name },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  }));
}
