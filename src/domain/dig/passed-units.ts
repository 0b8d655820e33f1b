import type { TrenchPiece } from '../cost/trench-piece.ts';
import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';
import { CHUNK_ROWS, type WorkStep } from '../project/work-step.ts';
import { EARTH_RADIUS_METRES, RADIANS_PER_DEGREE } from '../units.ts';

import type { DigPlace } from './dig-design.ts';

/**
 * Units of the premises within so many metres of a route: of its trench, ducts and pole routes, lead-ins aside. Straight
 * distances on a sphere's plane at each place's latitude: within 0.35 % in Britain, 0.35 m at 100 m. Who is served is passed, however far. Each
 * row counts once.
 */
export function* passedUnits(
  premises: PremisesTable,
  {
    pieces,
    served,
    withinMetres,
  }: {
    readonly pieces: readonly TrenchPiece[];
    readonly served: readonly DigPlace[];
    readonly withinMetres: number;
  },
): Generator<WorkStep, number> {
  const what = 'Counting premises passed';
  const latCell = Math.max(withinMetres, LEAST_CELL) / METRES_PER_DEGREE;
  const route = pieces.filter(({ kind }) => kind !== 'lead-in');
  const northmost = route.reduce((most, { line }) => Math.max(most, ...latitudes(line)), 0);
  const lonCell = latCell / Math.max(0.01, Math.cos((Math.abs(northmost) + 1) * RADIANS_PER_DEGREE));
  const cells = new Map<string, number[]>();
  const segments: number[] = [];
  const near = new Box();
  for (const { line } of route)
    for (let at = 2; at < line.length; at += 2) {
      const segment = segments.length;
      segments.push(line[at - 2], line[at - 1], line[at], line[at + 1]);
      const [west, east] = [line[at - 2], line[at]].sort((a, b) => a - b);
      const [south, north] = [line[at - 1], line[at + 1]].sort((a, b) => a - b);
      const [left, right] = [Math.floor(west / lonCell) - 1, Math.floor(east / lonCell) + 1];
      const [below, above] = [Math.floor(south / latCell) - 1, Math.floor(north / latCell) + 1];
      near.add(left, below);
      near.add(right, above);
      for (let x = left; x <= right; x++)
        for (let y = below; y <= above; y++) {
          const key = `${x} ${y}`;
          const there = cells.get(key);
          if (there) there.push(segment);
          else cells.set(key, [segment]);
        }
    }
  const isServed = new Set(served.map(({ lon, lat }) => `${lon} ${lat}`));
  const ofServed = new Box();
  for (const { lon, lat } of served) ofServed.add(lon, lat);
  yield { what, fraction: 0 };
  let units = 0;
  for (let row = 0; row < premises.count; row++) {
    if (row % CHUNK_ROWS === CHUNK_ROWS - 1) yield { what, fraction: row / premises.count };
    const [lon, lat] = [premises.lon[row], premises.lat[row]];
    const [x, y] = [Math.floor(lon / lonCell), Math.floor(lat / latCell)];
    const there = near.has(x, y) ? cells.get(`${x} ${y}`) : undefined;
    const isNear = there?.some((segment) => metresTo(lon, lat, segments, segment) <= withinMetres);
    if (isNear || (ofServed.has(lon, lat) && isServed.has(`${lon} ${lat}`))) units += unitsAt(premises, row);
  }
  return units;
}

/** What lies outside it need not be looked up. */
class Box {
  #west = Number.POSITIVE_INFINITY;
  #south = Number.POSITIVE_INFINITY;
  #east = Number.NEGATIVE_INFINITY;
  #north = Number.NEGATIVE_INFINITY;

  add(x: number, y: number): void {
    this.#west = Math.min(this.#west, x);
    this.#south = Math.min(this.#south, y);
    this.#east = Math.max(this.#east, x);
    this.#north = Math.max(this.#north, y);
  }

  has(x: number, y: number): boolean {
    return x >= this.#west && x <= this.#east && y >= this.#south && y <= this.#north;
  }
}

/** Cells smaller than this would be too many along a street. */
const LEAST_CELL = 50;
const METRES_PER_DEGREE = EARTH_RADIUS_METRES * RADIANS_PER_DEGREE;

function latitudes(line: readonly number[]): number[] {
  return line.filter((_, at) => at % 2 === 1).map(Math.abs);
}

function metresTo(lon: number, lat: number, segments: readonly number[], segment: number): number {
  const across = METRES_PER_DEGREE * Math.cos(lat * RADIANS_PER_DEGREE);
  const x = (segments[segment] - lon) * across;
  const y = (segments[segment + 1] - lat) * METRES_PER_DEGREE;
  const dx = (segments[segment + 2] - lon) * across - x;
  const dy = (segments[segment + 3] - lat) * METRES_PER_DEGREE - y;
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / square));
  return Math.hypot(x + t * dx, y + t * dy);
}
