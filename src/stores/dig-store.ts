import { createStore } from 'zustand/vanilla';
import type { DigResult } from '../domain/dig/dig-design.ts';

/** What goes on with designs beside the project: never kept, never undone. */
export interface DigState {
  /** Id of the design that is being worked out; null: none is. */
  readonly runningId: string | null;
  /** The last result of a design whose question has changed since: shown, as earlier, until there is another. */
  readonly earlier: { readonly designId: string; readonly result: DigResult } | null;
  /** The quick result that a person did not want refined any further. */
  readonly leftQuick: DigResult | null;
}

export function createDigStore() {
  return createStore<DigState>()(() => ({ runningId: null, earlier: null, leftQuick: null }));
}

export type DigStore = ReturnType<typeof createDigStore>;
