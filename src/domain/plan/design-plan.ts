import { RateMissing } from '../cost/rate-missing.ts';
import { DigImpossible } from '../dig/dig-impossible.ts';
import type { DigPace } from '../dig/search-dig.ts';
import { hubsAmong } from '../hubs/hubs-among.ts';
import { inShare, type WorkStep } from '../project/work-step.ts';
import { OutOfRange } from '../radio/out-of-range.ts';
import { HeightsRefused } from '../terrain/heights-refused.ts';
import { type AskedDig, type AskedPlan, type AskedRadio, askedPlan } from './asked-plan.ts';
import { isBetter, standingOf } from './design-pence.ts';
import { digAnswer } from './dig-answer.ts';
import { earlierDesign } from './earlier-design.ts';
import { hybridAnswer } from './hybrid-answer.ts';
import { BUILT_INTERVENTIONS, type BuiltIntervention } from './intervention.ts';
import { laidOutHubs } from './laid-out-hubs.ts';
import type { Lever } from './lever.ts';
import type { DesignOutcome, PlanDesign, PlanDesigns } from './plan-design.ts';
import { isRefused, type PlanGround } from './plan-ground.ts';
import type { PlanQuestion } from './plan-question.ts';
import { radioAnswer } from './radio-answer.ts';

/** How designs are made. */
export interface DesignOptions {
  /** `planFingerprint` of the question and levers, and `barriersAside` of the question. */
  readonly madeOf: string;
  readonly asked?: string;
  /**
   * Designs that were asked the same (`asked`): what is found is never worse than what of them may still be built. null: what
   * is found is never worse than without any lever.
   */
  readonly before: PlanDesigns | null;
  /** A trench that is good at once, in the stead of one that a counted search finds. */
  readonly isQuick?: boolean;
  /** Designs that are looked for anew: of the others what is in `before` is kept at the prices of now, if it may be built. Left out: all. */
  readonly anew?: ReadonlySet<BuiltIntervention>;
}

/**
 * The designs of a plan: each intervention for the same premises under the levers that are pulled. One that cannot be made says
 * why and leaves the others. The same question, levers, ground and `before` give the same designs on every machine. Most
 * units served first, then fewest mid whole-life pence; removing a barrier serves no fewer and, for as many, costs no more at mid.
 * Needs `loadGrid`.
 */
export function* designPlan(
  question: PlanQuestion,
  levers: readonly Lever[],
  ground: PlanGround,
  options: DesignOptions,
): Generator<WorkStep, PlanDesigns> {
  const { madeOf, asked: askedAside, isQuick = false, anew } = options;
  const pace: DigPace = isQuick ? { isQuick } : { isQuick, work: TRENCH_WORK };
  const isCold = options.before === null && levers.length > 0;
  const before = isCold ? yield* inShare(designPlan(question, [], ground, options), 0, 0.5) : options.before;
  const asked = askedPlan(question, levers, ground);
  const [from, whole] = isCold ? [0.5, 0.5] : [0, 1];
  const made = new Map<BuiltIntervention, DesignOutcome>();
  for (const kind of ORDER) {
    const kept = anew && !anew.has(kind) ? keptAsItIs(kind, { asked, before }) : null;
    if (kept) {
      made.set(kind, kept);
      continue;
    }
    const [start, end] = SHARES[kind].map((share) => from + whole * share);
    const work = outcomeOf(kind, answerOf(kind, { asked, made, before, pace }));
    const outcome = yield* inShare(work, start, end);
    made.set(kind, keptBetter(outcome, { asked, before }));
  }
  return {
    outcomes: BUILT_INTERVENTIONS.flatMap((kind) => made.get(kind) ?? []),
    madeOf,
    ...(askedAside === undefined ? {} : { asked: askedAside }),
  };
}

/** What one trench of a plan may take, in the units of `WorkMeter`: about a second, so that three designs are made in ten. */
const TRENCH_WORK = 120e6;

