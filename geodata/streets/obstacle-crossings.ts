import { alongsOf, cutLine } from '../ground/cut-line.ts';
import { headingTo, type Position } from '../ground/position.ts';
import { crossingOf, SegmentGrid } from '../ground/segment-grid.ts';

/** A line that streets have to get across. */
export interface Obstacle {
  readonly kind: 'railway' | 'river' | 'motorway';
  readonly name: string;
  readonly line: readonly Position[];
  /** From its middle to where a bridge over it may come down. */
  readonly halfMetres: number;
}

/** A place where a line gets across an obstacle, and how. */
export interface Meeting {
  readonly obstacle: number;
  /** Along the line, and along the obstacle. */
  readonly alongMetres: number;
  readonly obstacleMetres: number;
  /** Half of what lies on the bridge, along the line; and along the obstacle where that is the bridge. */
  readonly halfMetres: number;
  readonly way: 'over' | 'under' | 'level';
}

/** A piece of a line: on a bridge over what `over` names, or on the ground. */
export interface CutPiece {
  readonly line: readonly Position[];
  readonly over: readonly Obstacle['kind'][];
  /** Whether it leads up to an obstacle on the level. */
  readonly meetsLevel: boolean;
}

/** Where a line meets obstacles, in order along it; the way is chosen for each. */
export function meetingsOf(
  line: readonly Position[],
  obstacles: ObstacleGrid,
  wayOf: (obstacle: Obstacle) => Meeting['way'],
): Meeting[] {
  const alongs = alongsOf(line);
  const meetings: Meeting[] = [];
  for (let i = 1; i < line.length; i++)
    obstacles.grid.crossing(line[i - 1], line[i], ({ from, to, tag }) => {
      const t = crossingOf(line[i - 1], line[i], from, to);
      const u = crossingOf(from, to, line[i - 1], line[i]);
      if (t === null || u === null) return;
      const obstacle = obstacles.list[tag.obstacle];
      const turn = Math.abs(Math.sin(headingTo(line[i - 1], line[i]) - headingTo(from, to)));
      const alongMetres = alongs[i - 1] + t * (alongs[i] - alongs[i - 1]);
      const known = meetings.some(
        (other) => other.obstacle === tag.obstacle && Math.abs(other.alongMetres - alongMetres) < 0.1,
      );
      if (known) return;
      meetings.push({
        obstacle: tag.obstacle,
        alongMetres,
        obstacleMetres: tag.alongs[tag.i - 1] + u * (tag.alongs[tag.i] - tag.alongs[tag.i - 1]),
        halfMetres: obstacle.halfMetres / Math.max(0.35, turn),
        way: wayOf(obstacle),
      });
    });
  return meetings.toSorted((a, b) => a.alongMetres - b.alongMetres);
}

/** Obstacles so that those near a line are found fast. */
export class ObstacleGrid {
  readonly list: readonly Obstacle[];
  readonly grid = new SegmentGrid<{
    readonly obstacle: number;
    readonly i: number;
    readonly alongs: readonly number[];
  }>(60);

  constructor(list: readonly Obstacle[]) {
    this.list = list;
    list.forEach(({ line }, obstacle) => {
      const alongs = alongsOf(line);
      for (let i = 1; i < line.length; i++) this.grid.add(line[i - 1], line[i], { obstacle, i, alongs });
    });
  }
}

/** The line cut where its bridges begin and end, and where it meets an obstacle on the level. Bridges that nearly touch are one. */
export function cutAtMeetings(
  line: readonly Position[],
  meetings: readonly Meeting[],
  obstacles: readonly Obstacle[],
): CutPiece[] {
  const bridges: { from: number; to: number; over: Obstacle['kind'][] }[] = [];
  for (const { alongMetres, halfMetres, way, obstacle } of meetings) {
    if (way !== 'over') continue;
    const last = bridges[bridges.length - 1];
    const from = alongMetres - halfMetres;
    if (last && from < last.to + JOINED_METRES) {
      last.to = Math.max(last.to, alongMetres + halfMetres);
      last.over.push(obstacles[obstacle].kind);
    } else bridges.push({ from, to: alongMetres + halfMetres, over: [obstacles[obstacle].kind] });
  }
  const levels = meetings.flatMap(({ way, alongMetres }) => (way === 'level' ? [alongMetres] : []));
  const cuts = [
    ...bridges.flatMap(({ from, to }) => [from, to]),
    ...levels.flatMap((along) => [along - LEVEL_METRES, along, along + LEVEL_METRES]),
  ].sort((a, b) => a - b);
  const pieces: CutPiece[] = [];
  let along = 0;
  for (const piece of cutLine(line, cuts)) {
    const length = alongsOf(piece)[piece.length - 1];
    const middle = along + length / 2;
    pieces.push({
      line: piece,
      meetsLevel: levels.some((at) => Math.abs(at - middle) < LEVEL_METRES),
      over: [...new Set(bridges.find(({ from, to }) => from <= middle && middle <= to)?.over ?? [])],
    });
    along += length;
  }
  return pieces;
}

const JOINED_METRES = 30;
/** Of the street on either side, what belongs to a level crossing. */
const LEVEL_METRES = 12;
