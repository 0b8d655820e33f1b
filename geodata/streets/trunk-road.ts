import { PointGrid } from '../ground/point-grid.ts';
import { at, curveThrough, distanceMetres, headingTo, moved, type Position } from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import { crossingOf, SegmentGrid } from '../ground/segment-grid.ts';
import { isOnSite } from '../plan/site.ts';
import type { TownPlan } from '../plan/town-plan.ts';

/** A motorway past the towns, as two carriageways that run in opposite directions. */
export interface TrunkRoad {
  readonly name: string;
  readonly middle: readonly Position[];
  readonly carriageways: readonly (readonly Position[])[];
}

/**
 * A motorway from edge to edge of the site that no building stands in the way of, past the settlements and across as
 * few streets as can be; null where there is no such way.
 */
export function trunkRoadOf(plan: TownPlan, seed: string): TrunkRoad | null {
  const random = new Random(`${seed} trunk road`);
  const corners = new PointGrid<null>(100);
  for (const { outline } of plan.buildings) corners.add(outline[0], null);
  const streets = new SegmentGrid<null>(150);
  for (const { line } of plan.streets) streets.addLine(line, null);
  // Water and rails are dear to bridge: each counts as several streets.
  for (const { line } of [...plan.rivers, ...plan.railways])
    for (let times = 0; times < 3; times++) streets.addLine(line, null);
  const candidates: Candidate[] = [];
  for (let i = 0; i < HEADINGS; i++) {
    const heading = (Math.PI * (i + random.between(-0.2, 0.2))) / HEADINGS;
    for (const offset of [-0.55, -0.45, -0.35, -0.25, -0.15, 0.15, 0.25, 0.35, 0.45, 0.55]) {
      const line = straight(plan, heading, (offset + random.between(-0.05, 0.05)) * plan.site.radiusMetres);
      if (line.length < 12) continue;
      const inTheWay = line.filter((point) => corners.any(point, 45)).length;
      candidates.push({
        line,
        worth: line.length - 14 * inTheWay - 6 * Math.max(0, crossingsOf(line, streets) - EXPECTED),
      });
    }
  }
  const best = candidates.toSorted((a, b) => b.worth - a.worth).slice(0, TRIED);
  const open = best
    .map(({ line }) => curveThrough(bent(line, plan, corners), 25))
    .filter((line) => line.every((point) => !corners.any(point, CLEAR_METRES)))
    .map((line) => ({
      line,
      worth: line.length / 4 - 6 * Math.max(0, crossingsOf(line, streets) - EXPECTED) - 60 * sharpest(line),
    }))
    .toSorted((a, b) => b.worth - a.worth);
  if (open.length === 0) return null;
  const middle = open[0].line;
  return {
    name: 'M99',
    middle,
    carriageways: [aside(middle, -HALF_METRES), aside(middle, HALF_METRES).reverse()],
  };
}

/** A line beside another, `leftMetres` to its left. */
export function aside(line: readonly Position[], leftMetres: number): Position[] {
  return line.map((point, i) =>
    moved(point, headingTo(line[Math.max(0, i - 1)], line[Math.min(line.length - 1, i + 1)]), 0, leftMetres),
  );
}

interface Candidate {
  readonly line: Position[];
  readonly worth: number;
}

const HEADINGS = 12;
/** Of the best straight ways, how many are bent about what stands in them. */
const TRIED = 40;
/** Streets that a motorway crosses wherever it runs. */
const EXPECTED = 8;
const STEP_METRES = 100;
/** Rounds of rounding off what pushing has bent. */
const SMOOTHINGS = 10;
/** From the middle to a building's first corner, at least. */
const CLEAR_METRES = 42;
/** From the middle to the middle of a carriageway. */
const HALF_METRES = 9;

function straight({ site }: TownPlan, heading: number, offset: number): Position[] {
  const line: Position[] = [];
  const middle = moved(site.centre, heading, 0, offset);
  for (let along = -1.3 * site.radiusMetres; along <= 1.3 * site.radiusMetres; along += STEP_METRES) {
    const point = moved(middle, heading, along);
    if (isOnSite(site, point, -300)) line.push(point);
  }
  return line;
}

function crossingsOf(line: readonly Position[], streets: SegmentGrid<null>): number {
  let count = 0;
  for (let i = 1; i < line.length; i++)
    streets.crossing(line[i - 1], line[i], ({ from, to }) => {
      if (crossingOf(line[i - 1], line[i], from, to) !== null) count++;
    });
  return count;
}

/** The line as it settles when each point is pushed off buildings and settlements and pulled towards its neighbours. */
function bent(line: readonly Position[], { settlements }: TownPlan, corners: PointGrid<null>): Position[] {
  let now = [...line];
  for (let round = 0; round < 90; round++) {
    now = now.map((point, i) => {
      if (i === 0 || i === now.length - 1) return point;
      let [pushX, pushY] = [0, 0];
      corners.near(point, 160, (corner, _, squared) => {
        const away = Math.max(1, Math.sqrt(squared));
        const push = (160 - away) / 160 / away;
        pushX += push * (point[0] - corner[0]);
        pushY += push * (point[1] - corner[1]);
        return false;
      });
      for (const { centre, radiusMetres } of settlements) {
        const away = Math.max(1, distanceMetres(centre, point));
        const room = 1.3 * radiusMetres + 120;
        if (away >= room) continue;
        pushX += (2 * (room - away) * (point[0] - centre[0])) / room / away;
        pushY += (2 * (room - away) * (point[1] - centre[1])) / room / away;
      }
      const strength = Math.hypot(pushX, pushY);
      const limit = strength === 0 ? 0 : Math.min(strength, 1) / strength;
      const [bx, by] = now[i - 1];
      const [ax, ay] = now[i + 1];
      return at(
        0.4 * point[0] + 0.3 * (bx + ax) + 30 * limit * pushX,
        0.4 * point[1] + 0.3 * (by + ay) + 30 * limit * pushY,
      );
    });
  }
  for (let round = 0; round < SMOOTHINGS; round++)
    now = now.map(([x, y], i) =>
      i === 0 || i === now.length - 1
        ? now[i]
        : at((2 * x + now[i - 1][0] + now[i + 1][0]) / 4, (2 * y + now[i - 1][1] + now[i + 1][1]) / 4),
    );
  return now;
}

/** The largest turn in a hundred metres, radians: a motorway bends gently. */
function sharpest(line: readonly Position[]): number {
  let most = 0;
  for (let i = 8; i < line.length; i++) {
    const turn = headingTo(line[i - 4], line[i]) - headingTo(line[i - 8], line[i - 4]);
    most = Math.max(most, Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn))));
  }
  return most;
}
