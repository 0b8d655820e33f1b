import { planFingerprint } from '../domain/plan/plan-fingerprint.ts';
import { applyChange } from '../domain/project/apply-change.ts';
import type { Change } from '../domain/project/change.ts';
import type { AppContext } from './app-context.ts';
import { openedPlan } from './find-plan.ts';
import { runPlan } from './run-plan.ts';

/**
 * Changes what plans are reckoned with, as one step of undo. Where that makes the open plan's designs untrue, they are made
 * again at once and shown as earlier until then; undo gives them back with what they were made of. Other plans say that they
 * are out of date. False: the work is read-only here, and nothing was changed.
 */
export function changeReckoning(context: AppContext, label: string, changes: readonly Change[]): boolean {
  const { project, version, change, readOnly } = context.project.getState();
  const open = openedPlan(context);
  const at = open ? project.plans.indexOf(open) : -1;
  const after = applyChange(project, { kind: 'all', changes }).project;
  const plan = after.plans[at];
  const designs = open?.designs ?? null;
  const isUntrue =
    open !== null &&
    designs !== null &&
    plan?.id === open.id &&
    planFingerprint(plan, after) !== planFingerprint(open, project);
  const all: Change[] = [...changes];
  if (isUntrue) {
    all.push({ kind: 'replace', list: 'plans', at, item: { ...plan, designs: null } });
    if (!readOnly) context.plans.setState({ earlier: { planId: plan.id, designs } });
  }
  change(label, all.length === 1 ? all[0] : { kind: 'all', changes: all });
  if (context.project.getState().version === version) return false;
  if (isUntrue) void runPlan(context, plan.id);
  return true;
}
