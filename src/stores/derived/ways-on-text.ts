import type { PlanEvaluation } from '../../domain/evaluation/evaluation.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { numberOf } from './count-text.ts';
import { INTERVENTION_TEXT } from './intervention-text.ts';

/** How many barriers each design meets, and what is pulled against them. */
export function waysOnText(
  { levers }: Pick<Plan, 'levers'>,
  { interventions }: Pick<PlanEvaluation, 'interventions'>,
): { readonly barriers: string; readonly levers: string } {
  const met = interventions.flatMap(({ kind, refused, barriers }) =>
    refused !== null || kind === 'leave as it is' || kind === 'as chosen'
      ? []
      : [`${INTERVENTION_TEXT[kind].name}: ${numberOf(barriers.length, 'barrier')}`],
  );
  const kinds = [...new Set(levers.map(({ kind }) => kind))];
  return {
    barriers: met.length === 0 ? 'Nothing is designed yet.' : `${met.join('. ')}.`,
    levers:
      levers.length === 0
        ? 'No lever is pulled.'
        : `${numberOf(levers.length, 'lever')} pulled: ${kinds.join(', ')}.`,
  };
}
