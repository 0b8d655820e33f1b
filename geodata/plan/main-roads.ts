import { noiseOf } from '../ground/noise.ts';
import { at, distanceMetres, headingTo, moved, type Position } from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import { isOnSite } from './site.ts';
import type { Settlement, Site, StreetClass, Zone } from './town-plan.ts';

export interface MainRoad {
  readonly class: StreetClass;
  /** What it leads to, for its name. */
  readonly from: Settlement;
  readonly towards: string;
  readonly line: readonly Position[];
}

/**
 * The roads that were there before the towns grew: between neighbouring settlements (each pair with no third one
 * nearer to both), and out of the borough; plus each town's old High Street, rings around its centre, and loops into
 * its estates and business parks.
 */
export function mainRoadsOf(
  site: Site,
  settlements: readonly Settlement[],
  zones: readonly Zone[],
  seed: string,
): MainRoad[] {
  const random = new Random(`${seed} main roads`);
  const highStreets = settlements.map((settlement) => highStreet(settlement, random));
  const roads: MainRoad[] = settlements.map((settlement, i) => ({
    class: settlement.kind === 'town' ? 'B road' : 'minor road',
    from: settlement,
    towards: '',
    line: highStreets[i],
  }));
  const pairs = neighbours(settlements, 0.97);
  const lanes = neighbours(settlements, 0.82).filter(
    (pair) => !pairs.some((other) => other[0] === pair[0] && other[1] === pair[1]),
  );
  for (const [a, b] of [...pairs, ...lanes.filter(([a, b]) => distanceMetres(a.centre, b.centre) < 5200)]) {
    const towns = Number(a.kind === 'town') + Number(b.kind === 'town');
    const line = wandering(
      nearestOf(highStreets[a.index], b.centre),
      nearestOf(highStreets[b.index], a.centre),
      `${seed} ${a.index}-${b.index}`,
    );
    roads.push({
      class: towns === 2 ? 'A road' : towns === 1 || random.chance(0.3) ? 'B road' : 'minor road',
      from: a,
      towards: b.name,
      line,
    });
  }
  const exits = 5 + Math.floor(site.radiusMetres / 6000);
  const turn = random.between(0, Math.PI);
  for (let i = 0; i < exits; i++) {
    const heading = turn + (2 * Math.PI * (i + random.between(-0.2, 0.2))) / exits;
    const gate = at(
      site.centre[0] + 1.22 * site.radiusMetres * Math.cos(heading),
      site.centre[1] + 1.22 * site.radiusMetres * Math.sin(heading),
    );
    const nearest = settlements.reduce((best, other) =>
      distanceMetres(other.centre, gate) / Math.sqrt(other.radiusMetres) <
      distanceMetres(best.centre, gate) / Math.sqrt(best.radiusMetres)
        ? other
        : best,
    );
    const line = wandering(nearestOf(highStreets[nearest.index], gate), gate, `${seed} exit ${i}`).filter(
      (point) => isOnSite(site, point, -500),
    );
    if (line.length > 2)
      roads.push({
        class: nearest.kind === 'town' ? 'A road' : 'B road',
        from: nearest,
        towards: OUTSIDE[i % OUTSIDE.length],
        line,
      });
  }
  for (const town of settlements) if (town.kind === 'town') roads.push(...rings(town, random));
  for (const zone of zones)
    if (zone.kind === 'estate' || zone.kind === 'business park')
      roads.push(...loopInto(zone, settlements[zone.settlement], roads, seed));
  return roads;
}

const OUTSIDE = [
  'Northgate',
  'Eastmoor',
  'Coastal',
  'Southfold',
  'Westering',
  'Capital',
  'Abbey',
  'Priory',
  'Fen',
  'Wold',
  'Forest',
];

function highStreet(settlement: Settlement, random: Random): Position[] {
  const half =
    settlement.kind === 'town' ? 0.13 * settlement.radiusMetres + 60 : 70 + 0.2 * settlement.radiusMetres;
  const heading = random.between(-Math.PI, Math.PI);
  const sag = random.between(-0.25, 0.25) * half;
  const line: Position[] = [];
  for (let i = -8; i <= 8; i++)
    line.push(moved(settlement.centre, heading, (i / 8) * half, sag * (1 - (i / 8) ** 2)));
  return line;
}

