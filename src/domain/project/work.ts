import { applyChange } from './apply-change.ts';
import type { Change } from './change.ts';
import { narrowedChange } from './narrowed-change.ts';
import type { Project } from './project.ts';
import type { Step } from './step.ts';

/** A project with the steps that led to it: all that saving must keep. */
export interface Work {
  readonly project: Project;
  /** Steps that can be undone, the last one last; and redone, the next one last. */
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

/** What happened to a work, as a value: a journal of these, applied in order, is the work again. */
export type WorkEntry =
  | { readonly kind: 'change'; readonly label: string; readonly change: Change }
  /** What was worked out of the project as it is, put into it: no step of the person's, so that undo passes it over. */
  | { readonly kind: 'amend'; readonly change: Amendment }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'forget-steps' };

/** One item in the place of an earlier state of itself: the steps before and after it go on fitting. */
export type Amendment = Extract<Change, { kind: 'replace' }>;

/** Most steps that undo keeps; the earliest are let go. */
export const MOST_STEPS = 1000;

/**
 * The work after an entry. Pure. Undo and redo where there is nothing to take back give the same work. Throws RangeError
 * for a change that does not fit the project, with nothing changed.
 */
export function applyEntry(work: Work, entry: WorkEntry): Work {
  switch (entry.kind) {
    case 'change': {
      const { project, inverse } = applyChange(work.project, entry.change);
      return {
        project,
        done: [...work.done, { label: entry.label, inverse }].slice(-MOST_STEPS),
        undone: [],
      };
    }
    case 'amend':
      return { ...work, project: applyChange(work.project, entry.change).project };
    case 'undo': {
      const taken = takeLast(work.project, work.done);
      if (!taken) return work;
      return { project: taken.project, done: taken.rest, undone: [...work.undone, taken.step] };
    }
    case 'redo': {
      const taken = takeLast(work.project, work.undone);
      if (!taken) return work;
      return { project: taken.project, done: [...work.done, taken.step], undone: taken.rest };
    }
    case 'forget-steps':
      return { project: work.project, done: [], undone: [] };
  }
}

/** A change as an entry, narrowed to what it touches so that a journal of many stays small. */
export function changeEntry(work: Work, label: string, change: Change): WorkEntry {
  return { kind: 'change', label, change: narrowedChange(work.project, change) };
}

function takeLast(project: Project, steps: readonly Step[]) {
  const last = steps.at(-1);
  if (!last) return null;
  const applied = applyChange(project, last.inverse);
  const step: Step = { label: last.label, inverse: applied.inverse };
  return { project: applied.project, step, rest: steps.slice(0, -1) };
}
