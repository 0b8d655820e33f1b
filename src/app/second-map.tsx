import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MapHandle, MapState } from '../map/create-map.ts';
import type { MapCount } from '../map/map-count.ts';
import { useApp } from '../panels/app-provider.tsx';
import { graphicsFree } from '../workers/graphics-free.ts';

export interface SecondMapProps {
  /** The map that is always there. */
  readonly leader: MapHandle;
  /** Whether there is anything to show: the map is made when there first is. */
  readonly isReady: boolean;
  /** A count that it draws in the stead of the stores' own. */
  readonly count: MapCount | null;
  /** What it shows, for its name; null: the count says it. */
  readonly words: string | null;
  readonly describedBy: string;
  /** What stands in its place until it is drawn, and where it cannot be. */
  readonly waiting: string;
  readonly none: string;
  readonly onState: (state: MapState | null) => void;
  readonly onPremises: (row: number) => void;
}

/** A map beside the leader, joined to it: it lives as long as this is there. */
export function SecondMap({
  leader,
  isReady,
  count,
  words,
  describedBy,
  waiting,
  none,
  onState,
  onPremises,
}: SecondMapProps) {
  const context = useApp();
  const place = useRef<HTMLDivElement>(null);
  const [second, setSecond] = useState<MapHandle | null>(null);
  const [isNone, setNone] = useState(false);
  const [isDrawn, setDrawn] = useState(false);
  const [isReloading, setReloading] = useState(false);
  const [isWanted, setWanted] = useState(false);
  if (isReady && !isWanted) setWanted(true);
  useLayoutEffect(() => {
    if (isWanted) onState('loading');
  }, [isWanted, onState]);
  useEffect(() => {
    if (!isWanted) return;
    let left = false;
    let made: MapHandle | null = null;
    const tell = (state: MapState): void => {
      setNone(state === 'none');
      setReloading(state === 'reloading');
      if (state === 'idle') setDrawn(true);
      onState(state);
    };
    const start = async (): Promise<void> => {
      const { createSecondMap } = await import('../map/map-pair.ts');
      // A graphics context that is made while other things are drawn waits for them, and the page with it.
      await leader.idle();
      await graphicsFree();
      if (left || !place.current) return;
      const options = { onState: tell, onPremises, describedBy };
      made = createSecondMap(leader, place.current, context, options);
      setSecond(made);
    };
    start().catch(() => {
      if (!left) tell('none');
    });
    return () => {
      left = true;
      setSecond(null);
      made?.destroy();
      onState(null);
    };
  }, [isWanted, leader, context, describedBy, onState, onPremises]);
  useEffect(() => second?.setCount(count), [second, count]);
  useEffect(() => second?.setShown(words), [second, words]);
  return (
    <div className="map-place map-place-second" ref={place}>
      {isNone ? (
        <p className="map-second-words">{none}</p>
      ) : isWanted && !isDrawn ? (
        <p className="map-second-words map-second-waiting">{waiting}</p>
      ) : null}
      <div role="status">
        {isReloading && isDrawn ? (
          <p className="map-second-words map-second-waiting map-second-reloading">
            The map on the right is reloading: the graphics of this computer stopped for a moment.
          </p>
        ) : null}
      </div>
    </div>
  );
}
