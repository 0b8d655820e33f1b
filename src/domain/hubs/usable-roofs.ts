import type { RoofTerms } from '../plan/roof-terms.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { HubInput } from './hub-input.ts';
import type { JudgedRoofs } from './judged-roofs.ts';
import { RoofLinks } from './roof-links.ts';

/** Which of the judged roofs may carry a hub, and how each could be joined to fibre. Arrays are by judged roof. */
export interface UsableRoofs {
  readonly terms: readonly RoofTerms[];
  /** What keeps it from being used: a barrier's id, or "closed:" and the roof's where a person rules it out; null: nothing. */
  readonly barredBy: readonly (string | null)[];
  readonly trenchPence: readonly number[];
  readonly links: RoofLinks;
  /** Whether it has a trench to fibre, or a link to a roof that has one and may be used. */
  readonly hasWay: readonly boolean[];
}

/** Sorts judged roofs by what stands in their way. */
export function* usableRoofs(input: HubInput, { roofs }: JudgedRoofs): Generator<WorkStep, UsableRoofs> {
  const { termsOf, trenchPence: penceOf, linkMeter, mostLinkMetres, model, question } = input;
  const terms: RoofTerms[] = [];
  for (const [i, { roof }] of roofs.entries()) {
    yield { what: 'Asking what stands in each roof’s way', fraction: i / roofs.length };
    terms.push(termsOf(roof));
  }
  const closed = new Set(question.closedRoofs);
  const barredBy = roofs.map(
    ({ roof }, i) => terms[i].barredBy ?? (closed.has(roof.id) ? `closed:${roof.id}` : null),
  );
  const trenchPence = roofs.map(({ roof }) => penceOf(roof));
  const links = new RoofLinks(roofs, {
    model,
    meter: linkMeter,
    mostMetres: mostLinkMetres,
    leastMegabitsPerSecond: question.leastMegabitsPerSecond,
  });
  const ends = [...roofs.keys()].filter(
    (i) => barredBy[i] === null && Number.isFinite(trenchPence[i]) && roofs[i].antenna !== null,
  );
  const hasWay: boolean[] = [];
  for (const [i, pence] of trenchPence.entries()) {
    yield { what: 'Looking for each roof’s way to fibre', fraction: 1 };
    hasWay.push(Number.isFinite(pence) || ends.some((end) => end !== i && links.between(i, end) !== null));
  }
  return { terms, barredBy, trenchPence, links, hasWay };
}
