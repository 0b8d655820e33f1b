import { createResultStore, type ResultStore } from '../stores/result-store.ts';
import type { Studies, StudyName } from '../workers/studies.ts';

/** A store for each study's answers. */
export type StudyStores = {
  readonly [Name in StudyName]: ResultStore<Studies[Name]['question'], Studies[Name]['answer']>;
};

export function createStudyStores(): StudyStores {
  return {
    clusters: createResultStore(),
    areas: createResultStore(),
    comparison: createResultStore(),
    'before-after': createResultStore(),
    'figure-rows': createResultStore(),
  };
}
