import { createStore } from 'zustand/vanilla';

/** The tour under way: its step from 0; null: none. */
export interface TourState {
  readonly step: number | null;
}

export const TOUR_STEPS = 6;

export function createTourStore() {
  return createStore<TourState>()(() => ({ step: null }));
}

export type TourStore = ReturnType<typeof createTourStore>;
