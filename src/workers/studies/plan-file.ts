import { DEFAULT_RATES } from '../../domain/cost/default-rates.ts';
import { type DigGround, digGround } from '../../domain/dig/dig-ground.ts';
import { builtTogether } from '../../domain/evaluation/built-together.ts';
import { costsOf } from '../../domain/evaluation/costs-of.ts';
import { evaluatePlan } from '../../domain/evaluation/evaluate-plan.ts';
import type { EvaluationInput } from '../../domain/evaluation/evaluation-input.ts';
import { evaluationWithout } from '../../domain/evaluation/evaluation-without.ts';
import { sourceLine } from '../../domain/not-spots/provenance.ts';
import { confidentialPlan } from '../../domain/plan/confidential-plan.ts';
import { DEFAULT_PLAN_CARD } from '../../domain/plan/default-plan-card.ts';
import { namesHeld } from '../../domain/plan/names-held.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { PLAN_ITEM_WORDS } from '../../domain/plan/plan-card-words.ts';
import { planContents } from '../../domain/plan/plan-contents.ts';
import type { Source } from '../../domain/project/figure.ts';
import { hiddenNames } from '../../domain/project/hidden-names.ts';
import { currentRecipe, type Project } from '../../domain/project/project.ts';
import { withContentNames } from '../../domain/project/with-content-names.ts';
import { inShare, type WorkStep } from '../../domain/project/work-step.ts';
import { STANDARD_EARTH_FACTOR } from '../../domain/radio/earth-bulge.ts';
import { StreetsRefused } from '../../domain/streets/streets-refused.ts';
import type { PlanBill } from '../../formats/plan-bill-csv.ts';
import { planBillCsv } from '../../formats/plan-bill-csv.ts';
import { planComparisonCsv } from '../../formats/plan-comparison-csv.ts';
import { planHubsCsv, planLinksCsv, planPremisesCsv } from '../../formats/plan-csv.ts';
import { planGeoJson } from '../../formats/plan-geojson.ts';
import { planKml } from '../../formats/plan-kml.ts';
import { mapBox } from '../../formats/plan-map-svg.ts';
import { planPage } from '../../formats/plan-page.ts';
import { designsOf, designsToHandOver, type PlanTold } from '../../formats/plan-told.ts';
import { judgedWith } from '../judged-with.ts';
import { projectStreets } from '../project-streets.ts';
import type { StudyBench } from '../study-bench.ts';

/** Which file of a plan. */
export interface PlanFileQuestion {
  readonly planId: string;
  readonly form: PlanForm;
  /** ISO date on which the file is made. */
  readonly madeOn: string;
  /** What is to be said of the plan beside what is said anyway: that it is out of date. '' where there is nothing. */
  readonly remark: string;
  /** Whom it is asked for, in words. */
  readonly askedFor: string;
}

export type PlanForm = keyof typeof FORMS;

type FileBench = Pick<StudyBench, 'workbench' | 'latest' | 'fingerprints' | 'hashes'>;

/**
 * Writes a plan, which lies in the project as it is, as text. Throws RangeError in words where it is not there, has no design
 * that the form needs, or a file that the form shows is confidential. Needs `loadGrid`.
 */
export function* study(
  bench: FileBench,
  project: Project,
  question: PlanFileQuestion,
): Generator<WorkStep, string> {
  const plan = project.plans.find(({ id }) => id === question.planId);
  if (!plan) throw new RangeError('This plan is not there any more. Choose another.');
  const { shows, write } = FORMS[question.form];
  const held = confidentialPlan(project, plan);
  for (const what of shows) if (held[what] !== null) throw new RangeError(held[what]);
  yield { what: 'Writing the file', fraction: 0.1 };
  const open = {
    datasets: project.datasets.filter(({ confidential }) => !confidential),
    layers: project.layers.filter(({ confidential }) => !confidential),
  };
  const isOpen =
    open.datasets.length === project.datasets.length && open.layers.length === project.layers.length;
  const hidden = isOpen ? [] : [...hiddenNames(project, open), ...namesHeld(plan, held)];
  const sources = sourcesOf(project, plan);
  const told: PlanTold = {
    projectName: project.name,
    fictional: project.fictional,
    sources: sources.map(sourceLine).join('; '),
    madeOn: question.madeOn,
    remark: [project.fictional ? 'fictional' : '', question.remark, held.remark].filter(Boolean).join('; '),
    fingerprints: bench.fingerprints,
  };
  return yield* write({ bench, project, plan, question, told, sources, hidden });
}

interface Writing {
  readonly bench: FileBench;
  readonly project: Project;
  readonly plan: Plan;
  readonly question: PlanFileQuestion;
  readonly told: PlanTold;
  readonly sources: readonly Source[];
  readonly hidden: readonly string[];
}

/** Each form: what of confidential files it would show, and how it is written. */
const FORMS = {
  geojson: { shows: ['route', 'roofs', 'premises'], write: writeGeoJson },
  page: { shows: [], write: writePage },
  bill: { shows: ['route'], write: writeBill },
  comparison: { shows: [], write: writeComparison },
  premises: { shows: ['premises', 'roofs'], write: atOnce(({ plan, told }) => planPremisesCsv(plan, told)) },
  hubs: {
    shows: ['roofs', 'premises'],
    write: atOnce(({ plan, told, project }) => planHubsCsv(plan, told, linkTerms(project, plan))),
  },
  links: {
    shows: ['roofs', 'premises'],
    write: atOnce(({ plan, told, project }) => planLinksCsv(plan, told, linkTerms(project, plan))),
  },
  kml: {
    shows: ['route', 'roofs', 'premises'],
    write: atOnce(({ plan, told }) => planKml(plan, told)),
  },
} as const;

