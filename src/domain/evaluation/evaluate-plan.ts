import { unitWord } from '../not-spots/headline.ts';
import { BUILT_INTERVENTIONS, type BuiltIntervention, INTERVENTIONS } from '../plan/intervention.ts';
import type { PlanDesign } from '../plan/plan-design.ts';
import type { Unit } from '../premises/premises-table.ts';
import { formulaNumber } from '../project/formula-number.ts';
import { inShare, type WorkStep } from '../project/work-step.ts';
import { counted } from '../tables/issue-collector.ts';
import { breakEvenInput } from './break-even-input.ts';
import { type Built, builtTogether, pointKey } from './built-together.ts';
import { type BreakEvenInput, type Evaluated, LINE_KEYS, type PlanEvaluation } from './evaluation.ts';
import type { EvaluationInput } from './evaluation-input.ts';
import { unitsBehindHubs } from './failure-points.ts';
import { type Judged, judgeBuilt } from './judge-built.ts';
import { notKnownLine } from './line-figure.ts';
import { linesOf } from './lines-of.ts';
import { askedGround } from './recipe-lifts.ts';
import { whyThis } from './why-this.ts';
import { type WirelessAlready, wirelessWords } from './wireless-already.ts';

/**
 * Judges a plan: each intervention, and what is chosen of them together, over the same premises by the same lines. Pure: the
 * same input gives the same bytes, and nothing of it is changed. A design that is not there, or cannot be judged, says why and leaves the
 * others.
 */
export function* evaluatePlan(input: EvaluationInput): Generator<WorkStep, PlanEvaluation> {
  const { plan, madeOf, unit } = input;
  yield { what: 'Gathering the premises', fraction: 0 };
  const ground = askedGround(input);
  const judged = new Map<Evaluated['kind'], Judged>();
  const interventions: Evaluated[] = [];
  const judgeAll = function* (designs: readonly PlanDesign[]): Generator<WorkStep, Judged> {
    const share = interventions.length / (INTERVENTIONS.length + 1);
    const built = builtTogether(designs, input.places);
    return yield* inShare(judgeBuilt(built, input, ground), share, share + 1 / (INTERVENTIONS.length + 1));
  };
  for (const kind of INTERVENTIONS) {
    const design = designOf(input, kind);
    if (typeof design === 'string') {
      interventions.push(refusedAs(kind, design));
      continue;
    }
    const own = yield* judgeAll(design ? [design] : []);
    judged.set(kind, own);
    yield { what: 'Writing the lines', fraction: interventions.length / (INTERVENTIONS.length + 1) };
    interventions.push(evaluatedAs(kind, own, input));
  }
  const { chosen, why } = chosenDesigns(input);
  const together =
    why === null
      ? withDropped(evaluatedAs('as chosen', yield* judgeAll(chosen), input), chosen, judged)
      : refusedAs('as chosen', why);
  const [dig, radio] = [judged.get('dig') ?? null, judged.get('rooftop radio') ?? null];
  return {
    planId: plan.id,
    madeOf,
    unit,
    interventions,
    chosen: together,
    breakEven: withLacking(breakEvenInput(dig && pricedOf(dig), radio && pricedOf(radio)), dig, radio),
    ...(input.recipeInForce === undefined ? {} : { recipeInForce: input.recipeInForce }),
    sentences: [...whyThis(judged, input), ...wirelessSentences(ground.wireless, unit)],
  };
}

function wirelessSentences(wireless: WirelessAlready, unit: Unit): string[] {
  return wireless.why === null && wireless.has > 0 ? [wirelessWords(wireless, unit)] : [];
}

/** The design of an intervention; null: it builds nothing; text: why there is none. */
function designOf({ plan, device }: EvaluationInput, kind: Evaluated['kind']): PlanDesign | string | null {
  if (!isBuilt(kind)) return null;
  const outcome = plan.designs?.outcomes.find((one) => one.kind === kind);
  if (!outcome) return 'This plan has not been worked out yet. Run it.';
  if (!outcome.design) return outcome.refused;
  if (outcome.design.radio && outcome.design.radio.hubs.length > 0 && !device)
    return 'The radio of this plan is not among the project’s any more. Choose another and run the plan again.';
  return outcome.design;
}

function isBuilt(kind: Evaluated['kind']): kind is BuiltIntervention {
  return BUILT_INTERVENTIONS.some((one) => one === kind);
}

