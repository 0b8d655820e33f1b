import { createStore } from 'zustand/vanilla';
import type { QualityReport } from '../domain/quality/quality-note.ts';

/** What there is to know about the loaded data. While `working`, the earlier notes stay on show. */
export interface QualityState {
  readonly status: 'empty' | 'working' | 'ready' | 'failed';
  readonly report: QualityReport | null;
}

export function createQualityStore() {
  return createStore<QualityState>()(() => ({ status: 'empty', report: null }));
}

export type QualityStore = ReturnType<typeof createQualityStore>;
