import { type Assigned, PlaceAssigner } from './assign-places.ts';
import { type ChosenBackhaul, chooseBackhaul } from './choose-backhaul.ts';
import type { HubChoice, HubProblem } from './hub-problem.ts';

/** Some hubs, with whom they serve and what they come to. */
export interface TriedHubs {
  /** Ascending. */
  readonly hubs: readonly number[];
  readonly assigned: Assigned;
  readonly backhaul: ChosenBackhaul;
  /** Of hubs and backhaul, and what those cost more whom a cable joins in their building. */
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
  /** Units that some roof reaches: no choice serves more. */
  readonly mostUnits: number;
  private readonly problem: HubProblem;
  private readonly assigner: PlaceAssigner;
  /** By choice: units that it cannot serve more of. */
  private readonly most: readonly number[];
  /** By choice: places in its own building. */
  private readonly under: readonly (readonly number[])[];
  /** By place: when it was last counted. */
  private readonly seen: Float64Array;
  private times = 0;
  /** Places looked at. */
  work = 0;

  constructor(problem: HubProblem) {
    this.problem = problem;
    this.assigner = new PlaceAssigner(problem);
    const reached = new Set(problem.choices.flatMap(({ place }) => [...place]));
    this.mostUnits = [...reached].reduce((sum, place) => sum + problem.units[place], 0);
    this.seen = new Float64Array(problem.units.length);
    this.under = problem.choices.map(({ place, azimuthDegrees }) =>
      [...place].filter((_, i) => Number.isNaN(azimuthDegrees[i])),
    );
    this.most = problem.choices.map((choice) => mostOf(choice, problem));
  }

  /** Whom one hub alone would serve of those of whom it is so. */
  alone(choice: number, isAsked: (place: number) => boolean): readonly number[] {
    this.work += this.problem.choices[choice].place.length;
    return this.assigner.alone(choice, isAsked);
  }

  /** Units that some hubs cannot serve more of, by their sectors. */
  atMost(hubs: readonly number[]): number {
    return hubs.reduce((sum, hub) => sum + this.most[hub], 0);
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
    const pence = this.penceWith(hubs, backhaul);
    this.work += hubs.reduce((sum, hub) => sum + choices[hub].place.length, 1);
    return { hubs, assigned: this.assigner.assign(hubs), backhaul, pence };
  }

  /** Null: some hub has no way to fibre. */
  backhaulOf(hubs: readonly number[]): ChosenBackhaul | null {
    return chooseBackhaul(hubs, this.problem);
  }

  /** What some hubs and their backhaul come to; Infinity: some has no way to fibre. */
  penceOf(hubs: readonly number[]): number {
    const backhaul = chooseBackhaul(hubs, this.problem);
    if (backhaul === null) return Number.POSITIVE_INFINITY;
    return this.penceWith(hubs, backhaul);
  }

  private penceWith(hubs: readonly number[], backhaul: ChosenBackhaul): number {
    const { choices, cabledMorePence } = this.problem;
    const ofHubs = hubs.reduce((sum, hub) => sum + choices[hub].pence, backhaul.pence);
    return ofHubs + cabledMorePence * this.cabledUnits(hubs);
  }

  /** Units in the own building of some of the hubs. */
  private cabledUnits(hubs: readonly number[]): number {
    const { seen, under, problem } = this;
    const now = ++this.times;
    let sum = 0;
    for (const hub of hubs)
      for (const place of under[hub]) {
        if (seen[place] === now) continue;
        seen[place] = now;
        sum += problem.units[place];
      }
    return sum;
  }
}

/** All in its own building, and as many of those around as its sectors hold. */
function mostOf({ place, azimuthDegrees }: HubChoice, { units, rule }: HubProblem): number {
  let [under, around] = [0, 0];
  for (const [i, one] of place.entries()) {
    if (Number.isNaN(azimuthDegrees[i])) under += units[one];
    else around += units[one];
  }
  return under + Math.min(around, rule.sectors * rule.mostUnits);
}
