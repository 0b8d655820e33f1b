import type { Evaluated, LineKey, PlanEvaluation } from '../../domain/evaluation/evaluation.ts';
import { count, percent } from '../../domain/not-spots/headline.ts';
import type { BuiltIntervention } from '../../domain/plan/intervention.ts';
import type { Figure } from '../../domain/project/figure.ts';
import { INTERVENTION_TEXT } from './intervention-text.ts';
import { isAssumedFigure } from './plan-cards.ts';
import { poundsText } from './pounds-text.ts';
import { rangeMid, valueText } from './range-text.ts';
import { rememberLast } from './remember-last.ts';
import { unitsText } from './units-text.ts';

/** What a plan comes to, ready to print. */
export interface PlanHeadline {
  /** "£412,300" */
  readonly number: string;
  /** "to build as chosen, for 84 of the 96 premises asked for (87.5 %)" */
  readonly rest: string;
  /** "between £310,200 and £560,900"; null where the sum is exact. */
  readonly range: string | null;
  readonly isAssumed: boolean;
  /** "Dig: £1,203,400 for 96." Every other design, and what it comes to. */
  readonly others: readonly string[];
}

/**
 * The number of a plan: what building what was chosen comes to; where nothing is chosen, the design that costs least for each
 * served. null: nothing could be designed.
 */
export const planHeadline = rememberLast(
  (
    { interventions, chosen, unit }: PlanEvaluation,
    picked: readonly BuiltIntervention[],
  ): PlanHeadline | null => {
    const made = interventions.filter(({ kind, refused }) => kind !== 'leave as it is' && refused === null);
    const isChosen = picked.length > 0 && chosen.refused === null;
    const first = isChosen ? chosen : leastForEach(made);
    const capital = first && figureOf(first, 'capital');
    const served = first && figureOf(first, 'served');
    if (!first || !capital || !served) return null;
    const asked = served.denominator ?? 0;
    const { low, high, unit: money } = capital.value;
    const share = asked === 0 ? '' : ` (${percent(served.value.mid / asked)})`;
    const single = picked.length === 1 ? picked[0] : null;
    const how = !isChosen
      ? INTERVENTION_TEXT[first.kind as BuiltIntervention].by
      : single
        ? `${INTERVENTION_TEXT[single].by}, as chosen`
        : 'as chosen';
    return {
      number: rangeMid(capital.value),
      rest: `to build ${how}, for ${count(served.value.mid)} of the ${unitsText(asked, unit)} asked for${share}`,
      range:
        valueText(low, money) === valueText(high, money)
          ? null
          : `between ${valueText(low, money)} and ${valueText(high, money)}`,
      isAssumed: isAssumedFigure(capital),
      others: made
        .filter((one) => one !== first && one.kind !== single)
        .map((one) => `${INTERVENTION_TEXT[one.kind as BuiltIntervention].name}: ${sumOf(one)}.`),
    };
  },
);

/** The figure of a line; null: it is not known. */
export function figureOf({ lines }: Pick<Evaluated, 'lines'>, key: LineKey): Figure | null {
  return lines.find((line) => line.key === key)?.figure ?? null;
}

function sumOf(one: Evaluated): string {
  const [capital, served] = [figureOf(one, 'capital'), figureOf(one, 'served')];
  const money = capital ? poundsText(capital.value.mid * 100) : 'cost not known';
  return served ? `${money} for ${count(served.value.mid)}` : money;
}

function leastForEach(made: readonly Evaluated[]): Evaluated | undefined {
  const priceOf = (one: Evaluated): number =>
    figureOf(one, 'pounds per premises')?.value.mid ?? Number.POSITIVE_INFINITY;
  return made.reduce<Evaluated | undefined>(
    (best, one) => (best === undefined || priceOf(one) < priceOf(best) ? one : best),
    undefined,
  );
}
