import type { Evaluated, LineKey, PlanEvaluation } from '../../domain/evaluation/evaluation.ts';
import { headlineDesign } from '../../domain/evaluation/headline-design.ts';
import { count, percent } from '../../domain/not-spots/headline.ts';
import type { BuiltIntervention } from '../../domain/plan/intervention.ts';
import type { Figure } from '../../domain/project/figure.ts';
import { isAssumedFigure } from '../../domain/project/is-assumed-figure.ts';
import { INTERVENTION_TEXT } from './intervention-text.ts';
import { rangeBand, rangeMid, valueText } from './range-text.ts';
import { rememberLast } from './remember-last.ts';
import { unitsText } from './units-text.ts';

/** What a plan comes to, ready to print. */
export interface PlanHeadline {
  /** "£412,300" */
  readonly number: string;
  /** "to build and run over the whole term, as chosen, for 84 of the 96 premises asked for (87.5 %)" */
  readonly rest: string;
  /** "between £310,200 and £560,900"; null where the sum is exact. */
  readonly range: string | null;
  readonly isAssumed: boolean;
  /** "Lifted from “Double not-spot”: 599 of 1,319. Count as gigabit: 650. Usable: 743, and 570 when all draw at once. Can get fixed wireless already …" */
  readonly gets: string;
  /** "To build alone: £301,000." null where that is not known. */
  readonly build: string | null;
  /** "Dig: £1,203,400 for 96." Every other design, and what it comes to, built and run. */
  readonly others: readonly string[];
  /** Why it is this design that is told, where nobody chose it among several; null: one was chosen, or there is one alone. */
  readonly why: string | null;
}

/**
 * The number of a plan: what it comes to, built and run, of what was chosen; where nothing is chosen, of the design that serves
 * most, and of those the one that costs least. null: nothing could be designed.
 */
export const planHeadline = rememberLast(
  (
    { interventions, chosen, unit, recipeInForce }: PlanEvaluation,
    picked: readonly BuiltIntervention[],
  ): PlanHeadline | null => {
    const made = interventions.filter(({ kind, refused }) => kind !== 'leave as it is' && refused === null);
    const isChosen = picked.length > 0 && chosen.refused === null;
    const first = isChosen ? chosen : headlineDesign(made);
    const whole = first && figureOf(first, 'present value');
    const served = first && figureOf(first, 'served');
    if (!first || !whole || !served) return null;
    const asked = served.denominator ?? 0;
    const { low, high, lacks, unit: money } = whole.value;
    const share = asked === 0 ? '' : ` (${percent(served.value.mid / asked)})`;
    const build = figureOf(first, 'capital');
    const single = picked.length === 1 ? picked[0] : null;
    const how = !isChosen
      ? INTERVENTION_TEXT[first.kind as BuiltIntervention].by
      : single
        ? `${INTERVENTION_TEXT[single].by}, as chosen`
        : 'as chosen';
    return {
      number: rangeMid(whole.value),
      rest: `to build and run over the whole term, ${how}, for ${count(served.value.mid)} of the ${unitsText(asked, unit)} asked for${share}`,
      range:
        valueText(low, money) === valueText(high, money)
          ? null
          : `between ${valueText(low, money)} and ${valueText(high, money)}${lacks ? ', and what is not known' : ''}`,
      isAssumed: isAssumedFigure(whole),
      gets: getsOf(first, recipeInForce),
      build: build && `To build alone: ${rangeMid(build.value)}${bandWords(build)}.`,
      others: made
        .filter((one) => one !== first && one.kind !== single)
        .map((one) => `${INTERVENTION_TEXT[one.kind as BuiltIntervention].name}: ${sumOf(one)}.`),
      why:
        isChosen || made.length < 2
          ? null
          : 'Nothing is chosen yet: this design serves most, and of as many costs least.',
    };
  },
);

/** The figure of a line; null: it is not known. */
export function figureOf({ lines }: Pick<Evaluated, 'lines'>, key: LineKey): Figure | null {
  return lines.find((line) => line.key === key)?.figure ?? null;
}

/** What those served get: the definition asked, gigabit, and how many have it usable when they share it. */
function getsOf(one: Evaluated, recipeInForce: string | undefined): string {
  const asked = one.byRecipe.find(
    ({ recipeId, why, notSpots }) => recipeId === recipeInForce && why === null && notSpots > 0,
  );
  const [gigabit, usable] = [figureOf(one, 'gigabit'), figureOf(one, 'usable')];
  const wireless = figureOf(one, 'wireless already');
  const shared =
    usable && usable.value.low < usable.value.mid ? `, ${count(usable.value.low)} when all draw at once` : '';
  return [
    asked && `Lifted from “${asked.name}”: ${count(asked.lifted)} of ${count(asked.notSpots)}.`,
    gigabit && `Count as gigabit: ${count(gigabit.value.mid)}.`,
    usable && `Usable: ${count(usable.value.mid)}${shared}.`,
    // Who has it anyway must not be taken for gained.
    wireless &&
      wireless.value.mid > 0 &&
      `Can get fixed wireless already, at whatever speed: ${count(wireless.value.mid)} of the ${count(wireless.denominator ?? 0)} asked for.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function sumOf(one: Evaluated): string {
  const [whole, served] = [figureOf(one, 'present value'), figureOf(one, 'served')];
  const money = whole ? rangeMid(whole.value) : 'cost not known';
  return served ? `${money} for ${count(served.value.mid)}` : money;
}

function bandWords({ value }: Figure): string {
  const band = rangeBand(value);
  return band ? `, ${band[0]} to ${band[1]}` : '';
}
