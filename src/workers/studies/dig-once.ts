import type { DigOnceCalendar } from '../../domain/plan/barrier-ledger.ts';
import { digOnceCalendar } from '../../domain/plan/dig-once-calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { projectPlan } from '../project-plan.ts';
import type { StudyBench } from '../study-bench.ts';

/** Which works of others lie in the streets of a plan's designs. Needs loadGrid. */
export function* study(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  { plan }: { readonly plan: Plan },
): Generator<WorkStep, DigOnceCalendar> {
  const ground = yield* projectPlan(bench, project, plan.question, { isDesigned: true });
  yield { what: 'Looking through the calendar', fraction: 0.95 };
  return digOnceCalendar(plan, ground);
}
