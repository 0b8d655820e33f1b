import type { Assigned, PlaceAssigner } from './assign-places.ts';
import { type ChosenBackhaul, chooseBackhaul } from './choose-backhaul.ts';
import type { HubProblem } from './hub-problem.ts';

/** Some hubs, with whom they serve and what they come to. */
export interface TriedHubs {
  /** Ascending. */
  readonly hubs: readonly number[];
  readonly assigned: Assigned;
  readonly backhaul: ChosenBackhaul;
  /** Of hubs and backhaul. */
  readonly pence: number;
}

/** Whether one choice is better: more units, or as many for fewer pence, or for as many with fewer hubs. */
export function isBetter(one: TriedHubs, other: TriedHubs): boolean {
  if (one.assigned.units !== other.assigned.units) return one.assigned.units > other.assigned.units;
  if (one.pence !== other.pence) return one.pence < other.pence;
  return one.hubs.length < other.hubs.length;
}

/** Tries choices of hubs, and counts the work. */
export class HubTrial {
  readonly assigner: PlaceAssigner;
  private readonly problem: HubProblem;
  /** Places looked at. */
  work = 0;

  constructor(problem: HubProblem, assigner: PlaceAssigner) {
    this.problem = problem;
    this.assigner = assigner;
  }

  /** Nobody served. */
  none(): TriedHubs {
    return {
      hubs: [],
      assigned: this.assigner.assign([]),
      backhaul: { linkedTo: [], pence: 0 },
      pence: 0,
    };
  }

  /** Null: some hub has no way to fibre. */
  of(some: readonly number[]): TriedHubs | null {
    const hubs = [...new Set(some)].sort((one, other) => one - other);
    const { choices } = this.problem;
    const backhaul = chooseBackhaul(hubs, this.problem);
    if (backhaul === null) return null;
    const pence = hubs.reduce((sum, hub) => sum + choices[hub].pence, backhaul.pence);
    this.work += hubs.reduce((sum, hub) => sum + choices[hub].place.length, 1);
    return { hubs, assigned: this.assigner.assign(hubs), backhaul, pence };
  }

  /** What some hubs and their backhaul come to; Infinity: some has no way to fibre. */
  penceOf(hubs: readonly number[]): number {
    const backhaul = chooseBackhaul(hubs, this.problem);
    if (backhaul === null) return Number.POSITIVE_INFINITY;
    return hubs.reduce((sum, hub) => sum + this.problem.choices[hub].pence, backhaul.pence);
  }
}
