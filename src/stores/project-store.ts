import { createStore } from 'zustand/vanilla';
import { applyChange } from '../domain/project/apply-change.ts';
import type { Change } from '../domain/project/change.ts';
import type { Project } from '../domain/project/project.ts';
import type { Step } from '../domain/project/step.ts';

export interface ProjectState {
  readonly project: Project;
  /** Grows with every change, undo and redo: results carry it, and a stale one is dropped. */
  readonly version: number;
  /** Steps that can be undone, the last one last; and redone, the next one last. */
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  /** True once the person changed something that no file holds. */
  readonly unsaved: boolean;
  change(label: string, change: Change): void;
  undo(): void;
  redo(): void;
}

export const EMPTY_PROJECT: Project = {
  name: 'Untitled',
  fictional: false,
  datasets: [],
  layers: [],
  recipes: [{ id: 'no-gigabit', name: 'No gigabit', text: 'no gigabit' }],
  assumptions: [],
  plans: [],
  view: { recipeId: 'no-gigabit' },
};

/** The project and its undo. The only store that is undoable. */
export function createProjectStore(project: Project = EMPTY_PROJECT) {
  return createStore<ProjectState>()((set, get) => ({
    project,
    version: 0,
    done: [],
    undone: [],
    unsaved: false,
    change(label, change) {
      const { project, done, version } = get();
      const applied = applyChange(project, change);
      const step = { label, inverse: applied.inverse };
      set({
        project: applied.project,
        version: version + 1,
        done: [...done, step],
        undone: [],
        unsaved: true,
      });
    },
    undo() {
      const { project, done, undone, version } = get();
      const step = done.at(-1);
      if (!step) return;
      const applied = applyChange(project, step.inverse);
      const back = { label: step.label, inverse: applied.inverse };
      set({
        project: applied.project,
        version: version + 1,
        done: done.slice(0, -1),
        undone: [...undone, back],
        unsaved: true,
      });
    },
    redo() {
      const { project, done, undone, version } = get();
      const step = undone.at(-1);
      if (!step) return;
      const applied = applyChange(project, step.inverse);
      const again = { label: step.label, inverse: applied.inverse };
      set({
        project: applied.project,
        version: version + 1,
        done: [...done, again],
        undone: undone.slice(0, -1),
        unsaved: true,
      });
    },
  }));
}

export type ProjectStore = ReturnType<typeof createProjectStore>;
