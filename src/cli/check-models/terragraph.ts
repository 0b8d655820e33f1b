import { type CaseObject, isObject } from './case-document.ts';
import type { DocumentKind } from './case-kind.ts';
import { terragraphModulationCases } from './terragraph-modulation.ts';
import { terragraphSightCases } from './terragraph-sight.ts';

/** Figures of Terragraph's planner at 60 GHz. */
export const terragraph: DocumentKind = {
  kind: 'document',
  what: 'Terragraph planner at 60 GHz',
  matches: (document) => isObject(document) && isObject(document.mcs),
  cases: (document) => [
    ...terragraphSightCases(document as CaseObject),
    ...terragraphModulationCases(document as CaseObject),
  ],
};
