import { type Noise, noiseOf } from '../ground/noise.ts';
import { PointGrid } from '../ground/point-grid.ts';
import { at, distanceMetres, headingTo, moved, type Position, resampled } from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import { UrgencyQueue } from '../ground/urgency-queue.ts';
import { isKeptFree, type Landscape } from './landscape.ts';
import type { MainRoad } from './main-roads.ts';
import type { Character, Settlement, Street, StreetClass, Zone } from './town-plan.ts';
import { zoneHolds } from './zones.ts';

/** Streets as grown, in building order: main roads first, then outwards from each settlement's centre. */
export interface StreetNet {
  readonly streets: Street[];
  /** Points every few metres along all streets, tagged with the street. */
  readonly points: PointGrid<number>;
}

/**
 * Grows back streets off the main roads as towns do: each street runs from its parent until it meets another, comes
 * too near to one (and ends as a close), or reaches the edge; and then bears side streets itself. What is nearer to
 * the centre grows first, until there is room for the settlement's premises and a third more.
 */
export function growStreets(
  settlements: readonly Settlement[],
  mainRoads: readonly MainRoad[],
  zones: readonly Zone[],
  landscape: Landscape,
  seed: string,
): StreetNet {
  const net: StreetNet = { streets: [], points: new PointGrid<number>(40) };
  for (const road of mainRoads) {
    addStreet(net, {
      class: road.class,
      settlement: road.from.index,
      character: 'rural',
      line: resampled(road.line, 12),
    });
  }
  const roads = [...net.streets];
  for (const settlement of settlements) {
    const around = zones.filter(
      (zone) =>
        distanceMetres(zone.centre, settlement.centre) < 2 * settlement.radiusMetres + 2 * zone.radiusMetres,
    );
    new Growth(settlement, { net, roads, zones: around, landscape, seed }).run();
  }
  return net;
}

/** How a neighbourhood lays out its streets. Lengths in metres, bends in radians per metre. */
const LAYOUTS: Record<
  Character,
  { gap: number; longest: number; bend: number; joins: number; homesPerMetre: number; sideStreets: number }
> = {
  centre: { gap: 66, longest: 320, bend: 0.0018, joins: 0.95, homesPerMetre: 0.22, sideStreets: 0.9 },
  terrace: { gap: 52, longest: 420, bend: 0.0004, joins: 0.95, homesPerMetre: 0.25, sideStreets: 0.85 },
  semi: { gap: 70, longest: 480, bend: 0.0028, joins: 0.85, homesPerMetre: 0.15, sideStreets: 0.9 },
  modern: { gap: 60, longest: 260, bend: 0.0062, joins: 0.4, homesPerMetre: 0.1, sideStreets: 1 },
  estate: { gap: 66, longest: 300, bend: 0.0036, joins: 0.6, homesPerMetre: 0.55, sideStreets: 1 },
  village: { gap: 78, longest: 260, bend: 0.0042, joins: 0.5, homesPerMetre: 0.07, sideStreets: 0.7 },
  business: { gap: 120, longest: 420, bend: 0.002, joins: 0.7, homesPerMetre: 0.03, sideStreets: 0.8 },
  rural: { gap: 100, longest: 200, bend: 0.004, joins: 0.4, homesPerMetre: 0.02, sideStreets: 0 },
};

/** What was built where: by distance from the centre, in uneven rings. */
export function characterAt(settlement: Settlement, zones: readonly Zone[], position: Position): Character {
  for (const zone of zones) {
    if (zone.kind === 'estate' && zoneHolds(zone, position)) return 'estate';
    if (zone.kind === 'business park' && zoneHolds(zone, position, 30)) return 'business';
  }
  if (settlement.kind === 'village') return 'village';
  let era = eras.get(settlement);
  if (!era) {
    era = noiseOf(`era ${settlement.name}`, 0.55 * settlement.radiusMetres);
    eras.set(settlement, era);
  }
  const out =
    distanceMetres(settlement.centre, position) / settlement.radiusMetres +
    0.16 * era(position[0], position[1]);
  if (out < 0.13) return 'centre';
  if (out < 0.42) return 'terrace';
  return out < 0.72 ? 'semi' : 'modern';
}

