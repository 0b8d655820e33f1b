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
  const steps = Array.from({ length: count - 1 }, (_, i) => {
    const [dx, dy] = [shape[2 * i + 2] - shape[2 * i], shape[2 * i + 3] - shape[2 * i + 1]];
    const length = Math.sqrt(dx * dx + dy * dy);
    return { length, ux: length === 0 ? 0 : dx / length, uy: length === 0 ? 0 : dy / length };
  });
  const whole = steps.reduce((sum, { length }) => sum + length, 0);
  const beside: number[] = [];
  let along = 0;
  for (let vertex = 1; vertex + 1 < count; vertex++) {
    const [before, after] = [steps[vertex - 1], steps[vertex]];
    along += before.length;
    if (along <= fromStart || whole - along <= fromEnd) continue;
    // The mitre: both normals added, over 1 + cosine of the bend.
    const spread = Math.max(0.5, 1 + before.ux * after.ux + before.uy * after.uy);
    beside.push(
      Math.round(shape[2 * vertex] - (offset * (before.uy + after.uy)) / spread),
      Math.round(shape[2 * vertex + 1] + (offset * (before.ux + after.ux)) / spread),
    );
  }
  return beside;
}
