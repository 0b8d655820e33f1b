import { answerMadeOf, madeOfChanges } from '../../domain/plan/made-of.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planFingerprint } from '../../domain/plan/plan-fingerprint.ts';
import type { Project } from '../../domain/project/project.ts';

/** Whether a plan's designs are not of the project and the question as they now are; false where it has none. */
export function isPlanStale(plan: Plan, project: Project): boolean {
  return plan.designs !== null && plan.designs.madeOf !== fingerprintNow(plan, project);
}

/** Whether an answer about a plan is about it, its designs and the project as they now are. */
export function isOfPlanNow(
  answer: { readonly planId: string; readonly madeOf: string },
  plan: Plan,
  project: Project,
): boolean {
  const now = fingerprintNow(plan, project);
  return (
    answer.planId === plan.id && answer.madeOf === answerMadeOf(plan, now) && !isPlanStale(plan, project)
  );
}

/** Why a plan is out of date: "It was made before the rates and files were changed." */
export function staleWords(plan: Plan, project: Project): string {
  const changed = plan.designs ? madeOfChanges(plan.designs.madeOf, fingerprintNow(plan, project)) : [];
  if (changed.length === 0)
    return 'It was made before files, rates, radios or what is assumed were changed, or by an earlier version of Notspot.';
  const last = changed.at(-1);
  const named = changed.length === 1 ? last : `${changed.slice(0, -1).join(', ')} and ${last}`;
  return `It was made before ${named} changed.`;
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
