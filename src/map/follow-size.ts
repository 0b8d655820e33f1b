import { inGraphicsTurn } from './graphics-turn.ts';
import type { PacedMap } from './paced-map.ts';

/** What of a map is needed to keep it as large as its place. */
export type SizedMap = Pick<PacedMap, 'getContainer' | 'getCanvas' | 'graphicsDone'>;

export interface FollowSizeOptions {
  /** Called when the size is no longer right, before anything waits. */
  onChange(): void;
  /** To give the map the size of its container. */
  resize(): void;
  /** Called where the size is right again without a resize. */
  onNothing(): void;
}

export interface SizeFollower {
  /** Whether the map is about to take another size. */
  isBehind(): boolean;
  end(): void;
}

/**
 * Keeps a map as large as its container. A canvas that takes another size waits for all that was asked of the graphics,
 * and the page with it: each map takes its size once they are done, and after the map before it was drawn in its own.
 */
export function followSize(map: SizedMap, { onChange, resize, onNothing }: FollowSizeOptions): SizeFollower {
  let isBehind = false;
  let isEnded = false;
  const observer = new ResizeObserver(() => {
    if (isBehind || hasItsSize(map)) return;
    isBehind = true;
    onChange();
    void inGraphicsTurn(async () => {
      if (!isEnded) await map.graphicsDone();
      if (isEnded) return;
      isBehind = false;
      if (hasItsSize(map)) onNothing();
      else resize();
    });
  });
  observer.observe(map.getContainer());
  return {
    isBehind: () => isBehind,
    end: () => {
      isEnded = true;
      observer.disconnect();
    },
  };
}

function hasItsSize(map: SizedMap): boolean {
  const { clientWidth, clientHeight } = map.getContainer();
  const { width, height } = map.getCanvas().style;
  return Math.abs(parseFloat(width) - clientWidth) < 1 && Math.abs(parseFloat(height) - clientHeight) < 1;
}