/** Each settlement's noise, made once. */
const eras = new WeakMap<Settlement, Noise>();

interface Shoot {
  readonly from: Position;
  readonly heading: number;
  readonly parent: number;
  readonly generation: number;
  readonly urgency: number;
}

/** What a settlement grows amid; `roads` are the main roads of the whole site. */
interface Surroundings {
  readonly net: StreetNet;
  readonly roads: readonly Street[];
  readonly zones: readonly Zone[];
  readonly landscape: Landscape;
  readonly seed: string;
}

class Growth {
  private readonly settlement: Settlement;
  private readonly net: StreetNet;
  private readonly roads: readonly Street[];
  private readonly zones: readonly Zone[];
  private readonly landscape: Landscape;
  private readonly random: Random;
  private readonly edge: (heading: number) => number;
  private readonly shoots = new UrgencyQueue<Shoot>();
  private room = 0;

  constructor(settlement: Settlement, { net, roads, zones, landscape, seed }: Surroundings) {
    this.settlement = settlement;
    this.net = net;
    this.roads = roads;
    this.zones = zones;
    this.landscape = landscape;
    this.random = new Random(`${seed} streets ${settlement.index}`);
    const waviness = noiseOf(`${seed} outskirts ${settlement.index}`, 0.9);
    this.edge = (heading) =>
      settlement.radiusMetres * (1.14 + 0.34 * waviness(1.6 * Math.cos(heading), 1.6 * Math.sin(heading)));
  }

  run(): void {
    for (const { index, line } of this.roads) {
      if (
        line.some((point) => distanceMetres(point, this.settlement.centre) < 2 * this.settlement.radiusMetres)
      )
        this.sproutAlong(index, 0);
    }
    for (
      let shoot = this.shoots.take();
      shoot && this.room < 1.35 * this.settlement.premises;
      shoot = this.shoots.take()
    ) {
      this.grow(shoot);
    }
  }

  private grow(shoot: Shoot): void {
    const character = characterAt(this.settlement, this.zones, moved(shoot.from, shoot.heading, 40));
    const layout = LAYOUTS[character];
    const line = this.walk(shoot, layout);
    if (!line) return;
    const metres = 12 * (line.length - 1);
    const joined = this.net.points.near(line[line.length - 1], 1, (_, street) => street !== shoot.parent);
    const index = addStreet(this.net, {
      class: joined || metres > 260 ? 'street' : 'close',
      settlement: this.settlement.index,
      character,
      line,
    });
    this.room += metres * layout.homesPerMetre;
    this.sproutAlong(index, shoot.generation + 1);
  }

  /** The new street's line, or null where there is no room for one. */
  private walk(shoot: Shoot, layout: (typeof LAYOUTS)[Character]): Position[] | null {
    const near = 0.56 * layout.gap;
    const line: Position[] = [shoot.from];
    let heading = shoot.heading;
    let bend = layout.bend * this.random.bell();
    const longest = layout.longest * this.random.between(0.55, 1.25) * (shoot.generation === 0 ? 1.5 : 1);
    for (let metres = STEP; metres <= longest; metres += STEP) {
      bend = 0.93 * bend + 0.07 * layout.bend * 2.4 * this.random.bell();
      heading += bend * STEP;
      const next = moved(line[line.length - 1], heading, STEP);
      if (!this.isOpen(next)) break;
      const meeting = this.meeting(next, heading, { near, parent: shoot.parent, metres, from: shoot.from });
      if (meeting === 'too near') break;
      if (meeting) {
        if (this.random.chance(layout.joins)) {
          line.push(next, ...stepsTo(next, meeting));
          return line.length * STEP >= SHORTEST ? line : null;
        }
        break;
      }
      line.push(next);
    }
    return (line.length - 1) * STEP >= SHORTEST ? line : null;
  }

