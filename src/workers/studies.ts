import type { AreaAnalysis } from '../domain/areas/area-analysis.ts';
import type { CountSides } from '../domain/before-after/count-side.ts';
import type { ClusterQuestion } from '../domain/clusters/cluster-question.ts';
import type { NotSpotClusters } from '../domain/clusters/not-spot-clusters.ts';
import type { Comparison, ComparisonQuestion } from '../domain/compare/comparison.ts';
import type { ConsentsAnswer, ConsentsQuestion } from '../domain/consents/consents-answer.ts';
import type { ChosenPremises, ChosenQuestion } from '../domain/dig/chosen-premises.ts';
import type { DigResult } from '../domain/dig/dig-design.ts';
import type { DigGround, GroundQuestion } from '../domain/dig/dig-ground.ts';
import type { DigQuestion } from '../domain/dig/dig-question.ts';
import type { ListedPremises } from '../domain/dig/listed-premises.ts';
import type { ComparedPlans } from '../domain/evaluation/compared-plans.ts';
import type { Crossover, CrossoverQuestion } from '../domain/evaluation/crossover.ts';
import type { PlanEvaluation } from '../domain/evaluation/evaluation.ts';
import type { FigureRows } from '../domain/explain/figure-rows.ts';
import type { RowsQuestion } from '../domain/explain/rows-question.ts';
import { loadGrid } from '../domain/geo/british-national-grid.ts';
import type { BarrierLedger, DigOnceCalendar, RoofRanking } from '../domain/plan/barrier-ledger.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { PlanDesigns } from '../domain/plan/plan-design.ts';
import type { PlansWith } from '../domain/plan/plans-with.ts';
import type { Register } from '../domain/plan/register.ts';
import type { Project } from '../domain/project/project.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import type { CandidateQuestion, CandidatesAnswer } from '../domain/radio/candidate-roof.ts';
import type { LinkAnswer, OneLinkQuestion } from '../domain/radio/one-link.ts';
import type { ReachAnswer, ReachQuestion } from '../domain/radio/reach-answer.ts';
import type { SeesAnswer, SeesQuestion } from '../domain/radio/sees-answer.ts';
import type { AreaFileQuestion } from './studies/area-file.ts';
import type { AreaShapesAnswer, AreaShapesQuestion } from './studies/area-shapes.ts';
import type { AreasQuestion } from './studies/areas.ts';
import type { BeforeAfterAnswer } from './studies/before-after.ts';
import type { ClusterFileQuestion } from './studies/cluster-file.ts';
import type { DigFileQuestion } from './studies/dig-file.ts';
import type { DuelQuestion } from './studies/duel.ts';
import type { FoundMeanwhile, MeanwhileQuestion } from './studies/found-meanwhile.ts';
import type { PlanFileQuestion } from './studies/plan-file.ts';
import type { ReachFileQuestion } from './studies/reach-file.ts';
import type { ReadDigAnswer, ReadDigQuestion } from './studies/read-dig.ts';
import type { ReadPlanAnswer, ReadPlanQuestion } from './studies/read-plan.ts';
import type { ReadReckoningQuestion } from './studies/read-reckoning.ts';
import type { StudyBench } from './study-bench.ts';

/**
 * What a study is asked and what it answers, by its name. A study is a long job over a whole project, whose code the
 * worker fetches when it is first asked for.
 */