/** The hybrid is made of the others. */
const ORDER = ['dig', 'rooftop radio', 'hybrid'] as const;

/** Parts of the whole, by time. */
const SHARES: Readonly<Record<BuiltIntervention, readonly [number, number]>> = {
  dig: [0, 0.25],
  'rooftop radio': [0.25, 0.6],
  hybrid: [0.6, 1],
};

interface Given {
  readonly asked: AskedPlan;
  readonly made: ReadonlyMap<BuiltIntervention, DesignOutcome>;
  readonly before: PlanDesigns | null;
  readonly pace: DigPace;
}

function* answerOf(
  kind: BuiltIntervention,
  { asked, made, before, pace }: Given,
): Generator<WorkStep, PlanDesign> {
  const refused = kind === 'hybrid' ? [...made.values()].find((one) => one.refused !== null)?.refused : null;
  if (refused) throw new NotDesigned(`There is no hybrid without both. ${refused}`);
  const dig = neededDig(asked);
  const { rows } = asked.ground;
  if (kind === 'dig') return { kind, trench: yield* digAnswer(dig, { rows }, pace), radio: null };
  const whole = { ...asked, dig, radio: neededRadio(asked) };
  if (kind === 'rooftop radio')
    return yield* radioAnswer(whole, { before: designIn(before, kind)?.radio ?? null, pace });
  const alone = (one: BuiltIntervention): PlanDesign =>
    made.get(one)?.design ?? { kind: one, trench: null, radio: null };
  const laidOut = yield* laidOutHubs(whole);
  const among = (only: ReadonlySet<string>) => hubsAmong(laidOut, { only });
  return yield* hybridAnswer({ asked: whole, dig: alone('dig'), radio: alone('rooftop radio'), among, pace });
}

/** What cannot be designed, in words. */
class NotDesigned extends Error {}

function neededDig({ dig, ground: { network } }: AskedPlan): AskedDig {
  if (!dig) throw new NotDesigned(isRefused(network) ? network.refused : 'No streets are loaded.');
  return dig;
}

function neededRadio({ radio, ground }: AskedPlan): AskedRadio {
  if (!radio) throw new NotDesigned(isRefused(ground.radio) ? ground.radio.refused : 'No radio is chosen.');
  return radio;
}

function* outcomeOf(
  kind: BuiltIntervention,
  work: Generator<WorkStep, PlanDesign>,
): Generator<WorkStep, DesignOutcome> {
  try {
    return { kind, design: yield* work, refused: null };
  } catch (error) {
    if (!REFUSALS.some((Refusal) => error instanceof Refusal)) throw error;
    return { kind, design: null, refused: (error as Error).message };
  }
}

const REFUSALS = [NotDesigned, DigImpossible, RateMissing, HeightsRefused, OutOfRange] as const;

/** What was made before at the prices of now; null: there is nothing, or it must not be built. */
function keptAsItIs(
  kind: BuiltIntervention,
  { asked, before }: Pick<Given, 'asked' | 'before'>,
): DesignOutcome | null {
  const earlier = designIn(before, kind);
  const design = earlier && earlierDesign(earlier, asked);
  return design && { kind, design, refused: null };
}

/** The design made now, or what was made before of the same kind where that is better still. */
function keptBetter(
  outcome: DesignOutcome,
  { asked, before }: Pick<Given, 'asked' | 'before'>,
): DesignOutcome {
  const earlier = designIn(before, outcome.kind);
  if (!outcome.design || !earlier) return outcome;
  const still = earlierDesign(earlier, asked);
  if (!still || !isBetter(standingOf(still, asked), standingOf(outcome.design, asked))) return outcome;
  return { ...outcome, design: still };
}

function designIn(designs: PlanDesigns | null, kind: BuiltIntervention): PlanDesign | null {
  return designs?.outcomes.find((outcome) => outcome.kind === kind)?.design ?? null;
}
