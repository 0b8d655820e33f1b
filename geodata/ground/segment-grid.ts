import { distanceMetres, type Position } from './position.ts';

export interface Segment<Tag> {
  readonly from: Position;
  readonly to: Position;
  readonly tag: Tag;
}

/** Straight pieces of lines in square cells: finds those near a place, or those that a piece crosses, in constant time. */
export class SegmentGrid<Tag> {
  private readonly cellMetres: number;
  private readonly cells = new Map<number, Segment<Tag>[]>();

  constructor(cellMetres: number) {
    this.cellMetres = cellMetres;
  }

  add(from: Position, to: Position, tag: Tag): void {
    const segment = { from, to, tag };
    this.eachCell(from, to, 0, (key) => {
      const cell = this.cells.get(key);
      if (cell) cell.push(segment);
      else this.cells.set(key, [segment]);
    });
  }

  /** Adds each piece of a line, all with one tag. */
  addLine(line: readonly Position[], tag: Tag): void {
    for (let i = 1; i < line.length; i++) this.add(line[i - 1], line[i], tag);
  }

  /** Each segment within `metres` of a place, once, and how far it is, in the order they were added cell by cell. */
  near(place: Position, metres: number, visit: (segment: Segment<Tag>, awayMetres: number) => void): void {
    this.candidates(place, place, metres, (segment) => {
      const away = distanceToSegment(place, segment.from, segment.to);
      if (away <= metres) visit(segment, away);
    });
  }

  /** Each segment whose cells those of the piece from `from` to `to` share, once: whether they cross is for the caller to see. */
  crossing(from: Position, to: Position, visit: (segment: Segment<Tag>) => void): void {
    this.candidates(from, to, 0, visit);
  }

  private candidates(
    from: Position,
    to: Position,
    margin: number,
    visit: (segment: Segment<Tag>) => void,
  ): void {
    const seen = new Set<Segment<Tag>>();
    this.eachCell(from, to, margin, (key) => {
      for (const segment of this.cells.get(key) ?? []) {
        if (seen.has(segment)) continue;
        seen.add(segment);
        visit(segment);
      }
    });
  }

  private eachCell(a: Position, b: Position, margin: number, visit: (key: number) => void): void {
    const size = this.cellMetres;
    const east = Math.floor((Math.max(a[0], b[0]) + margin) / size);
    const north = Math.floor((Math.max(a[1], b[1]) + margin) / size);
    for (let column = Math.floor((Math.min(a[0], b[0]) - margin) / size); column <= east; column++)
      for (let row = Math.floor((Math.min(a[1], b[1]) - margin) / size); row <= north; row++)
        // 31 bits, as in PointGrid: cells 65,536 apart share one, and whoever asks looks at distances.
        visit(((column & 0x7fff) << 16) | (row & 0xffff));
  }
}

/** How far along a–b (0 to 1) it crosses c–d; null where it does not. Parallel pieces do not cross. */
export function crossingOf(a: Position, b: Position, c: Position, d: Position): number | null {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]];
  const [sx, sy] = [d[0] - c[0], d[1] - c[1]];
  const turn = rx * sy - ry * sx;
  if (turn === 0) return null;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / turn;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / turn;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : null;
}

export function distanceToSegment(place: Position, from: Position, to: Position): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return distanceMetres(place, from);
  const t = Math.min(1, Math.max(0, ((place[0] - from[0]) * dx + (place[1] - from[1]) * dy) / squared));
  return Math.sqrt((from[0] + t * dx - place[0]) ** 2 + (from[1] + t * dy - place[1]) ** 2);
}
