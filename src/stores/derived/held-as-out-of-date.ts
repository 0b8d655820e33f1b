import type { Plan } from '../../domain/plan/plan.ts';
import type { Project } from '../../domain/project/project.ts';
import type { PlanFileLine } from './plan-file-line.ts';
import { isPlanStale } from './plan-stale.ts';

/** Why a file that says what a plan comes to, by the rates and files of now, cannot be had of one that is out of date; null: it can. */
export function heldAsOutOfDate(form: PlanFileLine['form'], plan: Plan, project: Project): string | null {
  return SUMS.has(form) && isPlanStale(plan, project)
    ? 'This plan is out of date: with the sums of today it would be neither what it was nor what is true now. Run it again first.'
    : null;
}

const SUMS: ReadonlySet<PlanFileLine['form']> = new Set(['page', 'bill', 'comparison']);
