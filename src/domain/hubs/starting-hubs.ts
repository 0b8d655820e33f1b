import type { WorkStep } from '../project/work-step.ts';
import type { HubProblem } from './hub-problem.ts';
import type { HubTrial, TriedHubs } from './try-hubs.ts';

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
    let best: Offer | null = null;
    for (const choice of problem.choices.keys()) {
      if (current.hubs.includes(choice) || spent.has(choice)) continue;
      yield { what: 'Choosing hubs', fraction: 0 };
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
  const units = trial.alone(choice, (place) => current.assigned.hubOf[place] < 0);
  if (units === 0) return null;
  const joined = joinedTo(choice, current, problem);
  return (
    joined && { hubs: [choice, ...joined.relay], units, pence: problem.choices[choice].pence + joined.pence }
  );
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
    if (current.assigned.units >= trial.mostUnits) return current;
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
