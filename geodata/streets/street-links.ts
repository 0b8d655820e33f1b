import { lengthMetres, pointAlong } from '../ground/cut-line.ts';
import { PointGrid } from '../ground/point-grid.ts';
import { at, distanceMetres, type Position } from '../ground/position.ts';
import { crossingOf, SegmentGrid } from '../ground/segment-grid.ts';
import type { Street, TownPlan } from '../plan/town-plan.ts';

/** A piece of one street between two junctions or ends. Its first and last positions are those of its neighbours, to the digit. */
export interface StreetLink {
  /** Place in the plan's streets. */
  readonly street: number;
  readonly line: readonly Position[];
}

/**
 * The plan's streets cut where they meet: an end that lies on another street, and a crossing of two main roads, become
 * a vertex of both. In the order of the plan.
 */
export function streetLinksOf({ streets }: Pick<TownPlan, 'streets'>): StreetLink[] {
  const noded = nodedLines(streets);
  const times = new Map<string, number>();
  for (const line of noded)
    for (const point of line) times.set(keyOf(point), (times.get(keyOf(point)) ?? 0) + 1);
  const links: StreetLink[] = [];
  const middles = new Map<string, Position[]>();
  noded.forEach((line, street) => {
    let piece: Position[] = [line[0]];
    for (let i = 1; i < line.length; i++) {
      piece.push(line[i]);
      if (i < line.length - 1 && times.get(keyOf(line[i])) === 1) continue;
      const ends = [keyOf(piece[0]), keyOf(line[i])].sort().join(' ');
      const middle = pointAlong(piece, lengthMetres(piece) / 2);
      const others = middles.get(ends) ?? [];
      if (others.every((other) => distanceMetres(other, middle) > TWIN_METRES)) {
        middles.set(ends, [...others, middle]);
        links.push({ street, line: piece });
      }
      piece = [line[i]];
    }
  });
  return links;
}

/** A position as a key: the same for the same digits. */
export function keyOf([x, y]: Position): string {
  return `${x} ${y}`;
}

/** Where two streets run this close from junction to junction the earlier is the street: the other was never built there. */
const TWIN_METRES = 6;
/** An end nearer to another street than this lies on it, and one nearer to a vertex of it is that vertex. */
const TOUCH_METRES = 0.6;

function nodedLines(planned: readonly Street[]): Position[][] {
  const streets = withSharedEnds(planned.map(({ line }) => line));
  const grid = new SegmentGrid<{ readonly street: number; readonly i: number }>(30);
  streets.forEach((line, street) => {
    for (let i = 1; i < line.length; i++) grid.add(line[i - 1], line[i], { street, i });
  });
  const added: { readonly i: number; readonly point: Position }[][] = streets.map(() => []);
  streets.forEach((line, street) => {
    for (const end of [line[0], line[line.length - 1]])
      grid.near(end, TOUCH_METRES, (other) => {
        if (other.tag.street !== street) added[other.tag.street].push({ i: other.tag.i, point: end });
      });
    for (let i = 1; i < line.length; i++)
      grid.crossing(line[i - 1], line[i], (other) => {
        if (other.tag.street <= street) return;
        const t = crossingOf(line[i - 1], line[i], other.from, other.to);
        if (t === null) return;
        const exact = at(
          line[i - 1][0] + t * (line[i][0] - line[i - 1][0]),
          line[i - 1][1] + t * (line[i][1] - line[i - 1][1]),
        );
        const corners = [line[i - 1], line[i], other.from, other.to];
        const point = corners.find((corner) => distanceMetres(corner, exact) < TOUCH_METRES) ?? exact;
        added[street].push({ i, point });
        added[other.tag.street].push({ i: other.tag.i, point });
      });
  });
  return streets.map((line, street) => withPoints(line, added[street]));
}

/** Lines whose ends are the very vertices of the streets built before them that they nearly touch. */
function withSharedEnds(lines: readonly (readonly Position[])[]): (readonly Position[])[] {
  const vertices = new PointGrid<number>(20);
  return lines.map((line, street) => {
    const shared = [...line];
    for (const end of [0, line.length - 1]) {
      let nearest = TOUCH_METRES ** 2;
      vertices.near(line[end], TOUCH_METRES, (position, other, squared) => {
        if (other === street || squared > nearest) return false;
        nearest = squared;
        shared[end] = position;
        return false;
      });
    }
    for (const point of shared) vertices.add(point, street);
    return shared;
  });
}

/** The line with points set into their segments, none twice in a row. */
function withPoints(
  line: readonly Position[],
  added: readonly { readonly i: number; readonly point: Position }[],
): Position[] {
  const ofSegment = new Map<number, Position[]>();
  for (const { i, point } of added) ofSegment.set(i, [...(ofSegment.get(i) ?? []), point]);
  const result: Position[] = [line[0]];
  for (let i = 1; i < line.length; i++) {
    const own = (ofSegment.get(i) ?? []).toSorted(
      (a, b) => distanceMetres(line[i - 1], a) - distanceMetres(line[i - 1], b) || a[0] - b[0] || a[1] - b[1],
    );
    for (const point of [...own, line[i]]) {
      const last = result[result.length - 1];
      if (point[0] !== last[0] || point[1] !== last[1]) result.push(point);
    }
  }
  return result;
}
