import type { PlanEvaluation } from '../../domain/evaluation/evaluation.ts';
import { GIGABIT_MEGABITS, USABLE_MEGABITS } from '../../domain/evaluation/service-speeds.ts';
import { count } from '../../domain/not-spots/headline.ts';
import type { BuiltIntervention } from '../../domain/plan/intervention.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { DesignOutcome } from '../../domain/plan/plan-design.ts';
import type { PlansWith, PlanWith } from '../../domain/plan/plans-with.ts';
import type { Project } from '../../domain/project/project.ts';
import { INTERVENTION_TEXT } from './intervention-text.ts';
import { placeKey } from './place-key.ts';
import { type PlaceAnswer, type PlanAnswers, planAnswers } from './plan-answers.ts';
import { figureOf } from './plan-headline.ts';
import { whyMissed } from './plan-missed.ts';
import { answerWords } from './plan-place-words.ts';
import { isPlanStale, staleWords } from './plan-stale.ts';
import { rangeBand, rangeMid } from './range-text.ts';
import { unitsText } from './units-text.ts';

/** A plan that asks for the premises looked at, ready to print. */
export interface PlanHere {
  readonly id: string;
  readonly name: string;
  /** "It asks for 9 of the 12 premises here."; null: for all of them. */
  readonly asked: string | null;
  readonly isStale: boolean;
  /** What is to be known before the rest: that it is out of date, or not worked out; null: nothing. */
  readonly note: string | null;
  readonly designs: readonly DesignHere[];
}

/** What one design of it would bring them. */
export interface DesignHere {
  readonly kind: BuiltIntervention;
  readonly name: string;
  readonly isChosen: boolean;
  /** Whole sentences. */
  readonly gets: readonly string[];
  /** "The first that this design serves have it after 14 weeks (9–22), the last after 40 (30–60)."; null where it brings them nothing. */
  readonly weeks: string | null;
}

/** What plans come to, by id; null: that could not be said. Those that are missing are being worked out. */
export type EvaluationsById = ReadonlyMap<string, PlanEvaluation | null>;

/** The plans that ask for the premises looked at, in the project's order. */
export function plansHere(found: PlansWith, project: Project, evaluations: EvaluationsById): PlanHere[] {
  return found.plans.flatMap((here) => {
    const plan = project.plans.find(({ id }) => id === here.planId);
    return plan ? [planHere(plan, here, { found, project, evaluation: evaluations.get(plan.id) })] : [];
  });
}

/** The same as sentences, for a file. */
export function planHereWords({ asked, note, designs }: PlanHere): string[] {
  return [
    ...(asked ? [asked] : []),
    ...(note ? [note] : []),
    ...designs.map(({ name, isChosen, gets, weeks }) =>
      [`${name}${isChosen ? ' (chosen to be built)' : ''}:`, ...gets, weeks ?? ''].filter(Boolean).join(' '),
    ),
  ];
}

function planHere(
  plan: Plan,
  here: PlanWith,
  {
    found,
    project,
    evaluation,
  }: {
    readonly found: PlansWith;
    readonly project: Project;
    readonly evaluation: PlanEvaluation | null | undefined;
  },
): PlanHere {
  const isStale = isPlanStale(plan, project);
  const { designs } = plan;
  const answers = designs && planAnswers(designs);
  return {
    id: plan.id,
    name: plan.name,
    asked:
      here.units < found.units
        ? `It asks for ${count(here.units)} of the ${unitsText(found.units, found.unit)} here.`
        : null,
    isStale,
    note: isStale
      ? `${staleWords(plan, project)} What follows is as it was then; work it out again to know.`
      : designs
        ? null
        : 'It is not worked out yet: what it would bring is not known.',
    designs:
      designs && answers
        ? designs.outcomes.map((outcome) => ({
            kind: outcome.kind,
            name: INTERVENTION_TEXT[outcome.kind].name,
            isChosen: plan.chosen.includes(outcome.kind),
            ...designHere(outcome, { here, answers, isStale, evaluation }),
          }))
        : [],
  };
}

