import { noiseOf } from '../ground/noise.ts';
import { PointGrid } from '../ground/point-grid.ts';
import { at, curveThrough, headingTo, moved, type Position, resampled } from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import type { Settlement, Site, TownPlan } from './town-plan.ts';

export interface Landscape {
  readonly rivers: TownPlan['rivers'];
  readonly railways: TownPlan['railways'];
  /** Points every few metres along water and rails, with the room to keep from them: no house, no back street across. */
  readonly obstacles: PointGrid<number>;
}

/** Rivers that wind and railways that sweep, from edge to edge, past the larger towns. */
export function landscapeOf(site: Site, settlements: readonly Settlement[], seed: string): Landscape {
  const towns = settlements.filter((settlement) => settlement.kind === 'town');
  const random = new Random(`${seed} landscape`);
  const courses = 1 + Math.floor(site.radiusMetres / 14_000);
  const rivers: { name: string; line: Position[]; widthMetres: number }[] = [];
  const railways: { name: string; line: Position[] }[] = [];
  for (let i = 0; i < courses; i++) {
    const heading = 0.5 + i * 1.3 + random.between(-0.2, 0.2);
    const past = towns[i % towns.length] ?? settlements[0];
    const rails = towns.slice(i, i + 2);
    rivers.push({
      name: `River ${RIVER_NAMES[i % RIVER_NAMES.length]}`,
      line: river(site, past, heading, `${seed} river ${i}`),
      widthMetres: 22,
    });
    railways.push({
      name: `${past.name} line`,
      line: railway(site, rails.length > 0 ? rails : [settlements[0]], heading),
    });
  }
  const obstacles = new PointGrid<number>(60);
  for (const { line, widthMetres } of rivers)
    for (const point of resampled(line, 8)) obstacles.add(point, widthMetres / 2 + 14);
  for (const { line } of railways) for (const point of resampled(line, 8)) obstacles.add(point, 16);
  return { rivers, railways, obstacles };
}

/** Whether ground is kept free by water or rails. */
export function isKeptFree(landscape: Landscape, position: Position, extraMetres = 0): boolean {
  return landscape.obstacles.near(
    position,
    45 + extraMetres,
    (_, room, squared) => squared < (room + extraMetres) ** 2,
  );
}

/** A band of the given width along a line, as a ring (anticlockwise is not promised; open). */
export function band(line: readonly Position[], widthMetres: number): Position[] {
  const left: Position[] = [];
  const right: Position[] = [];
  line.forEach((point, i) => {
    const heading = headingTo(line[Math.max(0, i - 1)], line[Math.min(line.length - 1, i + 1)]);
    left.push(moved(point, heading, 0, widthMetres / 2));
    right.push(moved(point, heading, 0, -widthMetres / 2));
  });
  return [...right, ...left.reverse()];
}

const RIVER_NAMES = ['Wrenne', 'Ludder', 'Saller', 'Osk', 'Thrussel'];

function river(site: Site, past: Settlement, heading: number, seed: string): Position[] {
  const bend = noiseOf(seed, 2600);
  const meander = noiseOf(`${seed} meander`, 520);
  const through = moved(past.centre, heading, 0, -0.2 * past.radiusMetres);
  const half = 1.35 * site.radiusMetres;
  const points: Position[] = [];
  for (let along = -half; along <= half; along += 90) {
    // The course swings wide in open country and is held between banks in town.
    const country = Math.min(1, Math.max(0.25, Math.abs(along) / (1.4 * past.radiusMetres)));
    const start = bend(0, 0) * 0.25;
    points.push(
      moved(through, heading, along, country * (1100 * (bend(along, 0) - start) + 230 * meander(along, 300))),
    );
  }
  return curveThrough(points, 22);
}

/** Through a place a little aside of each town's centre, straight as rails are. */
function railway(site: Site, towns: readonly Settlement[], riverHeading: number): Position[] {
  const stations = towns.map((town) => moved(town.centre, riverHeading, 0, 0.3 * town.radiusMetres + 90));
  const heading = stations.length > 1 ? headingTo(stations[0], stations[1]) : riverHeading + 0.5;
  const far = 1.6 * site.radiusMetres;
  const first = stations[0];
  const last = stations[stations.length - 1];
  const points = [
    moved(first, heading - 0.35, -far),
    moved(first, heading - 0.12, -far / 3),
    ...stations,
    moved(last, heading + 0.15, far / 3),
    moved(last, heading + 0.3, far),
  ];
  return curveThrough(points, 40).map(([x, y]) => at(x, y));
}
