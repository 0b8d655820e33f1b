import type { CaseKind } from './case-kind.ts';
import { freeSpace } from './free-space.ts';

/** The kinds of case files that are checked; the first that a file matches is its kind. */
export const CASE_KINDS: readonly CaseKind[] = [freeSpace];

/** Files of models that Notspot does not have, by how their names begin, and which model that is. */
export const NOT_IMPLEMENTED: readonly (readonly [start: string, model: string])[] = [
  ['itm_', 'the Longley–Rice model (ITM)'],
  ['p1812_validation', 'the whole of P.1812'],
  ['nycmesh_built_links', 'links over a surface of New York, which no file here holds'],
];
