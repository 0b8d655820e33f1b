import { DigImpossible } from '../../domain/dig/dig-impossible.ts';
import { isInDesigns, type PlansWith, type PlanWith, planWith } from '../../domain/plan/plans-with.ts';
import { unitsAt } from '../../domain/premises/premises-table.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { askedRows } from '../asked-rows.ts';
import type { StudyBench } from '../study-bench.ts';

/** Which plans ask for some rows of the premises: by their designs, else by what is asked of them now. */
export function* study(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  { rows }: { readonly rows: readonly number[] },
): Generator<WorkStep, PlansWith> {
  const prepared = yield* bench.workbench.prepare(project);
  if (!prepared) throw new RangeError('No premises are loaded. Load a file of premises on the Data page.');
  const { premises } = prepared;
  const plans: PlanWith[] = [];
  const notTold: { planId: string; why: string }[] = [];
  for (const [at, plan] of project.plans.entries()) {
    yield { what: 'Looking through the plans', fraction: at / project.plans.length };
    try {
      let isAsked = isInDesigns(plan, premises);
      if (!isAsked) {
        const asked = new Set((yield* askedRows(bench, project, plan.question)).rows);
        isAsked = (row) => asked.has(row);
      }
      const found = planWith(plan.id, premises, { rows, isAsked });
      if (found) plans.push(found);
    } catch (error) {
      if (!(error instanceof DigImpossible)) throw error;
      notTold.push({ planId: plan.id, why: error.message });
    }
  }
  const units = [...new Set(rows)].reduce((sum, row) => sum + unitsAt(premises, row), 0);
  return { units, unit: premises.unit, plans, notTold };
}
