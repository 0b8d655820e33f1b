import type { Source } from './figure.ts';

/** A figure and where it is from. `source` null: nobody sourced it, and the screen says "assumed". */
export interface Sourced<Value> {
  readonly value: Value;
  readonly source: Source | null;
}
