import type { HubProblem } from './hub-problem.ts';
import { Seats } from './seats.ts';
import { isWithin, turnSectors } from './turn-sectors.ts';

/** Whom each of some hubs serves. */
export interface Assigned {
  /** By hub: the middles of its sectors, degrees, and the units that each serves. */
  readonly sectors: readonly (readonly number[])[];
  readonly sectorUnits: readonly (readonly number[])[];
  /** By place, −1 for nobody; sector 0 in the hub's own building, the first of several where it is shared. */
  readonly hubOf: Int32Array;
  readonly sectorOf: Int32Array;
  readonly units: number;
}

/** Whom hubs reach, laid out so that they are assigned again and again. */
export class PlaceAssigner {
  private readonly problem: HubProblem;
  /** By choice: entries of its reach by azimuth, without those in its own building. */
  private readonly order: readonly Int32Array[];
  /** By place, of the hubs in hand: which reach it, by its place among them, and in which direction from each. */
  private starts: Int32Array;
  private byHub = new Int32Array(0);
  private byAzimuth = new Float64Array(0);
  /** By place: sectors that look at it, while nobody turns. */
  private readonly looking = new Map<number, readonly number[]>();

  constructor(problem: HubProblem) {
    this.problem = problem;
    this.order = problem.choices.map(({ azimuthDegrees }) =>
      Int32Array.from(azimuthDegrees.keys())
        .filter((i) => !Number.isNaN(azimuthDegrees[i]))
        .sort((one, other) => azimuthDegrees[one] - azimuthDegrees[other] || one - other),
    );
    this.starts = new Int32Array(problem.units.length + 1);
  }

  /** Lays out whom some hubs reach. */
  private take(hubs: readonly number[]): void {
    const { choices, units } = this.problem;
    const starts = new Int32Array(units.length + 1);
    for (const hub of hubs) for (const one of choices[hub].place) starts[one + 1]++;
    for (let i = 0; i < units.length; i++) starts[i + 1] += starts[i];
    const next = starts.slice();
    this.byHub = new Int32Array(starts[units.length]);
    this.byAzimuth = new Float64Array(starts[units.length]);
    for (const [at, hub] of hubs.entries()) {
      const { place, azimuthDegrees } = choices[hub];
      for (let i = 0; i < place.length; i++) {
        this.byHub[next[place[i]]] = at;
        this.byAzimuth[next[place[i]]++] = azimuthDegrees[i];
      }
    }
    this.starts = starts;
  }

  /**
   * As many units as can be found: who lives under a hub is served by it; then each hub in turn, those that reach fewest first,
   * turns its sectors to those who are left, who count for less the more hubs reach them; then who is left is let in where
   * others can be moved on; then each hub turns once more.
   */
  assign(hubs: readonly number[]): Assigned {
    const { choices, units } = this.problem;
    this.take(hubs);
    const seats = new Seats(this.problem, hubs);
    for (const [i, hub] of hubs.entries()) {
      const { place, azimuthDegrees } = choices[hub];
      for (let entry = 0; entry < place.length; entry++)
        if (Number.isNaN(azimuthDegrees[entry]) && seats.hubOf[place[entry]] < 0)
          seats.seatUnder(place[entry], i);
    }
    const byReach = [...hubs.keys()].sort(
      (one, other) => choices[hubs[one]].place.length - choices[hubs[other]].place.length || one - other,
    );
    for (const i of byReach) this.turn(i, seats);
    if (this.letIn(seats)) {
      let isMore = false;
      for (const i of byReach) if (this.turn(i, seats)) isMore = true;
      if (isMore) this.letIn(seats);
    }
    const { hubOf, sectorOf, middles, load } = seats;
    const sum = units.reduce((total, one, place) => (hubOf[place] < 0 ? total : total + one), 0);
    return { sectors: middles, sectorUnits: load, hubOf, sectorOf, units: sum };
  }

  /** Whom one hub alone would serve of those of whom it is so. */
  alone(choice: number, isAsked: (place: number) => boolean): number[] {
    const { place, azimuthDegrees } = this.problem.choices[choice];
    const under = [...place].filter((one, i) => Number.isNaN(azimuthDegrees[i]) && isAsked(one));
    const order = this.order[choice].filter((entry) => isAsked(place[entry]));
    const { seated } = this.turned(choice, order, false);
    return [...under, ...seated.map((one) => one.place)];
  }

  /** Turns a hub, to those it serves and those who are left, if it serves more so; whether it does. */
  private turn(i: number, seats: Seats): boolean {
    const { choices, units } = this.problem;
    const { place } = choices[seats.hubs[i]];
    let [before, left] = [0, 0];
    const order = this.order[seats.hubs[i]].filter((entry) => {
      const one = place[entry];
      const [isOwn, isLeft] = [seats.isSeatedAt(one, i), seats.hubOf[one] < 0];
      if (isOwn) before += units[one];
      if (isLeft) left += units[one];
      return isOwn || isLeft;
    });
    if (left === 0) return false;
    const { middles, seated } = this.turned(seats.hubs[i], order, before === 0);
    if (seated.reduce((sum, one) => sum + units[one.place], 0) <= before) return false;
    seats.clear(i, middles);
    for (const one of seated) seats.seat(one.place, i, one.sectors);
    return true;
  }

