import { createStore } from 'zustand/vanilla';

/** What a mark says: shown by shape and label as well as colour. */
export type MarkKind = 'found' | 'quality' | 'gained' | 'lost' | 'changed';

/** A place marked on the map. */
export interface Mark {
  readonly lon: number;
  readonly lat: number;
  readonly kind: MarkKind;
  /** Shown beside it from street zoom on, and to screen readers. */
  readonly label: string;
}

/** Places that somebody asked to see: one set at a time, `owner` says whose ("find", "quality:duplicate-id"). */
export interface MarksState {
  readonly owner: string | null;
  /** "214 premises lost gigabit since January" */
  readonly title: string;
  readonly marks: readonly Mark[];
  /** Place in `marks` of the one gone to from the list; null: none yet. */
  readonly chosen: number | null;
}

export function createMarksStore() {
  return createStore<MarksState>()(() => ({ owner: null, title: '', marks: [], chosen: null }));
}

export type MarksStore = ReturnType<typeof createMarksStore>;
