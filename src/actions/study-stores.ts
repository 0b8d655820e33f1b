import { createResultStore, type ResultStore } from '../stores/result-store.ts';
import type { Studies, StudyName } from '../workers/studies.ts';

/** Studies whose answers are shown; the others' become files, or a part of the next question. */
export type ShownStudy = Exclude<
  StudyName,
  | 'cluster-file'
  | 'area-file'
  | 'reach-file'
  | 'dig-list'
  | 'dig-file'
  | 'read-dig'
  | 'plan-file'
  | 'read-plan'
  | 'plans-with'
  | 'read-reckoning'
>;

/** A store for each shown study's answers. */
export type StudyStores = {
  readonly [Name in ShownStudy]: ResultStore<Studies[Name]['question'], Studies[Name]['answer']>;
};

export function createStudyStores(): StudyStores {
  return {
    clusters: createResultStore(),
    areas: createResultStore(),
    'area-shapes': createResultStore(),
    comparison: createResultStore(),
    'before-after': createResultStore(),
    'figure-rows': createResultStore(),
    link: createResultStore(),
    reach: createResultStore(),
    sees: createResultStore(),
    candidates: createResultStore(),
    consents: createResultStore(),
    'dig-premises': createResultStore(),
    'dig-ground': createResultStore(),
    dig: createResultStore(),
    duel: createResultStore(),
    'evaluate-plan': createResultStore(),
    'barrier-ledger': createResultStore(),
    'roof-ranking': createResultStore(),
    'dig-once': createResultStore(),
    'found-meanwhile': createResultStore(),
    crossover: createResultStore(),
    'compare-plans': createResultStore(),
  };
}
