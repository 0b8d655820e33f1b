import type { HubRoof } from '../plan/hub-roof.ts';
import type { PlanRadio } from '../plan/plan-question.ts';
import type { RoofsToJudge } from './hub-input.ts';

/** What candidates are gathered from. */
export interface RoofsToGather extends Omit<RoofsToJudge, 'candidates' | 'question'> {
  readonly question: Pick<PlanRadio, 'radiusMetres' | 'mastMetres' | 'wayleaves'>;
  /** Roofs that the project names (`listedRoofs`). */
  readonly listed: readonly HubRoof[];
  /** Of the footprints: their content, and what the roof of a row is called (`roofNamer`). */
  readonly footprints: { readonly contentId: string; readonly nameOf: (row: number) => string } | null;
}