  /**
   * Sectors turned to some entries of a hub's reach, and who is seated so. Who is more than a sector holds is shared between
   * sectors of it, or left out.
   */
  private turned(
    hub: number,
    order: Int32Array,
    isShared: boolean,
  ): {
    middles: readonly number[];
    seated: { readonly place: number; readonly sectors: readonly number[] }[];
  } {
    const { choices, units, rule } = this.problem;
    const { place, azimuthDegrees } = choices[hub];
    const azimuths: number[] = [];
    const parts: number[] = [];
    const worth: number[] = [];
    for (const entry of order) {
      const whole = units[place[entry]];
      const over = isShared ? Math.max(1, this.hubsOver(place[entry])) : 1;
      for (let rest = whole; rest > 0; rest -= rule.mostUnits) {
        azimuths.push(azimuthDegrees[entry]);
        parts.push(Math.min(rest, rule.mostUnits));
        worth.push(Math.min(rest, rule.mostUnits) / over);
      }
    }
    const { middles, sectorOf } = turnSectors(
      {
        azimuthDegrees: Float64Array.from(azimuths),
        units: Int32Array.from(parts),
        worth: Float64Array.from(worth),
      },
      rule,
    );
    const seated: { place: number; sectors: number[] }[] = [];
    let at = 0;
    for (const entry of order) {
      const sectors: number[] = [];
      const count = Math.ceil(units[place[entry]] / rule.mostUnits) || 1;
      for (let part = 0; part < count; part++) sectors.push(sectorOf[at++]);
      if (sectors.every((sector) => sector >= 0)) seated.push({ place: place[entry], sectors });
    }
    return { middles, seated };
  }

  private hubsOver(place: number): number {
    return this.starts[place + 1] - this.starts[place];
  }

  /**
   * Lets in who is left where a sector has room, or where a chain of others can each move on to another sector. False: nobody is
   * left whom these hubs reach.
   */
  private letIn(seats: Seats): boolean {
    const { units, rule } = this.problem;
    const isDead = new Uint8Array(seats.hubs.length * rule.sectors).fill(1);
    for (const [hub, middles] of seats.middles.entries())
      for (const sector of middles.keys()) isDead[hub * rule.sectors + sector] = 0;
    this.looking.clear();
    let isLeft = false;
    for (let place = 0; place < units.length; place++) {
      if (seats.hubOf[place] >= 0 || this.hubsOver(place) === 0) continue;
      const isIn =
        units[place] > rule.mostUnits ? this.share(place, seats) : this.letInOne(place, seats, isDead);
      if (!isIn) isLeft = true;
    }
    return isLeft;
  }

  /** Seats somebody who is more than a sector holds in what room the sectors of one hub have. */
  private share(place: number, seats: Seats): boolean {
    const { rule, units } = this.problem;
    const looking = this.sectorsOver(place, seats);
    for (const hub of seats.hubs.keys()) {
      const sectors = looking
        .filter((key) => Math.floor(key / rule.sectors) === hub)
        .map((key) => key % rule.sectors)
        .sort((one, other) => seats.room(hub, other) - seats.room(hub, one) || one - other);
      const room = sectors.reduce((sum, sector) => sum + seats.room(hub, sector), 0);
      if (room < units[place]) continue;
      seats.seat(place, hub, sectors);
      return true;
    }
    return false;
  }

  /** Breadth first over sectors: whoever sits in a full one may move on to another that looks at them. */
  private letInOne(place: number, seats: Seats, isDead: Uint8Array): boolean {
    const { units, rule } = this.problem;
    if (this.sectorsOver(place, seats).every((key) => isDead[key] === 1)) return false;
    const cameFrom = new Int32Array(isDead.length).fill(-1);
    const movers = new Int32Array(isDead.length).fill(-1);
    const queue: number[] = [];
    const most = isDead.reduce((sum, dead) => sum + 1 - dead, 0);
    const reach = (mover: number, from: number): void => {
      for (const key of this.sectorsOver(mover, seats)) {
        if (isDead[key] === 1 || movers[key] >= 0 || key === from) continue;
        [cameFrom[key], movers[key]] = [from, mover];
        queue.push(key);
      }
    };
    reach(place, -1);
    for (let i = 0; i < queue.length; i++) {
      const key = queue[i];
      const [hub, sector] = [Math.floor(key / rule.sectors), key % rule.sectors];
      const coming = units[movers[key]];
      const room = seats.room(hub, sector);
      if (room >= coming) {
        for (let to = key; to >= 0; to = cameFrom[to]) {
          const mover = movers[to];
          seats.rise(mover);
          seats.seat(mover, Math.floor(to / rule.sectors), [to % rule.sectors]);
        }
        return true;
      }
      // Once all are in the queue, nobody who moves on can lead to another.
      if (queue.length === most) continue;
      for (const one of seats.in(hub, sector))
        if (units[one] <= rule.mostUnits && room + units[one] >= coming) reach(one, key);
    }
    for (const key of queue) isDead[key] = 1;
    return false;
  }

  /** The sectors of the hubs in hand that look at a place, as hub × sectors + sector. */
  private sectorsOver(place: number, { middles }: Seats): readonly number[] {
    const { sectors, beamDegrees } = this.problem.rule;
    const known = this.looking.get(place);
    if (known) return known;
    const found: number[] = [];
    this.looking.set(place, found);
    for (let i = this.starts[place]; i < this.starts[place + 1]; i++) {
      const hub = this.byHub[i];
      const azimuth = this.byAzimuth[i];
      const some = middles[hub];
      for (let sector = 0; sector < some.length; sector++)
        if (isWithin(azimuth, some[sector], beamDegrees)) found.push(hub * sectors + sector);
    }
    return found;
  }
}
