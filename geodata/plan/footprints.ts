import { PointGrid } from '../ground/point-grid.ts';
import type { Position } from '../ground/position.ts';
import { isKeptFree, type Landscape } from './landscape.ts';

/** A box on the ground: `width` along `heading`, `depth` across. */
export interface Box {
  readonly centre: Position;
  readonly heading: number;
  readonly width: number;
  readonly depth: number;
}

/** Ground already built on. Boxes keep clear of each other, of street surfaces, water and rails. */
export class Footprints {
  private readonly boxes = new PointGrid<Box>(50);
  private readonly streets: PointGrid<number>;
  private readonly landscape: Landscape;
  private widest = 0;

  constructor(streets: PointGrid<number>, landscape: Landscape) {
    this.streets = streets;
    this.landscape = landscape;
  }

  /** Takes the ground if it is free. */
  take(box: Box): boolean {
    const reach = Math.sqrt(box.width ** 2 + box.depth ** 2) / 2;
    if (
      this.streets.near(box.centre, reach + STREET_HALF_METRES, (point) =>
        within(box, point, STREET_HALF_METRES),
      )
    )
      return false;
    if (isKeptFree(this.landscape, box.centre, box.depth / 2)) return false;
    if (this.boxes.near(box.centre, reach + this.widest, (_, other) => overlap(box, other))) return false;
    this.boxes.add(box.centre, box);
    this.widest = Math.max(this.widest, reach);
    return true;
  }
}

/** Half of carriageway and pavement, and the slack between points along a street. */
const STREET_HALF_METRES = 5;

function within(box: Box, [x, y]: Position, margin: number): boolean {
  const cos = Math.cos(box.heading);
  const sin = Math.sin(box.heading);
  const dx = x - box.centre[0];
  const dy = y - box.centre[1];
  return (
    Math.abs(dx * cos + dy * sin) < box.width / 2 + margin &&
    Math.abs(dy * cos - dx * sin) < box.depth / 2 + margin
  );
}

/** Two boxes overlap unless a side of one parts them; half a metre is kept between. */
function overlap(a: Box, b: Box): boolean {
  return !parted(a, b) && !parted(b, a);
}

function parted(a: Box, b: Box): boolean {
  const dx = b.centre[0] - a.centre[0];
  const dy = b.centre[1] - a.centre[1];
  const cosA = Math.cos(a.heading);
  const sinA = Math.sin(a.heading);
  const turn = b.heading - a.heading;
  const cos = Math.abs(Math.cos(turn));
  const sin = Math.abs(Math.sin(turn));
  const along = Math.abs(dx * cosA + dy * sinA);
  const across = Math.abs(dy * cosA - dx * sinA);
  return (
    along >= a.width / 2 + (b.width / 2) * cos + (b.depth / 2) * sin + 0.2 ||
    across >= a.depth / 2 + (b.width / 2) * sin + (b.depth / 2) * cos + 0.2
  );
}
