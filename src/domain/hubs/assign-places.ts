import type { HubProblem } from './hub-problem.ts';
import { isWithin, turnSectors } from './turn-sectors.ts';

/** Whom each of some hubs serves. `hubOf` and `sectorOf` by place, −1 for nobody; sector 0 in the hub's own building. */
export interface Assigned {
  /** By hub: the middles of its sectors, degrees. */
  readonly sectors: readonly (readonly number[])[];
  readonly hubOf: Int32Array;
  readonly sectorOf: Int32Array;
  readonly units: number;
}

/** Whom hubs reach, laid out so that they are assigned again and again. */
export class PlaceAssigner {
  private readonly problem: HubProblem;
  /** By choice: entries of its reach by azimuth, without those in its own building. */
  private readonly order: readonly Int32Array[];
  /** By place: which choices reach it, and in which direction from each. */
  private readonly starts: Int32Array;
  private readonly byChoice: Int32Array;
  private readonly byAzimuth: Float64Array;
  /** By choice: its place among the hubs in hand; −1: it is none. */
  private readonly at: Int32Array;

  constructor(problem: HubProblem) {
    const { choices, units } = problem;
    this.problem = problem;
    this.order = choices.map(({ azimuthDegrees }) =>
      Int32Array.from(azimuthDegrees.keys())
        .filter((i) => !Number.isNaN(azimuthDegrees[i]))
        .sort((one, other) => azimuthDegrees[one] - azimuthDegrees[other] || one - other),
    );
    this.at = new Int32Array(choices.length).fill(-1);
    this.starts = new Int32Array(units.length + 1);
    for (const { place } of choices) for (const one of place) this.starts[one + 1]++;
    for (let i = 0; i < units.length; i++) this.starts[i + 1] += this.starts[i];
    const next = this.starts.slice();
    this.byChoice = new Int32Array(this.starts[units.length]);
    this.byAzimuth = new Float64Array(this.starts[units.length]);
    for (const [choice, { place, azimuthDegrees }] of choices.entries())
      for (const [i, one] of place.entries()) {
        this.byChoice[next[one]] = choice;
        this.byAzimuth[next[one]++] = azimuthDegrees[i];
      }
  }

  /** Entries of a choice's reach by azimuth, without those in its own building. */
  orderOf(choice: number): Int32Array {
    return this.order[choice];
  }

  /**
   * As many units as can be found: who lives under a hub is served by it; then each hub in turn, those that reach fewest first,
   * turns its sectors to those who are left, who count for less the more hubs reach them; then who is left is let in where
   * others can be moved on; then each hub turns once more.
   */
  assign(hubs: readonly number[]): Assigned {
    const { choices, units } = this.problem;
    for (const [i, hub] of hubs.entries()) this.at[hub] = i;
    const work = new Assigning(hubs, units.length);
    for (const [i, hub] of hubs.entries()) {
      const { place, azimuthDegrees } = choices[hub];
      for (let entry = 0; entry < place.length; entry++)
        if (Number.isNaN(azimuthDegrees[entry]) && work.hubOf[place[entry]] < 0)
          work.put(place[entry], i, OWN_BUILDING);
    }
    const byReach = [...hubs.keys()].sort(
      (one, other) => choices[hubs[one]].place.length - choices[hubs[other]].place.length || one - other,
    );
    for (const i of byReach) this.turn(i, work);
    if (this.letIn(work)) {
      let isBetter = false;
      for (const i of byReach) if (this.turnAgain(i, work)) isBetter = true;
      if (isBetter) this.letIn(work);
    }
    for (const hub of hubs) this.at[hub] = -1;
    return this.finish(work);
  }

  private finish({ hubs, hubOf, sectorOf, middles }: Assigning): Assigned {
    const { units } = this.problem;
    let sum = 0;
    for (let place = 0; place < units.length; place++) {
      if (hubOf[place] < 0) continue;
      sum += units[place];
      if (sectorOf[place] === OWN_BUILDING) sectorOf[place] = 0;
    }
    return { sectors: hubs.map((_, i) => middles[i]), hubOf, sectorOf, units: sum };
  }

  /** Turns a hub to those who are left. */
  private turn(i: number, work: Assigning): void {
    const choice = this.problem.choices[work.hubs[i]];
    const order = this.order[work.hubs[i]].filter((entry) => work.hubOf[choice.place[entry]] < 0);
    const { middles, sectorOf } = this.turned(work.hubs[i], order);
    work.middles[i] = middles;
    work.room[i] = middles.map(() => this.problem.rule.mostUnits);
    for (const [at, entry] of order.entries())
      if (sectorOf[at] >= 0) this.seat(choice.place[entry], i, sectorOf[at], work);
  }

  /** Turns a hub anew to those it serves and those who are left; whether it serves more so. */
  private turnAgain(i: number, work: Assigning): boolean {
    const hub = work.hubs[i];
    const { place } = this.problem.choices[hub];
    const { units } = this.problem;
    let before = 0;
    let left = 0;
    const order = this.order[hub].filter((entry) => {
      const one = place[entry];
      if (work.hubOf[one] === i) before += units[one];
      else if (work.hubOf[one] < 0) left += units[one];
      return work.hubOf[one] === i || work.hubOf[one] < 0;
    });
    if (left === 0) return false;
    const { middles, sectorOf } = this.turned(hub, order, true);
    const after = order.reduce((sum, entry, at) => (sectorOf[at] >= 0 ? sum + units[place[entry]] : sum), 0);
    if (after <= before) return false;
    for (const entry of order) if (work.hubOf[place[entry]] === i) work.put(place[entry], -1, -1);
    work.middles[i] = middles;
    work.room[i] = middles.map(() => this.problem.rule.mostUnits);
    for (const [at, entry] of order.entries())
      if (sectorOf[at] >= 0) this.seat(place[entry], i, sectorOf[at], work);
    return true;
  }

