/** Easting and northing in metres, British National Grid, whole centimetres. */
export type Position = readonly [number, number];

/** The position to the centimetre: later sums start from the same digits on every machine. */
export function at(x: number, y: number): Position {
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
}

export function distanceMetres(a: Position, b: Position): number {
  return Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);
}

/** From `from` on, `along` metres in direction `heading` (radians from east, anticlockwise) and `left` metres to its left. */
export function moved(from: Position, heading: number, along: number, left = 0): Position {
  const cos = Math.cos(heading);
  const sin = Math.sin(heading);
  return at(from[0] + cos * along - sin * left, from[1] + sin * along + cos * left);
}

export function headingTo(a: Position, b: Position): number {
  return Math.atan2(b[1] - a[1], b[0] - a[0]);
}

/** Twice the signed area: positive when anticlockwise. The ring may be open or closed. */
export function signedAreaMetres2(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i];
    const [x2, y2] = ring[(i + 1) % ring.length];
    sum += (x1 - ring[0][0]) * (y2 - ring[0][1]) - (x2 - ring[0][0]) * (y1 - ring[0][1]);
  }
  return sum / 2;
}

/** Even-odd test of one ring, open or closed. */
export function ringContains(ring: readonly Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Points no more than `stepMetres` apart along the line; its own vertices are kept. */
export function resampled(line: readonly Position[], stepMetres: number): Position[] {
  const points: Position[] = [line[0]];
  for (let i = 1; i < line.length; i++) {
    const steps = Math.max(1, Math.ceil(distanceMetres(line[i - 1], line[i]) / stepMetres));
    for (let k = 1; k <= steps; k++) {
      const t = k / steps;
      points.push(
        at(
          line[i - 1][0] + (line[i][0] - line[i - 1][0]) * t,
          line[i - 1][1] + (line[i][1] - line[i - 1][1]) * t,
        ),
      );
    }
  }
  return points;
}

/** A curve through the points (Catmull–Rom), in steps of about `stepMetres`. */
export function curveThrough(points: readonly Position[], stepMetres: number): Position[] {
  const curve: Position[] = [points[0]];
  for (let i = 0; i + 1 < points.length; i++) {
    const before = points[Math.max(0, i - 1)];
    const from = points[i];
    const to = points[i + 1];
    const after = points[Math.min(points.length - 1, i + 2)];
    const steps = Math.max(1, Math.round(distanceMetres(from, to) / stepMetres));
    for (let k = 1; k <= steps; k++)
      curve.push(
        at(
          blend(before[0], from[0], to[0], after[0], k / steps),
          blend(before[1], from[1], to[1], after[1], k / steps),
        ),
      );
  }
  return curve;
}

function blend(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
