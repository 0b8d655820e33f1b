import type { AppContext } from '../actions/app-context.ts';
import { type CreateMapOptions, createMap, type MapHandle } from './create-map.ts';
import { joinCameras } from './join-cameras.ts';

/**
 * Puts a second map into `container` that looks wherever `leader` looks, and moves it when it is moved itself. Selection
 * and hover are the stores', so both show them. The leader's buttons, scale and sources serve both. Destroying the second
 * leaves the leader as it was.
 */
export function createSecondMap(
  leader: MapHandle,
  container: HTMLElement,
  context: AppContext,
  options: Omit<CreateMapOptions, 'leader'>,
): MapHandle {
  const second = createMap(container, context, { ...options, leader });
  if (!leader.map || !second.map) return second;
  const part = joinCameras(leader.map, second.map);
  return {
    ...second,
    destroy: () => {
      part();
      second.destroy();
    },
  };
}
