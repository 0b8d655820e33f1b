import type { RoofRanking } from '../../domain/plan/barrier-ledger.ts';
import { answerMadeOf } from '../../domain/plan/made-of.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planFingerprint } from '../../domain/plan/plan-fingerprint.ts';
import { rankCouncilRoofs } from '../../domain/plan/rank-council-roofs.ts';
import type { Project } from '../../domain/project/project.ts';
import { inShare, type WorkStep } from '../../domain/project/work-step.ts';
import { projectPlan } from '../project-plan.ts';
import type { StudyBench } from '../study-bench.ts';

/** The council's roofs and columns by whom of a plan's premises each would newly reach. Needs loadGrid. */
export function* study(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  { plan }: { readonly plan: Plan },
): Generator<WorkStep, RoofRanking> {
  const ground = yield* inShare(projectPlan(bench, project, plan.question), 0, 0.4);
  const ranking = yield* inShare(rankCouncilRoofs(plan, ground, ground.premises.unit ?? 'premises'), 0.4, 1);
  return { ...ranking, madeOf: answerMadeOf(plan, planFingerprint(plan, project)) };
}
