import type { Plan } from '../../domain/plan/plan.ts';
import { planFingerprint } from '../../domain/plan/plan-fingerprint.ts';
import type { Project } from '../../domain/project/project.ts';

/** Whether a plan's designs are not of the project and the question as they now are; false where it has none. */
export function isPlanStale(plan: Plan, project: Project): boolean {
  return plan.designs !== null && plan.designs.madeOf !== planFingerprint(plan, project);
}