function chosenDesigns(input: EvaluationInput): {
  readonly chosen: PlanDesign[];
  readonly why: string | null;
} {
  const designs = BUILT_INTERVENTIONS.filter((kind) => input.plan.chosen.includes(kind)).map((kind) =>
    designOf(input, kind),
  );
  const why = designs.find((design) => typeof design === 'string') ?? null;
  return {
    chosen: designs.flatMap((design) => (design === null || typeof design === 'string' ? [] : [design])),
    why: typeof why === 'string' ? `What is chosen cannot be judged. ${why}` : null,
  };
}

function evaluatedAs(kind: Evaluated['kind'], judged: Judged, input: EvaluationInput): Evaluated {
  const { byWard, byRecipe, failures, barriers, built } = judged;
  return {
    kind,
    refused: null,
    lines: linesOf(judged, input),
    byWard,
    byRecipe,
    failures: failures.slice(0, MOST_FAILURES),
    barriers,
    notes: [...built.notes, ...notesOf(kind, built, judged, input)],
  };
}

const MOST_FAILURES = 20;

/** What is chosen together, with what of each is not built so: its sums are not those of its designs added. */
function withDropped(
  together: Evaluated,
  chosen: readonly PlanDesign[],
  judged: ReadonlyMap<Evaluated['kind'], Judged>,
): Evaluated {
  if (chosen.length < 2) return together;
  const byFibre = new Set(
    chosen.flatMap(({ trench }) => (trench?.served ?? []).filter(({ units }) => units > 0).map(pointKey)),
  );
  const notes = chosen.flatMap(({ kind, radio }) => {
    const gone = (radio?.served ?? []).filter((place) => byFibre.has(pointKey(place)));
    const all = judged.get(kind)?.served ?? 0;
    const units = gone.reduce((sum, place) => sum + place.units, 0);
    return units > 0
      ? [
          `Of the ${formulaNumber(all)} that “${kind}” serves, ${formulaNumber(units)} take the fibre of what else is chosen: their radios are dropped, neither bought nor run. Its hubs stay, are paid for, and are waited for until the last service.`,
        ]
      : [];
  });
  return { ...together, notes: [...notes, ...together.notes] };
}

/** What is to be said of an intervention as a whole. */
function notesOf(
  kind: Evaluated['kind'],
  built: Built,
  { asked, eligible, byRecipe, costs, overfull }: Judged,
  { unit, plan, coverage }: EvaluationInput,
): string[] {
  const notes: string[] = [...costs.lackSentences, ...(overfull ? [overfull] : [])];
  if (kind === 'leave as it is' || (kind === 'as chosen' && plan.chosen.length === 0)) {
    const told = byRecipe.find(({ why, notSpots }) => why === null && notSpots > 0);
    notes.push(
      `Nothing is built and nothing is paid: all ${formulaNumber(asked)} ${unitWord(unit, asked)} asked for stay as they are${told ? `, ${formulaNumber(told.notSpots)} of them not-spots of “${told.name}”` : ''}. What others build meanwhile is not known, nor what it costs those who wait.`,
    );
  }
  if (kind === 'as chosen' && plan.chosen.length > 1)
    notes.push(
      'What two of the designs build alike is built once; stretches of trench that only overlap are counted twice. Who both reach takes fibre.',
    );
  const idle = unitsBehindHubs(built).filter((units) => units === 0).length;
  if (idle > 0)
    notes.push(
      `${idle} of ${counted(built.hubs.length, 'hub')} ${idle === 1 ? 'serves' : 'serve'} nobody whom fibre does not reach: ${idle === 1 ? 'it is' : 'they are'} paid for all the same.`,
    );
  if (!coverage) notes.push('No coverage is loaded: what it changes of any definition is not known.');
  else if (eligible === null) notes.push('Who has gigabit already is not known.');
  return notes;
}

function refusedAs(kind: Evaluated['kind'], why: string): Evaluated {
  return {
    kind,
    refused: why,
    lines: LINE_KEYS.map((key) => notKnownLine(key, why)),
    byWard: [],
    byRecipe: [],
    failures: [],
    barriers: [],
    notes: [],
  };
}

function pricedOf({ built, costs, served }: Judged) {
  return { built, trench: costs.trench, radio: costs.radio, served };
}

/** With what one of the two lacks and the other does not. */
function withLacking(
  even: BreakEvenInput | null,
  one: Judged | null,
  other: Judged | null,
): BreakEvenInput | null {
  if (!even || !one || !other) return even;
  const [dig, radio] = [one.costs.lacks, other.costs.lacks];
  const only = {
    dig: dig.filter((name) => !radio.includes(name)),
    radio: radio.filter((name) => !dig.includes(name)),
  };
  return only.dig.length + only.radio.length === 0 ? even : { ...even, lacks: only };
}
