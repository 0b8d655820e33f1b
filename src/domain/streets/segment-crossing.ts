/** Where two segments cross or touch, as shares of each; null where they do not or lie along one another. */
export function segmentCrossing(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  xy: Float64Array,
  other: number,
): { readonly share: number; readonly otherShare: number } | null {
  const [cx, cy] = [xy[2 * other], xy[2 * other + 1]];
  const [rx, ry] = [bx - ax, by - ay];
  const [sx, sy] = [xy[2 * other + 2] - cx, xy[2 * other + 3] - cy];
  const turn = rx * sy - ry * sx;
  if (turn === 0) return null;
  const share = ((cx - ax) * sy - (cy - ay) * sx) / turn;
  if (!(share >= 0 && share <= 1)) return null;
  const otherShare = ((cx - ax) * ry - (cy - ay) * rx) / turn;
  return otherShare >= 0 && otherShare <= 1 ? { share, otherShare } : null;
}
