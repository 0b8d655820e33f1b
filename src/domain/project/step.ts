import type { Change } from './change.ts';

/** One step a person took: what undo and redo say, and the change that takes it back. */
export interface Step {
  readonly label: string;
  readonly inverse: Change;
}
