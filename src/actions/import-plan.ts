import type { JobOptions } from '../workers/compute-client.ts';
import type { AppContext } from './app-context.ts';
import { addFoundPlan } from './edit-plans.ts';
import { findPlan } from './find-plan.ts';
import { importWritten, type WrittenImported, type WrittenKind } from './import-written.ts';
import { openInterventionTopic, openPlan } from './set-interventions-view.ts';

/** Adds the plan of a file and opens it, as `importWritten` does. */
export function importPlan(context: AppContext, file: File, options?: JobOptions): Promise<WrittenImported> {
  return importWritten(context, PLAN_FILE, file, options);
}

/** The file that Notspot writes of a plan. */
export const PLAN_FILE: WrittenKind<'read-plan'> = {
  mark: 'notspot_plan',
  reading: 'read-plan',
  refusal: 'PlanRefused',
  many: 'plans',
  fictional: 'is a plan in the fictional demo borough',
  real: 'is a plan for real premises',
  take: (context, { plan, device, isThere }) => {
    if (isThere) {
      openInterventionTopic(context, 'duel');
      openPlan(context, plan.id);
    }
    const id = isThere ? plan.id : addFoundPlan(context, plan, device);
    return findPlan(context, id)?.name ?? plan.name;
  },
};