function atOnce(write: (writing: Writing) => string) {
  // biome-ignore lint/correctness/useYield: it is written in one go.
  return function* (writing: Writing): Generator<WorkStep, string> {
    return write(writing);
  };
}

/** Contents are named by their hashes, so that another's copy of the same files is known again. */
function* writeGeoJson({ bench: { hashes }, project, plan, told }: Writing): Generator<WorkStep, string> {
  yield { what: 'Writing the plan', fraction: 0.3 };
  return planGeoJson(
    planWithContentsNamed(plan, (contentId) => hashes?.get(contentId) ?? contentId),
    told,
    project.devices.find(({ id }) => id === plan.question.radio.deviceId) ?? null,
  );
}

function* writeBill({ bench, project, plan, told }: Writing): Generator<WorkStep, string> {
  designsToHandOver(plan);
  const input = yield* inShare(judgedWith(bench, project, plan), 0.1, 0.9);
  const bills = billsOf(plan, input);
  return planBillCsv(
    plan,
    { bills: bills.map(({ bill }) => bill), billedWith: billedWith(input, bills) },
    told,
  );
}

function* writeComparison({ bench, project, plan, told, hidden }: Writing): Generator<WorkStep, string> {
  designsToHandOver(plan);
  const input = yield* inShare(judgedWith(bench, project, plan), 0.1, 0.6);
  const evaluation = yield* inShare(evaluatePlan(input), 0.6, 0.9);
  return planComparisonCsv(plan, evaluationWithout(evaluation, hidden), told);
}

function* writePage({
  bench,
  project,
  plan,
  question,
  told,
  sources,
  hidden,
}: Writing): Generator<WorkStep, string> {
  designsToHandOver(plan);
  const input = yield* inShare(judgedWith(bench, project, plan), 0.1, 0.6);
  const evaluation = yield* inShare(evaluatePlan(input), 0.6, 0.8);
  const lines = yield* inShare(streetLines(bench, project, plan), 0.8, 0.95);
  yield { what: 'Writing the page', fraction: 0.95 };
  return planPage({
    plan,
    evaluation: evaluationWithout(evaluation, hidden),
    bills: billsOf(plan, input).map(({ bill }) => bill),
    told,
    sources,
    askedFor: question.askedFor,
    recipe: plan.question.onlyNotSpots ? currentRecipe(project) : null,
    rates: project.rates ?? DEFAULT_RATES,
    card: project.planCard ?? DEFAULT_PLAN_CARD,
    device: input.device,
    ground: lines,
    held: confidentialPlan(project, plan),
    hidden,
  });
}

/** A plan with its contents called otherwise. */
export function planWithContentsNamed(plan: Plan, rename: (contentId: string) => string): Plan {
  const change = withContentNames({ kind: 'insert', list: 'plans', at: 0, item: plan }, rename);
  return change.item as Plan;
}

/** The bill of each design by itself, reckoned as the comparison reckons it. */
function billsOf(plan: Plan, input: EvaluationInput) {
  return designsOf(plan).map((design) => {
    const costs = costsOf(builtTogether([design], input.places), input);
    const bill: PlanBill = {
      kind: design.kind,
      trench: design.trench ? costs.trench : null,
      radio: costs.radio,
    };
    return { bill, costs };
  });
}

function billedWith({ rates, card }: EvaluationInput, bills: ReturnType<typeof billsOf>) {
  const assumed = bills.flatMap(({ costs: { trench, radio } }) => [
    ...trench.assumed,
    ...(radio?.assumed ?? []),
    ...(radio?.assumedItems ?? []).map((item) => PLAN_ITEM_WORDS[item].label),
  ]);
  return {
    rates: rates.name,
    ratesPriceBase: rates.priceBase,
    card: card.name,
    cardPriceBase: card.priceBase,
    assumed: [...new Set(assumed)],
  };
}

/** Middles of the streets around what is built; null where no streets are loaded. */
function* streetLines(
  bench: FileBench,
  project: Project,
  plan: Plan,
): Generator<WorkStep, DigGround['lines'] | null> {
  const box = mapBox(designsOf(plan));
  try {
    const network = yield* projectStreets(bench, project);
    const { lines } = yield* digGround(network, { box });
    return lines;
  } catch (error) {
    if (error instanceof StreetsRefused) return null;
    throw error;
  }
}

function linkTerms({ devices, radio }: Project, { question }: Plan) {
  return {
    earthFactor: radio?.earthFactor.value ?? STANDARD_EARTH_FACTOR,
    radioName: devices.find(({ id }) => id === question.radio.deviceId)?.name ?? '',
  };
}

/** The open files that the plan is made of and judged by, each once. */
function sourcesOf(project: Project, { question }: Plan): Source[] {
  const used = new Set([
    ...planContents(project, question),
    ...project.layers.map(({ contentId }) => contentId),
  ]);
  const lines = new Map<string, Source>();
  for (const { contentId, role, confidential, source } of project.datasets)
    if (!confidential && (used.has(contentId) || role === 'wards')) lines.set(sourceLine(source), source);
  return [...lines.values()];
}
