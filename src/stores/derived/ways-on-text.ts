import type { EvaluatedLine, PlanEvaluation } from '../../domain/evaluation/evaluation.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { numberOf } from './count-text.ts';
import { INTERVENTION_TEXT } from './intervention-text.ts';
import { rangeBand } from './range-text.ts';

/** What each design meets and what has to be agreed to, as far as it is known, and what is pulled against it. */
export function waysOnText(
  { levers }: Pick<Plan, 'levers'>,
  { interventions }: Pick<PlanEvaluation, 'interventions'>,
): { readonly barriers: string; readonly levers: string } {
  const met = interventions.flatMap(({ kind, refused, barriers, lines }) =>
    refused !== null || kind === 'leave as it is' || kind === 'as chosen'
      ? []
      : [
          `${INTERVENTION_TEXT[kind].name}: ${barriers.length === 0 ? 'no barrier known' : numberOf(barriers.length, 'known barrier')}${consentsOf(lines)}`,
        ],
  );
  const kinds = [...new Set(levers.map(({ kind }) => kind))];
  return {
    barriers:
      met.length === 0
        ? 'Nothing is designed yet, so nothing is met.'
        : `${met.join('. ')}. What no file tells of a street or roof is not known, and not counted.`,
    levers:
      levers.length === 0
        ? 'No lever is pulled.'
        : `${numberOf(levers.length, 'lever')} pulled: ${kinds.join(', ')}.`,
  };
}

/** ", and 24 consents, permits of streets among them": with its range where it has one. */
function consentsOf(lines: readonly EvaluatedLine[]): string {
  const figure = lines.find(({ key }) => key === 'consents')?.figure;
  if (!figure || figure.value.high === 0) return '';
  const band = rangeBand(figure.value);
  const many = band ? `${band[0]} to ${band[1]} consents` : numberOf(figure.value.mid, 'consent');
  return `, and ${many} to get`;
}
