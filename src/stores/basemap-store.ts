import { createStore } from 'zustand/vanilla';
import type { Basemap } from '../domain/project/basemap.ts';

/** `version` grows with every basemap put under the map. `removed` can be put back. */
export interface BasemapState {
  readonly basemap: Basemap | null;
  readonly version: number;
  readonly removed: Basemap | null;
}

export function createBasemapStore() {
  return createStore<BasemapState>()(() => ({ basemap: null, version: 0, removed: null }));
}

export type BasemapStore = ReturnType<typeof createBasemapStore>;
