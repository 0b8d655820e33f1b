import type { Plan } from '../../domain/plan/plan.ts';
import { planFingerprint } from '../../domain/plan/plan-fingerprint.ts';
import type { Project } from '../../domain/project/project.ts';

/** Whether a plan's designs are not of the project and the question as they now are; false where it has none. */
export function isPlanStale(plan: Plan, project: Project): boolean {
  return plan.designs !== null && plan.designs.madeOf !== fingerprintNow(plan, project);
}

/** `planFingerprint`, worked out once for a plan of a project as they stand. */
export function fingerprintNow(plan: Plan, project: Project): string {
  const known = ofProjects.get(project) ?? new WeakMap<Plan, string>();
  ofProjects.set(project, known);
  const before = known.get(plan);
  if (before !== undefined) return before;
  const now = planFingerprint(plan, project);
  known.set(plan, now);
  return now;
}

const ofProjects = new WeakMap<Project, WeakMap<Plan, string>>();
