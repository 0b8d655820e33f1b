import type { Map as MapLibreMap } from 'maplibre-gl';
import { isByCamera } from './by-camera.ts';

/** What of a map is needed to move it with another. */
export type MovingMap = Pick<MapLibreMap, 'on' | 'off' | 'jumpTo' | 'getCenter' | 'getZoom'>;

/**
 * Two maps look at one place from now on: whichever moves, the other follows within the same event, and the movement that
 * this makes moves neither again. Only the first goes anywhere by itself: the second's taking a new size moves nothing. The second first goes where the first is. Returns a function that parts them.
 */
export function joinCameras(first: MovingMap, second: MovingMap): () => void {
  let following = false;
  const follow = (from: MovingMap, to: MovingMap, goesByItself: boolean) => {
    return (event: object = {}): void => {
      if (following || (isByCamera(event) && !goesByItself)) return;
      following = true;
      // What a listener throws must not leave the maps parted.
      try {
        to.jumpTo({ center: from.getCenter(), zoom: from.getZoom() });
      } finally {
        following = false;
      }
    };
  };
  const secondFollows = follow(first, second, true);
  const firstFollows = follow(second, first, false);
  secondFollows();
  first.on('move', secondFollows);
  second.on('move', firstFollows);
  return () => {
    first.off('move', secondFollows);
    second.off('move', firstFollows);
  };
}