/** A loop within a zone and a spur to the nearest main road. */
function loopInto(zone: Zone, town: Settlement, roads: readonly MainRoad[], seed: string): MainRoad[] {
  const loop: Position[] = [];
  const steps = Math.max(16, Math.round(zone.radiusMetres / 5));
  for (let i = 0; i <= steps; i++) {
    const heading = (2 * Math.PI * (i % steps)) / steps;
    const out = 0.55 * zone.reach(heading);
    loop.push(at(zone.centre[0] + out * Math.cos(heading), zone.centre[1] + out * Math.sin(heading)));
  }
  let from = loop[0];
  let to = town.centre;
  for (const road of roads) {
    for (const point of road.line) {
      if (distanceMetres(point, zone.centre) > distanceMetres(to, zone.centre)) continue;
      to = point;
    }
  }
  for (const point of loop) if (distanceMetres(point, to) < distanceMetres(from, to)) from = point;
  const spur = wandering(from, to, `${seed} ${zone.name}`);
  return [loop, spur]
    .filter((line) => line.length > 2)
    .map((line) => ({ class: 'minor road', from: town, towards: zone.name, line }));
}

/** Rings about a town's centre, broken where no road was ever built. */
function rings(town: Settlement, random: Random): MainRoad[] {
  const roads: MainRoad[] = [];
  const shape = noiseOf(`ring ${town.name}`, 1.3);
  for (const [share, whole] of [
    [0.24, 0.95],
    [0.58, 0.6],
  ] as const) {
    if (share > 0.5 && town.radiusMetres < 900) continue;
    const radius = share * town.radiusMetres;
    const start = random.between(-Math.PI, Math.PI);
    const steps = Math.round((2 * Math.PI * whole * radius) / 24);
    const line: Position[] = [];
    for (let i = 0; i <= steps; i++) {
      const heading = start + (i * 24) / radius;
      const out = radius * (1 + 0.22 * shape(Math.cos(heading), Math.sin(heading) + share));
      line.push(at(town.centre[0] + out * Math.cos(heading), town.centre[1] + out * Math.sin(heading)));
    }
    roads.push({ class: 'B road', from: town, towards: share < 0.5 ? 'ring' : 'outer ring', line });
  }
  return roads;
}

/** Pairs with no third settlement nearer to both (the relative neighbourhood graph: connected, few crossings); a smaller share allows more. */
function neighbours(settlements: readonly Settlement[], share: number): [Settlement, Settlement][] {
  const pairs: [Settlement, Settlement][] = [];
  for (let i = 0; i < settlements.length; i++) {
    for (let j = i + 1; j < settlements.length; j++) {
      const reach = distanceMetres(settlements[i].centre, settlements[j].centre);
      const between = settlements.some(
        (other) =>
          other.index !== i &&
          other.index !== j &&
          Math.max(
            distanceMetres(other.centre, settlements[i].centre),
            distanceMetres(other.centre, settlements[j].centre),
          ) <
            share * reach,
      );
      if (!between) pairs.push([settlements[i], settlements[j]]);
    }
  }
  return pairs;
}

function nearestOf(line: readonly Position[], place: Position): Position {
  return [line[0], line[line.length >> 1], line[line.length - 1]].reduce((best, point) =>
    distanceMetres(point, place) < distanceMetres(best, place) ? point : best,
  );
}

/** From a to b as an old road goes: swinging aside between, straight at neither end. */
function wandering(a: Position, b: Position, seed: string): Position[] {
  const swing = noiseOf(seed, 1400);
  const turns = noiseOf(`${seed} turns`, 420);
  const length = distanceMetres(a, b);
  const heading = headingTo(a, b);
  const steps = Math.max(2, Math.round(length / 20));
  const line: Position[] = [];
  for (let i = 0; i <= steps; i++) {
    const t = i / steps;
    const ends = Math.min(1, 4 * t, 4 * (1 - t));
    const along = t * length;
    const left =
      ends * (Math.min(380, 0.14 * length) * swing(along, 7) + Math.min(60, 0.04 * length) * turns(along, 3));
    line.push(i === 0 ? a : i === steps ? b : moved(a, heading, along, left));
  }
  return line;
}
