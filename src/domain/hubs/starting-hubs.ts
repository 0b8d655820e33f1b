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
  for (;;) {
    const hubs = yield* moreHubs(problem, trial, { current, prefers });
    const next = hubs.length > current.hubs.length ? trial.of(hubs) : null;
    if (!next || next.assigned.units <= current.assigned.units) break;
    current = next;
  }
  return yield* withRoomMade(problem, trial, current);
}

/**
 * Hubs added to a choice for whom it leaves, as if those served stayed where they are. What a hub adds only falls as others
 * are taken, so that only those are looked at anew that would be best by what they added before.
 */
function* moreHubs(
  problem: HubProblem,
  trial: HubTrial,
  { current, prefers }: { readonly current: TriedHubs; readonly prefers: 'pence a unit' | 'units' },
): Generator<WorkStep, number[]> {
  const { choices } = problem;
  const isServed = Uint8Array.from(current.assigned.hubOf, (hub) => (hub < 0 ? 0 : 1));
  const added = choices.map((_, choice) => trial.atMost([choice]));
  const hubs = [...current.hubs];
  const isLeft = (place: number): boolean => isServed[place] === 0;
  for (;;) {
    const joining = trial.backhaulOf(hubs);
    if (joining === null) return hubs;
    const joined = choices.map((_, choice) =>
      hubs.includes(choice) ? null : joinedTo(choice, { hubs, backhaul: joining }, problem),
    );
    const isFresh = new Uint8Array(choices.length);
    let best = bestOffer(problem, { joined, added, prefers });
    for (
      ;
      best !== null && isFresh[best.hubs[0]] === 0;
      best = bestOffer(problem, { joined, added, prefers })
    ) {
      yield { what: 'Choosing hubs', fraction: 0 };
      const [choice] = best.hubs;
      added[choice] = unitsOf(trial.alone(choice, isLeft), problem);
      isFresh[choice] = 1;
    }
    if (best === null) return hubs;
    for (const place of trial.alone(best.hubs[0], isLeft)) isServed[place] = 1;
    hubs.push(...best.hubs);
  }
}

function unitsOf(places: readonly number[], { units }: HubProblem): number {
  return places.reduce((sum, place) => sum + units[place], 0);
}

/** A hub that may be added, with one that joins it to fibre where it needs that. */
interface Offer {
  readonly hubs: readonly number[];
  readonly units: number;
  readonly pence: number;
}

type Joined = { readonly pence: number; readonly relay: readonly number[] } | null;

function bestOffer(
  { choices }: HubProblem,
  given: {
    readonly joined: readonly Joined[];
    readonly added: readonly number[];
    readonly prefers: 'pence a unit' | 'units';
  },
): Offer | null {
  let best: Offer | null = null;
  for (const [choice, joined] of given.joined.entries()) {
    if (joined === null || given.added[choice] === 0) continue;
    const pence = choices[choice].pence + joined.pence;
    const offer = { hubs: [choice, ...joined.relay], units: given.added[choice], pence };
    if (best === null || isPreferred(offer, best, given.prefers)) best = offer;
  }
  return best;
}

function isPreferred(one: Offer, other: Offer, prefers: 'pence a unit' | 'units'): boolean {
  if (prefers === 'units' && one.units !== other.units) return one.units > other.units;
  const difference = one.pence * other.units - other.pence * one.units;
  return difference !== 0 ? difference < 0 : one.units > other.units;
}

/** The cheapest way to fibre for one more hub; null: none. */
function joinedTo(
  choice: number,
  { hubs, backhaul }: Pick<TriedHubs, 'hubs' | 'backhaul'>,
  { choices, linkPence, isLinked }: HubProblem,
): Joined {
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
  return relay < 0 ? null : { pence: linkPence + least, relay: hubs.includes(relay) ? [] : [relay] };
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