export interface Studies {
  clusters: { question: ClusterQuestion; answer: NotSpotClusters };
  'cluster-file': { question: ClusterFileQuestion; answer: string };
  areas: { question: AreasQuestion; answer: AreaAnalysis };
  'area-shapes': { question: AreaShapesQuestion; answer: AreaShapesAnswer };
  'area-file': { question: AreaFileQuestion; answer: string };
  comparison: { question: ComparisonQuestion; answer: Comparison };
  'before-after': { question: CountSides; answer: BeforeAfterAnswer };
  /** The rows behind a figure. */
  'figure-rows': { question: RowsQuestion; answer: FigureRows };
  /** Over the project's heights, with its radio choices, for all of the four. */
  link: { question: OneLinkQuestion; answer: LinkAnswer };
  reach: { question: ReachQuestion; answer: ReachAnswer };
  'reach-file': { question: ReachFileQuestion; answer: string };
  sees: { question: SeesQuestion; answer: SeesAnswer };
  candidates: { question: CandidateQuestion; answer: CandidatesAnswer };
  /** What may stand in a site's way, with heights or without. */
  consents: { question: ConsentsQuestion; answer: ConsentsAnswer };
  /** How many premises a choice names; which of them a typed list names. */
  'dig-premises': { question: ChosenQuestion; answer: ChosenPremises };
  'dig-list': { question: { readonly text: string }; answer: ListedPremises };
  /** Streets and fibre points around premises. */
  'dig-ground': { question: GroundQuestion; answer: DigGround };
  /** The trench that reaches premises; `quick`: the first good one. */
  dig: { question: { readonly question: DigQuestion; readonly quick: boolean }; answer: DigResult };
  /** A design as a file, and out of one. */
  'dig-file': { question: DigFileQuestion; answer: string };
  'read-dig': { question: ReadDigQuestion; answer: ReadDigAnswer };
  /** A plan as a file, and out of one. */
  'plan-file': { question: PlanFileQuestion; answer: string };
  'read-plan': { question: ReadPlanQuestion; answer: ReadPlanAnswer };
  /** What a file holds of what plans are reckoned with. */
  'read-reckoning': { question: ReadReckoningQuestion; answer: Partial<Register> };
  /** Every way of fixing the same not-spots; `before`: what the plan had before it was changed. */
  duel: { question: DuelQuestion; answer: PlanDesigns };
  /** Which plans ask for some rows of the premises. */
  'plans-with': { question: { readonly rows: readonly number[] }; answer: PlansWith };
  /** What a plan that has designs comes to. */
  'evaluate-plan': { question: { readonly plan: Plan }; answer: PlanEvaluation };
  /** What each barrier of a plan that has designs keeps from it. */
  'barrier-ledger': { question: { readonly plan: Plan }; answer: BarrierLedger };
  /** The council's roofs by whom they would newly reach; others' works in a plan's streets. */
  'roof-ranking': { question: { readonly plan: Plan }; answer: RoofRanking };
  'dig-once': { question: { readonly plan: Plan }; answer: DigOnceCalendar };
  /** What of a plan's designs would be better than those of then under the levers of then. */
  'found-meanwhile': { question: MeanwhileQuestion; answer: FoundMeanwhile };
  /** The cheapest technology of each premises of a plan. */
  crossover: { question: CrossoverQuestion; answer: Crossover };
  /** Plans beside each other, by id, the first of which the others are held against. */
  'compare-plans': { question: { readonly planIds: readonly string[] }; answer: ComparedPlans };
}

export type StudyName = keyof Studies;

/** A study as its file has it: steps that end in the answer. `transfers` names buffers that may be given away with it. */
export interface Study<Name extends StudyName> {
  readonly study: (
    bench: StudyBench,
    project: Project,
    question: Studies[Name]['question'],
  ) => Generator<WorkStep, Studies[Name]['answer']>;
  readonly transfers?: (answer: Studies[Name]['answer']) => Transferable[];
}

/** Where each study is found. */
export const STUDIES: { readonly [Name in StudyName]?: () => Promise<Study<Name>> } = {
  comparison: () => import('./studies/comparison.ts'),
  'before-after': () => import('./studies/before-after.ts'),
  clusters: async () => {
    await loadGrid();
    return import('./studies/clusters.ts');
  },
  'cluster-file': async () => {
    await loadGrid();
    return import('./studies/cluster-file.ts');
  },
  areas: () => import('./studies/areas.ts'),
  'area-shapes': () => import('./studies/area-shapes.ts'),
  'area-file': () => import('./studies/area-file.ts'),
  'figure-rows': () => import('./studies/figure-rows.ts'),
  link: async () => {
    await loadGrid();
    return import('./studies/link.ts');
  },
  reach: async () => {
    await loadGrid();
    return import('./studies/reach.ts');
  },
  'reach-file': async () => {
    await loadGrid();
    return import('./studies/reach-file.ts');
  },
  sees: async () => {
    await loadGrid();
    return import('./studies/sees.ts');
  },
  candidates: async () => {
    await loadGrid();
    return import('./studies/candidates.ts');
  },
  consents: async () => {
    await loadGrid();
    return import('./studies/consents.ts');
  },
  'dig-premises': () => import('./studies/dig-premises.ts'),
  'dig-list': () => import('./studies/dig-list.ts'),
  'dig-ground': async () => {
    await loadGrid();
    return import('./studies/dig-ground.ts');
  },
  dig: async () => {
    await loadGrid();
    return import('./studies/dig.ts');
  },
  'dig-file': () => import('./studies/dig-file.ts'),
  'read-dig': () => import('./studies/read-dig.ts'),
  'plan-file': async () => {
    await loadGrid();
    return import('./studies/plan-file.ts');
  },
  'read-plan': () => import('./studies/read-plan.ts'),
  'plans-with': () => import('./studies/plans-with.ts'),
  'read-reckoning': () => import('./studies/read-reckoning.ts'),
  'barrier-ledger': async () => {
    await loadGrid();
    return import('./studies/barrier-ledger.ts');
  },
  'roof-ranking': async () => {
    await loadGrid();
    return import('./studies/roof-ranking.ts');
  },
  'found-meanwhile': async () => {
    await loadGrid();
    return import('./studies/found-meanwhile.ts');
  },
  'dig-once': async () => {
    await loadGrid();
    return import('./studies/dig-once.ts');
  },
  duel: async () => {
    await loadGrid();
    return import('./studies/duel.ts');
  },
  'evaluate-plan': async () => {
    await loadGrid();
    return import('./studies/evaluate-plan.ts');
  },
  'compare-plans': async () => {
    await loadGrid();
    return import('./studies/compare-plans.ts');
  },
  crossover: async () => {
    await loadGrid();
    return import('./studies/crossover.ts');
  },
};
