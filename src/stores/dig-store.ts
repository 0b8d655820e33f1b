import { createStore } from 'zustand/vanilla';
import type { DigResult } from '../domain/dig/dig-design.ts';
import type { DigQuestion } from '../domain/dig/dig-question.ts';

/** What goes on with designs beside the project: never kept, never undone. */
export interface DigState {
  /** The design that was worked out last, or is now, and the question that it was asked; null: none was. */
  readonly run: { readonly designId: string; readonly question: DigQuestion } | null;
  /** The last result of a design whose question has changed since: shown, as earlier, until there is another. */
  readonly earlier: { readonly designId: string; readonly result: DigResult } | null;
}

export function createDigStore() {
  return createStore<DigState>()(() => ({ run: null, earlier: null }));
}

export type DigStore = ReturnType<typeof createDigStore>;
