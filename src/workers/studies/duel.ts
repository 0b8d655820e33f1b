import { barriersAside } from '../../domain/plan/barriers-aside.ts';
import { designPlan } from '../../domain/plan/design-plan.ts';
import type { Lever } from '../../domain/plan/lever.ts';
import { madeOfParts } from '../../domain/plan/made-of.ts';
import type { PlanDesigns } from '../../domain/plan/plan-design.ts';
import { planFingerprint } from '../../domain/plan/plan-fingerprint.ts';
import type { PlanQuestion } from '../../domain/plan/plan-question.ts';
import type { Project } from '../../domain/project/project.ts';
import { inShare, type WorkStep } from '../../domain/project/work-step.ts';
import { projectPlan } from '../project-plan.ts';
import type { StudyBench } from '../study-bench.ts';

/** What a duel is asked. */
export interface DuelQuestion {
  readonly question: PlanQuestion;
  readonly levers: readonly Lever[];
  /**
   * What the plan had before it was changed; null: nothing. What is found is never worse than what of it may still be built, if
   * nothing but barriers and levers has changed since; else it is of no use here.
   */
  readonly before: PlanDesigns | null;
}

/** Every way of fixing the same not-spots of a project. Needs loadGrid. Throws DigImpossible with a remedy. */
export function* study(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  { question, levers, before }: DuelQuestion,
): Generator<WorkStep, PlanDesigns> {
  const ground = yield* inShare(projectPlan(bench, project, question), 0, 0.2);
  const madeOf = planFingerprint({ question, levers }, project);
  const asked = barriersAside(question, project);
  const isOfTheSame =
    before?.asked === asked && sameList(madeOfParts(before.madeOf).contents, madeOfParts(madeOf).contents);
  const options = { madeOf, asked, before: isOfTheSame ? before : null };
  return yield* inShare(designPlan(question, levers, ground, options), 0.2, 1);
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
