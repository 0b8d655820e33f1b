import type { Work } from '../../domain/project/work.ts';

/** A place in the row of steps, the newest first. */
export interface StepLine {
  /** What was done there; null for the beginning. */
  readonly label: string | null;
  /** Steps from the present place: below 0 is undone by going there, above 0 done again, 0 is where one is. */
  readonly steps: number;
}

/** Every place that undo and redo lead to: the steps undone first, the present one, those before, and the beginning. */
export function stepLines({ done, undone }: Pick<Work, 'done' | 'undone'>): readonly StepLine[] {
  const ahead = undone.map(({ label }, i) => ({ label, steps: undone.length - i }));
  const behind = done.map(({ label }, i) => ({ label, steps: i + 1 - done.length })).reverse();
  return [...ahead, ...behind, { label: null, steps: -done.length }];
}
