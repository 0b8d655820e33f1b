import { noiseOf } from '../ground/noise.ts';
import { distanceMetres, headingTo, moved, type Position } from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import { Footprints } from './footprints.ts';
import { groundPlan } from './ground-plan.ts';
import type { Landscape } from './landscape.ts';
import { type Plot, Plots } from './plots.ts';
import { characterAt, type StreetNet } from './streets.ts';
import type { Building, Character, Premises, Settlement, Street, Zone } from './town-plan.ts';
import { zoneHolds } from './zones.ts';

export interface Houses {
  readonly buildings: Building[];
  readonly premises: Premises[];
}

/**
 * Builds along every street, both sides, in the order the streets grew, until each settlement has its premises.
 * Homes stand in rows, pairs, alone or stacked; shops and works where they would. Every premises is a point in a
 * building; flats of one building share the point.
 */
export function buildHouses(
  settlements: readonly Settlement[],
  net: StreetNet,
  zones: readonly Zone[],
  landscape: Landscape,
  options: { seed: string; premises: number; allowed: (position: Position) => boolean },
): Houses {
  const works = new Works(settlements, net, zones, landscape, options);
  works.buildTowns();
  works.buildLanes();
  works.divideHouses();
  return works.houses;
}

class Works {
  readonly houses: Houses = { buildings: [], premises: [] };
  private readonly settlements: readonly Settlement[];
  private readonly net: StreetNet;
  private readonly zones: readonly Zone[];
  private readonly zonesNear: Zone[][];
  private readonly footprints: Footprints;
  private readonly options: { seed: string; premises: number; allowed: (position: Position) => boolean };
  private readonly random: Random;
  private readonly plots: Plots;
  private readonly numbers = new Map<number, [number, number]>();
  private readonly density: (x: number, y: number) => number;
  private left: number[];

  constructor(
    settlements: readonly Settlement[],
    net: StreetNet,
    zones: readonly Zone[],
    landscape: Landscape,
    options: { seed: string; premises: number; allowed: (position: Position) => boolean },
  ) {
    this.settlements = settlements;
    this.net = net;
    this.zones = zones;
    this.zonesNear = settlements.map((settlement) =>
      zones.filter(
        (zone) =>
          distanceMetres(zone.centre, settlement.centre) <
          2.2 * settlement.radiusMetres + 2 * zone.radiusMetres,
      ),
    );
    this.footprints = new Footprints(net.points, landscape);
    this.options = options;
    this.random = new Random(`${options.seed} houses`);
    this.plots = new Plots(this.random);
    this.density = noiseOf(`${options.seed} lanes`, 2200);
    this.left = settlements.map((settlement) => settlement.premises);
  }

  buildTowns(): void {
    const roads = this.net.streets.filter((street) => street.character === 'rural');
    const backStreets: Street[][] = this.settlements.map(() => []);
    for (const street of this.net.streets)
      if (street.character !== 'rural') backStreets[street.settlement].push(street);
    for (const settlement of this.settlements) {
      const near = 1.1 * settlement.radiusMetres;
      const isNear = (point: Position) => distanceMetres(point, settlement.centre) < near;
      const through = roads.filter((street) => street.line.some(isNear));
      for (const street of [...through, ...backStreets[settlement.index]]) {
        if (this.left[settlement.index] <= 0) break;
        this.buildAlong(
          street,
          settlement,
          street.character === 'rural' ? 1.02 * settlement.radiusMetres : Number.POSITIVE_INFINITY,
        );
      }
    }
  }

  /** Farms, cottages and short rows along the lanes between settlements, for the premises that are left. */
  buildLanes(): void {
    const lanes = this.net.streets.filter((street) => street.character === 'rural');
    for (let round = 0; round < 12 && this.houses.premises.length < this.options.premises; round++) {
      for (const street of lanes) {
        for (
          let i = 2;
          i + 2 < street.line.length && this.houses.premises.length < this.options.premises;
          i++
        ) {
          const [x, y] = street.line[i];
          if (!this.random.chance(0.03 + 0.05 * Math.max(0, this.density(x, y)))) continue;
          const side = this.random.chance(0.5) ? 1 : -1;
          const nearest = this.settlements.reduce((best, other) =>
            distanceMetres(other.centre, street.line[i]) < distanceMetres(best.centre, street.line[i])
              ? other
              : best,
          );
          this.place(street, nearest, {
            i,
            along: this.random.between(0, 10),
            side,
            plot: this.plots.byLane(),
          });
        }
      }
    }
  }

  /** Where ground ran out: large houses let as flats, for the premises still wanting. */
  divideHouses(): void {
    const { premises, buildings } = this.houses;
    const houses = premises.filter(
      (one) => one.use === 'home' && DIVISIBLE.has(buildings[one.building].kind),
    );
    for (let flat = 1; premises.length < this.options.premises && houses.length > 0; flat++) {
      for (const house of this.random.shuffled(houses)) {
        if (premises.length >= this.options.premises) return;
        premises.push({ ...house, address: `Flat ${flat}, ${house.address}` });
      }
    }
  }

