import { exportPlan } from '../../../actions/export-plan.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { planFiles } from '../../../stores/derived/plan-files.ts';
import { isPlanStale } from '../../../stores/derived/plan-stale.ts';
import { useApp, useProject } from '../../app-provider.tsx';
import { HandOverFiles } from './hand-over-files.tsx';

/** The files that a plan is handed over as: the page to print first. */
export function PlanHandOver({ plan }: { readonly plan: Plan }) {
  const context = useApp();
  const project = useProject((state) => state.project);
  return (
    <HandOverFiles
      outOfDate={isPlanStale(plan, project) ? 'the plan as it was worked out before' : null}
      files={planFiles(plan, project)}
      take={(form) => exportPlan(context, plan.id, form)}
    />
  );
}
