import type { Plan } from '../../src/domain/plan/plan.ts';
import { planFingerprint } from '../../src/domain/plan/plan-fingerprint.ts';
import type { Project } from '../../src/domain/project/project.ts';

/** The project with these plans, whose designs are of the project as it stands: none is out of date. */
export function withPlansMadeNow(project: Project, plans: readonly Plan[]): Project {
  const bare: Project = { ...project, plans: [] };
  return { ...project, plans: plans.map((plan) => madeNow(plan, bare)) };
}

/** The plan with its designs, where it has them, of the project as it stands. */
export function madeNow(plan: Plan, project: Project): Plan {
  return plan.designs
    ? { ...plan, designs: { ...plan.designs, madeOf: planFingerprint(plan, project) } }
    : plan;
}
