import { askedPlaces } from '../domain/evaluation/asked-places.ts';
import type { EvaluationInput } from '../domain/evaluation/evaluation-input.ts';
import { askedPlan } from '../domain/plan/asked-plan.ts';
import { filesInOrder } from '../domain/plan/files-in-order.ts';
import type { HubRoof } from '../domain/plan/hub-roof.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { planFingerprint } from '../domain/plan/plan-fingerprint.ts';
import type { PlanGround } from '../domain/plan/plan-ground.ts';
import type { RoofTerms } from '../domain/plan/roof-terms.ts';
import { roofTermsOf } from '../domain/plan/roof-terms-of.ts';
import { unitsAt } from '../domain/premises/premises-table.ts';
import type { Project } from '../domain/project/project.ts';
import { inShare, type WorkStep } from '../domain/project/work-step.ts';
import { projectPlan } from './project-plan.ts';
import type { StudyBench } from './study-bench.ts';

/**
 * What a plan of a project is judged over, as its designs lie in it. Needs loadGrid. Throws DigImpossible where it cannot
 * be said whose premises are asked.
 */
export function* judgedWith(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  plan: Plan,
): Generator<WorkStep, EvaluationInput> {
  const ground = yield* inShare(projectPlan(bench, project, plan.question, { isDesigned: true }), 0, 0.9);
  return yield* inShare(judgedOver(ground, { bench, project, plan }), 0.9, 1);
}

/** The same over the ground of its question, where that is at hand. */
export function* judgedOver(
  ground: PlanGround,
  {
    bench,
    project,
    plan,
  }: {
    readonly bench: Pick<StudyBench, 'workbench'>;
    readonly project: Project;
    readonly plan: Plan;
  },
): Generator<WorkStep, EvaluationInput> {
  const { question, levers } = plan;
  const prepared = yield* bench.workbench.prepare(project);
  const { dig, radio } = askedPlan(question, levers, ground);
  const { premises, rows, card, rates, contents } = ground;
  const device = project.devices.find(({ id }) => id === question.radio.deviceId) ?? null;
  const used = new Set(contents);
  const files = filesInOrder(project.datasets).filter(({ contentId }) => used.has(contentId));
  const ofCoverage = new Set(project.layers.map(({ contentId }) => contentId));
  // Without heights no rule tells of a roof what its height would; all else of its terms stands.
  const withoutHints = (roof: HubRoof): RoofTerms =>
    roofTermsOf(roof, {
      hints: [],
      levers,
      card,
      device,
      radio: question.radio,
      day: question.worksFrom,
    });
  return {
    plan,
    madeOf: planFingerprint(plan, project),
    unit: premises.unit,
    places: askedPlaces(
      premises,
      rows,
      prepared?.membership.wardOf ?? new Int32Array(premises.count).fill(-1),
    ),
    wards: (prepared?.wards.codes ?? []).map((code, at) => ({
      code,
      name: prepared?.wards.names[at] ?? code,
    })),
    rates: dig?.rates ?? rates,
    ratesAsTheyAre: rates,
    card,
    device,
    termsOf: radio?.termsOf ?? withoutHints,
    ...(dig && { sharedWith: dig.sharedWith }),
    coverage:
      prepared && project.layers.length > 0
        ? {
            layers: project.layers,
            answers: prepared.answers,
            rows: premises.count,
            unitsAt: (row) => unitsAt(premises, row),
            recipes: project.recipes,
          }
        : null,
    recipeInForce: project.view.recipeId,
    sources: files.map(({ source }) => source),
    sourcesOfWorks: files.filter(({ contentId }) => !ofCoverage.has(contentId)).map(({ source }) => source),
    assumptions: project.assumptions,
  };
}
