import type { Feature, LineString, Point } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { LinkLine } from '../../stores/derived/link-lines.ts';
import { LINK_LOOKS, LINK_STATES } from '../../stores/derived/rooftop-looks.ts';
import type { Drawn } from '../layers/drawn.ts';
import { colourOfToken, type MapColours } from '../map-colours.ts';
import { rooftopImageId } from './rooftop-images.ts';

export const LINKS_SOURCE = 'links';
export const LINK_ENDS_SOURCE = 'link-ends';
export const LINK_CURSOR_SOURCE = 'link-cursor';

/** Links by what they say: a colour and dashes each, over a pale casing; ends that are no sites, and the place pointed at. */
export function linkLayers(colours: MapColours): Drawn {
  const casing: LayerSpecification = {
    id: 'link-casing',
    type: 'line',
    source: LINKS_SOURCE,
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': colours.labelHalo, 'line-width': 8, 'line-opacity': 0.85 },
  };
  const lines = LINK_STATES.map((one): LayerSpecification => {
    const { token, dashes } = LINK_LOOKS[one];
    return {
      id: `link-line:${one}`,
      type: 'line',
      source: LINKS_SOURCE,
      filter: ['==', ['get', 'state'], one],
      paint: {
        'line-color': colourOfToken(colours, token),
        'line-width': 4,
        ...(dashes.length > 0 ? { 'line-dasharray': [...dashes] } : {}),
      },
    };
  });
  const empty = { type: 'FeatureCollection', features: [] } as const;
  const source = () => ({ type: 'geojson' as const, data: { ...empty, features: [] } });
  return {
    sources: { [LINKS_SOURCE]: source(), [LINK_ENDS_SOURCE]: source(), [LINK_CURSOR_SOURCE]: source() },
    layers: [
      casing,
      ...lines,
      {
        id: 'link-end',
        type: 'symbol',
        source: LINK_ENDS_SOURCE,
        layout: {
          'icon-image': rooftopImageId('end'),
          'icon-size': 0.8,
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
      },
      {
        id: 'link-cursor',
        type: 'circle',
        source: LINK_CURSOR_SOURCE,
        paint: {
          'circle-radius': 6,
          'circle-color': colours.labelHalo,
          'circle-stroke-color': colours.wardSelected,
          'circle-stroke-width': 3,
        },
      },
    ],
  };
}

export function linkFeatures(lines: readonly LinkLine[]): Feature<LineString>[] {
  return lines.map((line) => ({
    type: 'Feature',
    properties: { state: line.state },
    geometry: { type: 'LineString', coordinates: [[...line.from], [...line.to]] },
  }));
}

export function pointFeatures(places: readonly (readonly [number, number])[]): Feature<Point>[] {
  return places.map((place) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates: [...place] },
  }));
}
