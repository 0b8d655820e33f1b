import type { HubProblem } from './hub-problem.ts';
import { HubsOver } from './hubs-over.ts';
import { letIn, type Seating } from './let-in.ts';
import { Seats } from './seats.ts';
import { turnSectors } from './turn-sectors.ts';

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

  constructor(problem: HubProblem) {
    this.problem = problem;
    this.order = problem.choices.map(({ azimuthDegrees }) =>
      Int32Array.from(azimuthDegrees.keys())
        .filter((i) => !Number.isNaN(azimuthDegrees[i]))
        .sort((one, other) => azimuthDegrees[one] - azimuthDegrees[other] || one - other),
    );
  }

  /**
   * As many units as can be found: who lives under a hub is served by it; then each hub in turn, those that reach fewest first,
   * turns its sectors to those who are left, who count for less the more hubs reach them; then who is left is let in where
   * others can be moved on; then each hub turns once more.
   */
  assign(hubs: readonly number[]): Assigned {
    const { choices, units } = this.problem;
    const seats = new Seats(this.problem, hubs);
    const over = new HubsOver(this.problem, hubs);
    const seating = { problem: this.problem, over, seats };
    for (const [i, hub] of hubs.entries()) {
      const { place, azimuthDegrees } = choices[hub];
      for (let entry = 0; entry < place.length; entry++)
        if (Number.isNaN(azimuthDegrees[entry]) && seats.hubOf[place[entry]] < 0)
          seats.seatUnder(place[entry], i);
    }
    const byReach = [...hubs.keys()].sort(
      (one, other) => choices[hubs[one]].place.length - choices[hubs[other]].place.length || one - other,
    );
    for (const i of byReach) this.turn(i, seating);
    if (letIn(seating)) {
      let isMore = false;
      for (const i of byReach) if (this.turn(i, seating)) isMore = true;
      if (isMore) letIn(seating);
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
    const { seated } = this.turned(choice, order, null);
    return [...under, ...seated.map((one) => one.place)];
  }

  /** Turns a hub, to those it serves and those who are left, if it serves more so; whether it does. */
  private turn(i: number, { over, seats }: Seating): boolean {
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
    const { middles, seated } = this.turned(seats.hubs[i], order, before === 0 ? over : null);
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
    shared: HubsOver | null,
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
      const over = shared ? Math.max(1, shared.count(place[entry])) : 1;
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
}
