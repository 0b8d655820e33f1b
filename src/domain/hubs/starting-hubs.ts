import type { WorkStep } from '../project/work-step.ts';
import type { HubProblem } from './hub-problem.ts';
import type { HubTrial, TriedHubs } from './try-hubs.ts';
import { turnSectors } from './turn-sectors.ts';

/**
 * Hubs one after the other, each time the one whose pence for each unit that it adds are fewest, or that adds most, until none
 * adds any; a hub that has no way to fibre of its own brings one that has. Then those are added that serve nobody who is left,
 * but make room for them.
 */
export function* startingHubs(
  problem: HubProblem,
  trial: HubTrial,
  prefers: 'pence a unit' | 'units',
): Generator<WorkStep, TriedHubs> {
  let current = trial.none();
  const spent = new Set<number>();
  for (;;) {
    yield { what: 'Choosing hubs', fraction: 0 };
    let best: Offer | null = null;
    for (const choice of problem.choices.keys()) {
      if (current.hubs.includes(choice) || spent.has(choice)) continue;
      const offer = offerOf(choice, current, { problem, trial });
      if (offer && (best === null || isPreferred(offer, best, prefers))) best = offer;
    }
    if (best === null) break;
    const next = trial.of([...current.hubs, ...best.hubs]);
    if (next && next.assigned.units > current.assigned.units) current = next;
    else spent.add(best.hubs[0]);
  }
  return yield* withRoomMade(problem, trial, current);
}

/** A hub that may be added, with one that joins it to fibre where it needs that. */
interface Offer {
  readonly hubs: readonly number[];
  readonly units: number;
  readonly pence: number;
}

function isPreferred(one: Offer, other: Offer, prefers: 'pence a unit' | 'units'): boolean {
  if (prefers === 'units' && one.units !== other.units) return one.units > other.units;
  const difference = one.pence * other.units - other.pence * one.units;
  return difference !== 0 ? difference < 0 : one.units > other.units;
}

function offerOf(
  choice: number,
  current: TriedHubs,
  { problem, trial }: { readonly problem: HubProblem; readonly trial: HubTrial },
): Offer | null {
  const units = addedUnits(choice, current, { problem, trial });
  if (units === 0) return null;
  const joined = joinedTo(choice, current, problem);
  return (
    joined && { hubs: [choice, ...joined.relay], units, pence: problem.choices[choice].pence + joined.pence }
  );
}

/** Units that a hub serves of those whom nobody does yet. */
function addedUnits(
  choice: number,
  { assigned }: TriedHubs,
  { problem, trial }: { readonly problem: HubProblem; readonly trial: HubTrial },
): number {
  const { choices, units, rule } = problem;
  const { place, azimuthDegrees } = choices[choice];
  let under = 0;
  for (let i = 0; i < place.length; i++)
    if (Number.isNaN(azimuthDegrees[i]) && assigned.hubOf[place[i]] < 0) under += units[place[i]];
  const order = trial.assigner.orderOf(choice).filter((entry) => assigned.hubOf[place[entry]] < 0);
  trial.work += order.length;
  const own = Int32Array.from(order, (entry) => units[place[entry]]);
  const { sectorOf } = turnSectors(
    {
      azimuthDegrees: Float64Array.from(order, (entry) => azimuthDegrees[entry]),
      units: own,
      worth: Float64Array.from(own),
    },
    rule,
  );
  return own.reduce((sum, one, i) => (sectorOf[i] >= 0 ? sum + one : sum), under);
}

/** The cheapest way to fibre for one more hub; null: none. */
function joinedTo(
  choice: number,
  { hubs, backhaul }: TriedHubs,
  { choices, linkPence, isLinked }: HubProblem,
): { readonly pence: number; readonly relay: readonly number[] } | null {
  const { trenchPence } = choices[choice];
  if (trenchPence <= linkPence) return { pence: trenchPence, relay: [] };
  if (hubs.some((hub, i) => backhaul.linkedTo[i] < 0 && isLinked(choice, hub)))
    return { pence: linkPence, relay: [] };
  if (Number.isFinite(trenchPence)) return { pence: trenchPence, relay: [] };
  let relay = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [other, one] of choices.entries()) {
    const pence = one.trenchPence + (hubs.includes(other) ? 0 : one.pence);
    if (other !== choice && pence < least && isLinked(choice, other)) [relay, least] = [other, pence];
  }
  return relay < 0 ? null : { pence: linkPence + least, relay: [relay] };
}

function* withRoomMade(
  problem: HubProblem,
  trial: HubTrial,
  start: TriedHubs,
): Generator<WorkStep, TriedHubs> {
  let current = start;
  for (;;) {
    if (!isSomebodyLeft(problem, current)) return current;
    let best: TriedHubs | null = null;
    for (const choice of problem.choices.keys()) {
      if (current.hubs.includes(choice)) continue;
      yield { what: 'Making room in sectors', fraction: 0 };
      const joined = joinedTo(choice, current, problem);
      const next = joined && trial.of([...current.hubs, choice, ...joined.relay]);
      if (!next || next.assigned.units <= current.assigned.units) continue;
      if (best === null || isMoreForIt(next, best, current)) best = next;
    }
    if (best === null) return current;
    current = best;
  }
}

function isMoreForIt(one: TriedHubs, other: TriedHubs, before: TriedHubs): boolean {
  const [more, less] = [one, other].map(({ assigned, pence }) => ({
    units: assigned.units - before.assigned.units,
    pence: pence - before.pence,
  }));
  return more.pence * less.units < less.pence * more.units;
}

/** Whether somebody is not served whom some roof reaches. */
function isSomebodyLeft({ choices, units, rule }: HubProblem, { assigned }: TriedHubs): boolean {
  return choices.some(({ place }) =>
    place.some((one) => assigned.hubOf[one] < 0 && units[one] <= rule.mostUnits),
  );
}
