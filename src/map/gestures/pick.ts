import type { Map as MapLibreMap, PointLike } from 'maplibre-gl';
import { PREMISES_LAYERS } from '../layers/premises-layers.ts';

/** What lies under a point of the map. */
export interface Picked {
  /** Premises row, where a dot lies within reach. */
  readonly row: number | null;
  /** Code of the ward that holds the point. */
  readonly wardCode: string | null;
}

/** Looks at point (pixels from the map's top left corner); a dot counts within `reachPixels`. */
export function pick(
  map: MapLibreMap,
  at: { readonly x: number; readonly y: number },
  reachPixels: number,
): Picked {
  const around: [PointLike, PointLike] = [
    [at.x - reachPixels, at.y - reachPixels],
    [at.x + reachPixels, at.y + reachPixels],
  ];
  const dots = PREMISES_LAYERS.filter((id) => map.getLayer(id));
  const dot = dots.length > 0 ? map.queryRenderedFeatures(around, { layers: dots })[0] : undefined;
  const ward = map.getLayer('ward-class')
    ? map.queryRenderedFeatures([at.x, at.y], { layers: ['ward-class'] })[0]
    : undefined;
  return {
    row: typeof dot?.properties.row === 'number' ? dot.properties.row : null,
    wardCode: ward?.id === undefined ? null : String(ward.id),
  };
}
