import './plan-maps.css';
import { useStore } from 'zustand';
import { planPicture } from '../../../actions/plan-picture.ts';
import { showSides } from '../../../actions/set-interventions-view.ts';
import type { Intervention } from '../../../domain/plan/intervention.ts';
import { INTERVENTION_TEXT } from '../../../stores/derived/intervention-text.ts';
import { Badge } from '../../../ui/badge.tsx';
import { useApp, useProject, useView } from '../../app-provider.tsx';

/** Over the two maps: which answer stands left and which right of the swipe. */
export function PlanSides() {
  const context = useApp();
  const sides = useView((state) => state.interventions.sides);
  useView((state) => state.interventions.planId);
  useProject((state) => state.project);
  useStore(context.plans);
  const isEarlier = planPicture(context, 'left')?.isEarlier ?? false;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's frame would lie over the map.
    <div className="plan-sides" role="group" aria-label="What the two maps show" id="duel-sides">
      <Side name="Left" value={sides.left} onChange={(left) => showSides(context, { ...sides, left })} />
      <Side name="Right" value={sides.right} onChange={(right) => showSides(context, { ...sides, right })} />
      {isEarlier ? (
        <p className="plan-sides-earlier">
          <Badge>earlier</Badge> As it was before the last change.
        </p>
      ) : null}
    </div>
  );
}

interface SideProps {
  readonly name: string;
  readonly value: Intervention;
  readonly onChange: (value: Intervention) => void;
}

function Side({ name, value, onChange }: SideProps) {
  return (
    <label className="plan-side">
      <span>{name}</span>
      <select
        className="control"
        value={value}
        onChange={(event) => onChange(event.target.value as Intervention)}
      >
        {Object.entries(INTERVENTION_TEXT).map(([kind, { name }]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