  private buildAlong(street: Street, settlement: Settlement, reach: number): void {
    for (const side of [1, -1]) {
      let wait = 9;
      for (let i = 1; i < street.line.length; i++) {
        const length = distanceMetres(street.line[i - 1], street.line[i]);
        while (wait <= length) {
          if (this.left[settlement.index] <= 0) return;
          const place = street.line[i];
          const isNear =
            reach === Number.POSITIVE_INFINITY || distanceMetres(place, settlement.centre) < reach;
          const character = isNear
            ? characterAt(settlement, this.zonesNear[settlement.index], place)
            : 'rural';
          if (character === 'rural' || this.random.chance(VACANT[character])) {
            wait += this.random.between(10, 24);
            continue;
          }
          const plot = this.fitted(
            this.plots.next(
              character,
              distanceMetres(place, settlement.centre) < 0.35 * settlement.radiusMetres,
            ),
            street,
            i,
          );
          const half = plot.width / 2;
          const placed = this.place(street, settlement, { i, along: wait + half, side, plot });
          wait += placed ? plot.width + plot.gap : 5;
        }
        wait -= length;
      }
    }
  }

  /** One building at `along` metres from vertex i − 1, on a side; false where there is no room. */
  private place(
    street: Street,
    settlement: Settlement,
    { i, along, side, plot }: { i: number; along: number; side: number; plot: Plot },
  ): boolean {
    const spot = spotAlong(street.line, i, along);
    if (!spot) return false;
    const heading = spot.heading + plot.turn;
    const centre = moved(spot.position, spot.heading, 0, side * (plot.setback + plot.depth / 2));
    if (!this.options.allowed(centre)) return false;
    const zones = settlement.kind === 'town' ? this.zonesNear[settlement.index] : this.zones;
    if (zones.some((zone) => OPEN_GROUND.has(zone.kind) && zoneHolds(zone, centre, 6))) return false;
    const front = { centre, heading, width: plot.width, depth: plot.depth };
    if (!this.footprints.take(front)) return false;
    const building = this.houses.buildings.length;
    this.houses.buildings.push({ kind: plot.kind, outline: groundPlan(front, plot.kind, side, this.random) });
    this.fill(street, settlement, { building, plot, centre, heading, side });
    return true;
  }

  private fill(
    street: Street,
    settlement: Settlement,
    {
      building,
      plot,
      centre,
      heading,
      side,
    }: { building: number; plot: Plot; centre: Position; heading: number; side: number },
  ): void {
    const numbers = this.numbers.get(street.index) ?? [-1, 0];
    this.numbers.set(street.index, numbers);
    for (let door = 0; door < plot.doors; door++) {
      const position = moved(centre, heading, ((door + 0.5) / plot.doors - 0.5) * plot.width);
      numbers[side > 0 ? 0 : 1] += 2;
      const number = numbers[side > 0 ? 0 : 1];
      for (let flat = 0; flat < plot.stacked; flat++) {
        if (this.houses.premises.length >= this.options.premises) return;
        const { before, use } = doorPlate(plot, flat);
        this.houses.premises.push({
          position,
          building,
          street: street.index,
          settlement: settlement.index,
          address: `${before}${number}`,
          use,
        });
        this.left[settlement.index]--;
      }
    }
  }

  /** A row no longer than the street is straight. */
  private fitted(plot: Plot, street: Street, i: number): Plot {
    if (plot.doors < 3) return plot;
    const turn = Math.abs(turnAhead(street.line, i, plot.width));
    if (turn < 0.12) return plot;
    const doors = Math.max(2, Math.floor((plot.doors * 0.12) / turn));
    return { ...plot, doors, width: (plot.width / plot.doors) * doors };
  }
}

/** What stands before the house number, and what is behind the door: a shop or farm first, homes above or beside it. */
function doorPlate({ kind, stacked, use }: Plot, flat: number): { before: string; use: Premises['use'] } {
  if (kind === 'works') return { before: stacked === 1 ? '' : `Unit ${flat + 1}, `, use };
  if (kind === 'shop' || kind === 'farm')
    return flat === 0 ? { before: '', use } : { before: `Flat ${flat}, `, use: 'home' };
  return { before: stacked === 1 ? '' : `Flat ${flat + 1}, `, use };
}

/** How often a plot stands empty: gardens, yards, car parks. */
const VACANT: Record<Character, number> = {
  centre: 0.05,
  terrace: 0.03,
  semi: 0.04,
  modern: 0.06,
  estate: 0.08,
  village: 0.16,
  business: 0.1,
  rural: 1,
};
const DIVISIBLE: ReadonlySet<Building['kind']> = new Set(['terrace', 'semi-detached', 'detached']);
const OPEN_GROUND: ReadonlySet<Zone['kind']> = new Set(['park', 'water', 'wood']);

/** Where `along` metres past vertex i − 1 falls on the line, and which way it runs there. */
function spotAlong(
  line: readonly Position[],
  i: number,
  along: number,
): { position: Position; heading: number } | null {
  let left = along;
  for (let k = i; k < line.length; k++) {
    const length = distanceMetres(line[k - 1], line[k]);
    if (left <= length && length > 0) {
      const heading = headingTo(line[k - 1], line[k]);
      return { position: moved(line[k - 1], heading, left), heading };
    }
    left -= length;
  }
  return null;
}

function turnAhead(line: readonly Position[], i: number, metres: number): number {
  const there = spotAlong(line, i, metres);
  const turn = there ? there.heading - headingTo(line[i - 1], line[i]) : 0;
  return Math.atan2(Math.sin(turn), Math.cos(turn));
}
