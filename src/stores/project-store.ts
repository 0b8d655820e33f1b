import { createStore } from 'zustand/vanilla';
import type { Change } from '../domain/project/change.ts';
import type { Project } from '../domain/project/project.ts';
import {
  type Amendment,
  applyEntry,
  changeEntry,
  type Work,
  type WorkEntry,
} from '../domain/project/work.ts';

export interface ProjectState extends Work {
  /** Grows with every change, undo and redo: results carry it, and a stale one is dropped. */
  readonly version: number;
  /** What led from the version before to this one, in order; none where the work was opened whole. */
  readonly entries: readonly WorkEntry[];
  /** Grows with every work that is opened in place of another. */
  readonly opened: number;
  /** Grows each time that the data behind this very work is there again. */
  readonly renewed: number;
  /** True while another tab edits this work: changes are refused. */
  readonly readOnly: boolean;
  /** Grows with every change that was refused because the work is read-only here. */
  readonly refusals: number;
  change(label: string, change: Change): void;
  /** Puts in what was worked out of an item as it is: no step of undo. */
  amend(change: Amendment): void;
  undo(): void;
  redo(): void;
  /** Takes several steps back (below 0) or again (above 0) at once: one version, as one press. */
  go(steps: number): void;
  /** Lets go of all steps that could be undone or redone. */
  forgetSteps(): void;
  /** Puts a whole work in place of what is there; no step of undo. */
  open(work: Work): void;
  /** The same work whose data is there again: a new version, so that all is worked out anew, with nothing to keep. */
  renew(): void;
}

export const EMPTY_PROJECT: Project = {
  name: 'Untitled',
  fictional: false,
  datasets: [],
  layers: [],
  recipes: [{ id: 'no-gigabit', name: 'No gigabit', text: 'no gigabit' }],
  assumptions: [],
  plans: [],
  sites: [],
  devices: [],
  designs: [],
  view: { recipeId: 'no-gigabit' },
};

/** The project and its undo. The only store that is undoable. */
export function createProjectStore(project: Project = EMPTY_PROJECT) {
  return createStore<ProjectState>()((set, get) => {
    const take = (make: (work: Work) => WorkEntry, times = 1): void => {
      const state = get();
      if (state.readOnly) {
        set({ refusals: state.refusals + 1 });
        return;
      }
      let work: Work = state;
      const entries: WorkEntry[] = [];
      for (let i = 0; i < times; i++) {
        const entry = make(work);
        const next = applyEntry(work, entry);
        if (next === work) break;
        work = next;
        entries.push(entry);
      }
      if (entries.length > 0) set({ ...work, entries, version: state.version + 1 });
    };
    return {
      project,
      done: [],
      undone: [],
      version: 0,
      entries: [],
      opened: 0,
      renewed: 0,
      readOnly: false,
      refusals: 0,
      change: (label, change) => take((work) => changeEntry(work, label, change)),
      amend: (change) => take(() => ({ kind: 'amend', change })),
      undo: () => take(() => ({ kind: 'undo' })),
      redo: () => take(() => ({ kind: 'redo' })),
      go: (steps) => take(() => ({ kind: steps < 0 ? 'undo' : 'redo' }), Math.abs(steps)),
      forgetSteps: () => take(() => ({ kind: 'forget-steps' })),
      open: ({ project, done, undone }) => {
        const { version, opened } = get();
        set({ project, done, undone, entries: [], version: version + 1, opened: opened + 1 });
      },
      renew: () => {
        const { project: same, version, renewed } = get();
        // Another object, so that what is remembered of it is worked out anew.
        const project = { ...same, datasets: [...same.datasets] };
        set({ project, entries: [], version: version + 1, renewed: renewed + 1 });
      },
    };
  });
}

export type ProjectStore = ReturnType<typeof createProjectStore>;
