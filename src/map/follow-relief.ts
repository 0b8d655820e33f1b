import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AppContext } from '../actions/app-context.ts';

/** How far the map is tilted at first, and may be. */
const FIRST_PITCH = 50;
const MOST_PITCH = 70;

/** Tilts the map while roofs are drawn with their heights, and lays it flat again. Returns a function that ends it. */
export function followRelief(map: MapLibreMap, context: AppContext, motionMilliseconds: number): () => void {
  let isTilted = false;
  const follow = (): void => {
    const { page, rooftops } = context.view.getState();
    const wanted = page === 'rooftops' && rooftops.isRelief;
    if (wanted === isTilted) return;
    isTilted = wanted;
    if (wanted) map.setMaxPitch(MOST_PITCH);
    else map.once('moveend', () => void (isTilted || map.setMaxPitch(0)));
    map.easeTo({ pitch: wanted ? FIRST_PITCH : 0, duration: motionMilliseconds });
  };
  follow();
  return context.view.subscribe(follow);
}
