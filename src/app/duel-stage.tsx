import { type CSSProperties, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { planPicture } from '../actions/plan-picture.ts';
import type { MapHandle, MapState } from '../map/create-map.ts';
import { useApp, useProject, useView } from '../panels/app-provider.tsx';
import { PlanSides } from '../panels/interventions/plan-maps/plan-sides.tsx';
import { asBefore } from '../stores/derived/plan-standing.ts';
import { Divider } from '../ui/divider.tsx';
import { SecondMap } from './second-map.tsx';
import './sides-stage.css';

export interface DuelStageProps {
  /** The map that is always there: it shows the left side. */
  readonly leader: MapHandle;
  readonly onState: (state: MapState | null) => void;
  readonly onPremises: (row: number) => void;
}

/** Two answers to the same premises on the stage: the leader and a second map joined to it, one wiped over the other. */
export function DuelStage({ leader, onState, onPremises }: DuelStageProps) {
  const context = useApp();
  const [percent, setPercent] = useState(50);
  useView((view) => view.interventions.sides);
  useProject(({ project }) => project);
  useStore(context.plans);
  const pictures = { left: planPicture(context, 'left'), right: planPicture(context, 'right') };
  const [left, right] = [pictures.left?.words ?? null, pictures.right?.words ?? null];
  const standing = pictures.left?.isEarlier ? 'earlier' : 'now';
  const shown = left && asBefore(left, standing);
  useEffect(() => leader.setShown(shown), [leader, shown]);
  useEffect(() => () => leader.setShown(null), [leader]);
  return (
    <div className="sides sides-swipe" style={{ '--divider': `${percent}%` } as CSSProperties}>
      <SecondMap
        leader={leader}
        isReady={right !== null}
        count={null}
        words={right && asBefore(right, standing)}
        describedBy="duel-sides"
        waiting="Drawing the map on the right …"
        none="A second map cannot be shown on this computer. Choose on the left what the map shows, or read the table."
        onState={onState}
        onPremises={onPremises}
      />
      <PlanSides />
      <Divider
        label={`Divider between ${left} and ${right}`}
        value={percent}
        valueText={`${left} ${Math.round(percent)} %, ${right} ${Math.round(100 - percent)} % of the map`}
        onChange={setPercent}
      />
    </div>
  );
}
