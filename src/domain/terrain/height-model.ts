import type { HeightGrid } from './height-grid.ts';

/** All that links are reckoned on, made of the heights that a project has. */
export interface HeightModel {
  /** What stands in the way: surface as it was flown, or ground with buildings; trees with their leaves. */
  readonly surface: HeightGrid;
  /**
   * Bare earth in the system of `surface`; null where none is loaded. On the very cells of a surface that was raised on it,
   * so that this lies nowhere below; on cells of its own where the surface was flown.
   */
  readonly ground: HeightGrid | null;
  /** What was done to make it and what is lacking, in words that a person is shown. */
  readonly notes: readonly string[];
}
