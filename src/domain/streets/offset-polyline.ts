import { polylineLength } from './polyline-cuts.ts';

/**
 * The places beside the inner vertices of a polyline (x, y pairs), `offset` to its left (negative: right), without those nearer to
 * its start or end than the given lengths along it. Ends are not among them. Bends are mitred, at most to twice the offset.
 */
export function offsetPolyline(
  shape: ArrayLike<number>,
  offset: number,
  fromStart: number,
  fromEnd: number,
): number[] {
  const count = shape.length / 2;
  const whole = polylineLength(shape, 0, count);
  const beside: number[] = [];
  let along = 0;
  let [beforeX, beforeY] = [0, 0];
  for (let vertex = 0; vertex + 1 < count; vertex++) {
    const dx = shape[2 * vertex + 2] - shape[2 * vertex];
    const dy = shape[2 * vertex + 3] - shape[2 * vertex + 1];
    const length = Math.sqrt(dx * dx + dy * dy);
    const ux = length === 0 ? 0 : dx / length;
    const uy = length === 0 ? 0 : dy / length;
    if (vertex > 0 && along > fromStart && whole - along > fromEnd) {
      // The mitre: both normals added, over 1 + cosine of the bend.
      const spread = Math.max(0.5, 1 + beforeX * ux + beforeY * uy);
      beside.push(
        Math.round(shape[2 * vertex] - (offset * (beforeY + uy)) / spread),
        Math.round(shape[2 * vertex + 1] + (offset * (beforeX + ux)) / spread),
      );
    }
    along += length;
    beforeX = ux;
    beforeY = uy;
  }
  return beside;
}