  /** A street to join ahead; 'too near' beside or behind one; null in the open. */
  private meeting(
    next: Position,
    heading: number,
    { near, parent, metres, from }: { near: number; parent: number; metres: number; from: Position },
  ): Position | 'too near' | null {
    let best: Position | null = null;
    let bestSquared = Number.POSITIVE_INFINITY;
    let crowded = false;
    this.net.points.near(next, near, (position, street, squared) => {
      // Near its beginning a street is bound to be near its parent and to what else begins there.
      if (metres < 1.25 * near && (street === parent || distanceMetres(position, from) < 0.75 * near))
        return false;
      const ahead =
        ((position[0] - next[0]) * Math.cos(heading) + (position[1] - next[1]) * Math.sin(heading)) /
        Math.sqrt(squared + 1e-9);
      if (ahead < 0.55) {
        crowded ||= squared < (0.8 * near) ** 2;
        return false;
      }
      if (squared < bestSquared) {
        best = position;
        bestSquared = squared;
      }
      return false;
    });
    if (best && bestSquared < 40 * 40) return best;
    return crowded || best ? 'too near' : null;
  }

  private isOpen(position: Position): boolean {
    const { settlement } = this;
    if (distanceMetres(settlement.centre, position) > this.edge(headingTo(settlement.centre, position)))
      return false;
    if (isKeptFree(this.landscape, position)) return false;
    return !this.zones.some((zone) => CLOSED.has(zone.kind) && zoneHolds(zone, position, 12));
  }

  /** Side streets to come, on alternate sides, closer together where houses stand closer. */
  private sproutAlong(street: number, generation: number): void {
    const { line } = this.net.streets[street];
    const { centre, radiusMetres } = this.settlement;
    let metres = this.random.between(20, 60);
    let side = this.random.chance(0.5) ? 1 : -1;
    for (let i = 1; i + 1 < line.length; i++) {
      metres -= distanceMetres(line[i - 1], line[i]);
      if (metres > 0) continue;
      const out = distanceMetres(line[i], centre);
      if (out > 1.95 * radiusMetres) {
        metres = 60;
        continue;
      }
      const character = characterAt(this.settlement, this.zones, line[i]);
      const layout = LAYOUTS[character];
      // Rows stand close off a through street; a row itself is crossed seldom.
      const crossing = generation % 2 === 0 ? layout.gap : 2.6 * layout.gap;
      metres = crossing * this.random.between(0.5, 0.75);
      if (!this.random.chance(layout.sideStreets)) continue;
      const lean = (character === 'terrace' ? 0.04 : 0.16) * this.random.bell();
      const heading = headingTo(line[i - 1], line[i + 1]) + (side * Math.PI) / 2 + lean;
      this.shoots.add({
        from: line[i],
        heading,
        parent: street,
        generation,
        urgency: out + 0.1 * radiusMetres * this.random.next() + 25 * generation,
      });
      side = -side;
    }
  }
}

const STEP = 12;
const SHORTEST = 44;
const CLOSED: ReadonlySet<Zone['kind']> = new Set(['park', 'water', 'wood']);

function addStreet(
  net: StreetNet,
  street: { class: StreetClass; settlement: number; character: Character; line: readonly Position[] },
): number {
  const index = net.streets.length;
  net.streets.push({ ...street, index, name: '' });
  for (const point of resampled(street.line, 6)) net.points.add(point, index);
  return index;
}

function stepsTo(from: Position, to: Position): Position[] {
  const steps = Math.max(1, Math.round(distanceMetres(from, to) / STEP));
  return Array.from({ length: steps }, (_, i) =>
    at(from[0] + ((to[0] - from[0]) * (i + 1)) / steps, from[1] + ((to[1] - from[1]) * (i + 1)) / steps),
  );
}
