import { createStore } from 'zustand/vanilla';

export type Page = 'not-spots' | 'premises' | 'rooftops' | 'interventions' | 'data';

export const PAGES: readonly Page[] = ['not-spots', 'premises', 'rooftops', 'interventions', 'data'];

/** Column the ward table is sorted by: 'name', 'units', 'not-spots', 'share', 'not-known', or a layer's key. */
export type SortColumn = string;

/** What is looked at; goes into the address bar, never into undo. */
export interface ViewState {
  readonly page: Page;
  /** Selected ward's GSS code. */
  readonly wardCode: string | null;
  /** Ward under the pointer or the keyboard focus, in map or table. */
  readonly hoveredWard: string | null;
  readonly sort: { readonly column: SortColumn; readonly descending: boolean };
  /** Layer ids whose coverage is drawn. */
  readonly shownLayers: readonly string[];
  readonly showPremises: boolean;
  /** Map camera; null until the map has one. */
  readonly camera: { readonly lon: number; readonly lat: number; readonly zoom: number } | null;
  readonly tableOpen: boolean;
}

export function createViewStore(initial: Partial<ViewState> = {}) {
  return createStore<ViewState>()(() => ({
    page: 'not-spots',
    wardCode: null,
    hoveredWard: null,
    sort: { column: 'not-spots', descending: true },
    shownLayers: [],
    showPremises: true,
    camera: null,
    tableOpen: true,
    ...initial,
  }));
}

export type ViewStore = ReturnType<typeof createViewStore>;