  private turned(hub: number, order: Int32Array, isAlone = false): ReturnType<typeof turnSectors> {
    const { choices, units, rule } = this.problem;
    const { place, azimuthDegrees } = choices[hub];
    return turnSectors(
      {
        azimuthDegrees: Float64Array.from(order, (entry) => azimuthDegrees[entry]),
        units: Int32Array.from(order, (entry) => units[place[entry]]),
        worth: Float64Array.from(order, (entry) =>
          isAlone ? units[place[entry]] : units[place[entry]] / this.hubsOver(place[entry]),
        ),
      },
      rule,
    );
  }

  private hubsOver(place: number): number {
    let count = 0;
    for (let i = this.starts[place]; i < this.starts[place + 1]; i++)
      if (this.at[this.byChoice[i]] >= 0) count++;
    return count;
  }

  private seat(place: number, hub: number, sector: number, work: Assigning): void {
    work.put(place, hub, sector);
    work.room[hub][sector] -= this.problem.units[place];
  }

  /**
   * Lets in who is left where a sector has room, or where a chain of others can each move on to another sector. False: nobody is
   * left whom these hubs reach.
   */
  private letIn(work: Assigning): boolean {
    const { units, rule } = this.problem;
    const dead = new Set<number>();
    let isLeft = false;
    for (let place = 0; place < units.length; place++) {
      if (work.hubOf[place] >= 0 || units[place] > rule.mostUnits || this.hubsOver(place) === 0) continue;
      if (!this.letInOne(place, work, dead)) isLeft = true;
    }
    return isLeft;
  }

  /** Breadth first over sectors: whoever sits in a full one may move on to another that looks at them. */
  private letInOne(place: number, work: Assigning, dead: Set<number>): boolean {
    const { units } = this.problem;
    const cameFrom = new Map<number, { readonly from: number; readonly mover: number }>();
    const queue: number[] = [];
    const reach = (mover: number, from: number): void => {
      for (const key of this.sectorsOver(mover, work)) {
        if (dead.has(key) || cameFrom.has(key) || key === from) continue;
        cameFrom.set(key, { from, mover });
        queue.push(key);
      }
    };
    reach(place, -1);
    for (let i = 0; i < queue.length; i++) {
      const key = queue[i];
      const [hub, sector] = [Math.floor(key / MOST_SECTORS), key % MOST_SECTORS];
      const coming = units[cameFrom.get(key)?.mover ?? place];
      const room = work.room[hub][sector];
      if (room >= coming) {
        this.moveAlong(key, cameFrom, work);
        return true;
      }
      const choice = this.problem.choices[work.hubs[hub]];
      for (const one of choice.place)
        if (work.hubOf[one] === hub && work.sectorOf[one] === sector && room + units[one] >= coming)
          reach(one, key);
    }
    for (const key of queue) dead.add(key);
    return false;
  }

  private moveAlong(
    last: number,
    cameFrom: ReadonlyMap<number, { readonly from: number; readonly mover: number }>,
    work: Assigning,
  ): void {
    for (let key = last; key >= 0; ) {
      const step = cameFrom.get(key);
      if (!step) return;
      if (step.from >= 0)
        work.room[Math.floor(step.from / MOST_SECTORS)][step.from % MOST_SECTORS] +=
          this.problem.units[step.mover];
      this.seat(step.mover, Math.floor(key / MOST_SECTORS), key % MOST_SECTORS, work);
      key = step.from;
    }
  }

  /** The sectors of the hubs in hand that look at a place. */
  private *sectorsOver(place: number, { middles }: Assigning): Generator<number> {
    for (let i = this.starts[place]; i < this.starts[place + 1]; i++) {
      const hub = this.at[this.byChoice[i]];
      if (hub < 0) continue;
      for (const [sector, middle] of middles[hub].entries())
        if (isWithin(this.byAzimuth[i], middle, this.problem.rule.beamDegrees))
          yield hub * MOST_SECTORS + sector;
    }
  }
}

/** More than any device has. */
const MOST_SECTORS = 1024;
const OWN_BUILDING = -2;

/** An assignment in the making. */
class Assigning {
  readonly hubs: readonly number[];
  readonly hubOf: Int32Array;
  readonly sectorOf: Int32Array;
  readonly middles: (readonly number[])[];
  readonly room: number[][];

  constructor(hubs: readonly number[], places: number) {
    this.hubs = hubs;
    this.hubOf = new Int32Array(places).fill(-1);
    this.sectorOf = new Int32Array(places).fill(-1);
    this.middles = hubs.map(() => []);
    this.room = hubs.map(() => []);
  }

  put(place: number, hub: number, sector: number): void {
    this.hubOf[place] = hub;
    this.sectorOf[place] = sector;
  }
}
