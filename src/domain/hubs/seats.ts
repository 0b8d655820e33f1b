import type { HubProblem } from './hub-problem.ts';

/** Who is served by which sector, in the making. */
export class Seats {
  readonly hubs: readonly number[];
  /** By place; −1: nobody serves it. */
  readonly hubOf: Int32Array;
  /** The first of several; 0 for who lives under the hub. */
  readonly sectorOf: Int32Array;
  /** By hub and sector: where it looks, and the units in it. */
  readonly middles: (readonly number[])[];
  readonly load: number[][];
  /** By hub and sector: places that were seated there first, and may have risen since. */
  private readonly members: number[][][];
  private readonly problem: HubProblem;
  private readonly isUnder: Uint8Array;

  constructor(problem: HubProblem, hubs: readonly number[]) {
    const count = problem.units.length;
    this.problem = problem;
    this.hubs = hubs;
    this.hubOf = new Int32Array(count).fill(-1);
    this.sectorOf = new Int32Array(count).fill(-1);
    this.isUnder = new Uint8Array(count);
    this.middles = hubs.map(() => []);
    this.load = hubs.map(() => []);
    this.members = hubs.map(() => []);
  }

  room(hub: number, sector: number): number {
    return this.problem.rule.mostUnits - this.load[hub][sector];
  }

  /** Whether a hub serves a place by radio. */
  isSeatedAt(place: number, hub: number): boolean {
    return this.hubOf[place] === hub && this.isUnder[place] === 0;
  }

  /** The places in a sector; one that rose and came back may stand twice. */
  in(hub: number, sector: number): number[] {
    const known = this.members[hub][sector];
    return known.filter((place) => this.isSeatedAt(place, hub) && this.sectorOf[place] === sector);
  }

  /** Who lives under a hub takes no room in a sector. */
  seatUnder(place: number, hub: number): void {
    this.hubOf[place] = hub;
    this.sectorOf[place] = 0;
    this.isUnder[place] = 1;
  }

  /** Fills the sectors given one after the other. */
  seat(place: number, hub: number, sectors: readonly number[]): void {
    let left = this.problem.units[place];
    for (const sector of sectors) {
      const taken = Math.min(left, this.room(hub, sector));
      this.load[hub][sector] += taken;
      left -= taken;
    }
    this.hubOf[place] = hub;
    this.sectorOf[place] = sectors[0];
    this.members[hub][sectors[0]].push(place);
  }

  /** Gives up a seat in a single sector, if there is one. */
  rise(place: number): void {
    const hub = this.hubOf[place];
    if (hub >= 0) this.load[hub][this.sectorOf[place]] -= this.problem.units[place];
    this.hubOf[place] = -1;
    this.sectorOf[place] = -1;
  }

  /** Empties a hub of those it serves by radio, and turns its sectors. */
  clear(hub: number, middles: readonly number[]): void {
    for (const place of this.problem.choices[this.hubs[hub]].place)
      if (this.isSeatedAt(place, hub)) {
        this.hubOf[place] = -1;
        this.sectorOf[place] = -1;
      }
    this.middles[hub] = middles;
    this.load[hub] = middles.map(() => 0);
    this.members[hub] = middles.map(() => []);
  }
}
