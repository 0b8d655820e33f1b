import { type CSSProperties, useEffect, useMemo, useState } from 'react';
import type { MapHandle, MapState } from '../map/create-map.ts';
import type { MapCount } from '../map/map-count.ts';
import { useSides } from '../panels/before-after/use-sides.ts';
import type { SidesLook } from '../stores/derived/sides-text.ts';
import { Divider } from '../ui/divider.tsx';
import { SecondMap } from './second-map.tsx';
import { type SideCounts, sideCounts } from './side-counts.ts';
import './sides-stage.css';

export interface SidesStageProps {
  /** The map that is always there: it shows the side before, or the difference. */
  readonly leader: MapHandle;
  /** How the second map stands; null where there is none. */
  readonly onState: (state: MapState | null) => void;
  readonly onPremises: (row: number) => void;
}

/**
 * Two counts on the stage: the leader and a second map joined to it, one wiped over the other or side by side, or the
 * leader alone with the difference. The second map lives only as long as it is shown.
 */
export function SidesStage({ leader, onState, onPremises }: SidesStageProps) {
  const { counts, look, isNow } = useSideCounts();
  const isPair = look !== 'difference';
  const [percent, setPercent] = useState(50);
  useEffect(() => {
    leader.setCount(counts ? (isPair ? counts.before : counts.difference) : null);
  }, [leader, counts, isPair]);
  useEffect(() => () => leader.setCount(null), [leader]);
  if (!isPair) return counts ? <SideLabel name="Difference" count={counts.difference} isNow={isNow} /> : null;
  return (
    <div
      className={look === 'swipe' ? 'sides sides-swipe' : 'sides sides-beside'}
      style={{ '--divider': `${percent}%` } as CSSProperties}
    >
      <SecondMap
        leader={leader}
        isReady={counts !== null}
        count={counts?.after ?? null}
        words={null}
        describedBy="sides-headline"
        waiting="Drawing the map after …"
        none="A second map cannot be shown on this computer. Choose “Difference”, or read the table."
        onState={onState}
        onPremises={onPremises}
      />
      {counts ? (
        <>
          <SideLabel name="Before" count={counts.before} isNow={isNow} />
          <SideLabel name="After" count={counts.after} isNow={isNow} />
        </>
      ) : null}
      {look === 'swipe' ? (
        <Divider
          label="Divider between before and after"
          value={percent}
          valueText={`before ${Math.round(percent)} %, after ${Math.round(100 - percent)} % of the map`}
          onChange={setPercent}
        />
      ) : null}
    </div>
  );
}

interface SideLabelProps {
  readonly name: string;
  readonly count: MapCount;
  readonly isNow: boolean;
}

function SideLabel({ name, count, isNow }: SideLabelProps) {
  const [, words] = /^\w+: (.*)$/.exec(count.label) ?? ['', count.label];
  return (
    <p className={`side-label side-label-${name.toLowerCase()}`}>
      <strong>{name}:</strong> <span className="anywhere">{words}</span>
      {isNow ? null : <span className="soft"> (counted before)</span>}
    </p>
  );
}

/** What the study has, as maps draw it: null where nothing may be shown; `isNow` as useSides says. */
function useSideCounts(): { counts: SideCounts | null; look: SidesLook; isNow: boolean } {
  const { project, view, shown, isNow } = useSides();
  const counts = useMemo(
    () => (shown ? sideCounts(shown.counts, { project, view, sides: shown.sides }) : null),
    [shown, project, view],
  );
  return { counts, look: view.look, isNow };
}