function designHere(
  { kind, refused }: DesignOutcome,
  {
    here,
    answers,
    isStale,
    evaluation,
  }: {
    readonly here: PlanWith;
    readonly answers: PlanAnswers;
    readonly isStale: boolean;
    readonly evaluation: PlanEvaluation | null | undefined;
  },
): Pick<DesignHere, 'gets' | 'weeks'> {
  if (refused !== null) return { gets: [`There is no such design. ${refused}`], weeks: null };
  const units = new Map<string, number>();
  let isServed = false;
  for (const { lon, lat, units: own } of here.places) {
    const answer = answersAt(answers).get(placeKey({ lon, lat }))?.answers[kind];
    isServed ||= answer?.how === 'fibre' || answer?.how === 'radio';
    const words = bringsWords(answer);
    units.set(words, (units.get(words) ?? 0) + own);
  }
  const gets =
    here.places.length === 1
      ? [...units.keys()]
      : [...units].map(([words, own]) => `${unitsText(own, answers.unit)}: ${words}`);
  return { gets, weeks: isServed ? weeksWords(kind, isStale, evaluation) : null };
}

/** Places of a plan's designs by their keys. Kept for as long as the answers are. */
function answersAt(answers: PlanAnswers): ReadonlyMap<string, PlanAnswers['places'][number]> {
  const kept = BY_KEY.get(answers);
  if (kept) return kept;
  const made = new Map(answers.places.map((place) => [place.key, place]));
  BY_KEY.set(answers, made);
  return made;
}

const BY_KEY = new WeakMap<PlanAnswers, ReadonlyMap<string, PlanAnswers['places'][number]>>();

/** "Fibre by a trench to the premises. Usable, and counts as gigabit." */
function bringsWords(answer: PlaceAnswer | undefined): string {
  if (!answer) return 'Not known: the design does not say.';
  if (answer.how === 'fibre') return 'Fibre by a trench to the premises. Usable, and counts as gigabit.';
  if (answer.how === 'radio') return `${answerWords(answer)}. ${speedWords(answer)}`;
  const { remedy } = whyMissed(answer);
  return [`${answerWords(answer)}.`, remedy].filter(Boolean).join(' ');
}

function speedWords({
  megabitsPerSecond,
  atOnceMegabits,
}: Extract<PlaceAnswer, { readonly how: 'radio' }>): string {
  if (megabitsPerSecond < USABLE_MEGABITS)
    return `Not usable: below ${USABLE_MEGABITS} Mbit/s. Does not count as gigabit.`;
  const whole =
    megabitsPerSecond >= GIGABIT_MEGABITS
      ? 'Usable, and counts as gigabit.'
      : 'Usable; does not count as gigabit.';
  return atOnceMegabits < USABLE_MEGABITS
    ? `${whole} Below ${USABLE_MEGABITS} Mbit/s if all who share it draw at once.`
    : whole;
}

function weeksWords(
  kind: BuiltIntervention,
  isStale: boolean,
  evaluation: PlanEvaluation | null | undefined,
): string {
  if (isStale) return 'How many weeks it takes is not known while the plan is out of date.';
  if (evaluation === undefined) return 'How many weeks it takes is being worked out …';
  const judged = evaluation?.interventions.find((one) => one.kind === kind);
  const [first, last] = (['weeks to first service', 'weeks to last service'] as const).map((key) => {
    const figure = judged && figureOf(judged, key);
    if (!figure) return null;
    const band = rangeBand(figure.value);
    return { mid: rangeMid(figure.value), band: band ? ` (${band[0]}–${band[1]})` : '' };
  });
  if (!first || !last) return 'How many weeks it takes is not known.';
  return `The first that this design serves have it after ${first.mid} weeks${first.band}, the last after ${last.mid}${last.band}.`;
}
