import { count } from '../../domain/not-spots/headline.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Project } from '../../domain/project/project.ts';
import { INTERVENTION_TEXT } from './intervention-text.ts';
import { isPlanStale } from './plan-stale.ts';

/** A plan in a list. */
export interface PlanLine {
  /** "Rooftop radio 84, Dig 96, Hybrid 96 served of 98; hybrid chosen"; "not worked out yet". */
  readonly words: string;
  /** "out of date"; null: it is not. */
  readonly badge: string | null;
}

/** What a plan comes to, in a line. */
export function planLine(plan: Plan, project: Project): PlanLine {
  const { designs, chosen, levers } = plan;
  if (!designs) return { words: 'not worked out yet', badge: null };
  const served = designs.outcomes.map(({ kind, design }) =>
    design
      ? `${INTERVENTION_TEXT[kind].name} ${count(unitsOf(design.trench?.served) + unitsOf(design.radio?.served))}`
      : `no ${kind}`,
  );
  const pulled =
    levers.length === 0 ? '' : `; ${levers.length} ${levers.length === 1 ? 'lever' : 'levers'} pulled`;
  const built = chosen.length === 0 ? '' : `; chosen: ${chosen.join(', ')}`;
  return {
    words: `Served: ${served.join(', ')}${pulled}${built}`,
    badge: isPlanStale(plan, project) ? 'out of date' : null,
  };
}

function unitsOf(places: readonly { readonly units: number }[] = []): number {
  return places.reduce((sum, { units }) => sum + units, 0);
}
