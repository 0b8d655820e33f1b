import type { Map as MapLibreMap } from 'maplibre-gl';

/** What of a map is needed to move it with another. */
export type MovingMap = Pick<MapLibreMap, 'on' | 'off' | 'jumpTo' | 'getCenter' | 'getZoom'>;

/**
 * Two maps look at one place from now on: whichever moves, the other follows within the same event, and the movement that
 * this makes moves neither again. The second first goes where the first is. Returns a function that parts them.
 */
export function joinCameras(first: MovingMap, second: MovingMap): () => void {
  let following = false;
  const follow = (from: MovingMap, to: MovingMap): (() => void) => {
    return () => {
      if (following) return;
      following = true;
      // What a listener throws must not leave the maps parted.
      try {
        to.jumpTo({ center: from.getCenter(), zoom: from.getZoom() });
      } finally {
        following = false;
      }
    };
  };
  const secondFollows = follow(first, second);
  const firstFollows = follow(second, first);
  secondFollows();
  first.on('move', secondFollows);
  second.on('move', firstFollows);
  return () => {
    first.off('move', secondFollows);
    second.off('move', firstFollows);
  };
}
