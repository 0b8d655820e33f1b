/** Length of `shape[from … to)` (x, y pairs; places count pairs) in its own unit. */
export function polylineLength(shape: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at + 1 < to; at++)
    sum += Math.sqrt((shape[2 * at + 2] - shape[2 * at]) ** 2 + (shape[2 * at + 3] - shape[2 * at + 1]) ** 2);
  return sum;
}

/**
 * The polyline cut at these distances from its start, ascending and inside it: one list of x, y pairs for each part. Places of
 * cuts are rounded to whole numbers; each is the last of one part and the first of the next.
 */
export function cutPolyline(
  shape: ArrayLike<number>,
  from: number,
  to: number,
  distances: readonly number[],
): number[][] {
  const parts: number[][] = [];
  let part = [shape[2 * from], shape[2 * from + 1]];
  let behind = 0;
  let next = 0;
  for (let at = from; at + 1 < to; at++) {
    const [x1, y1, x2, y2] = [shape[2 * at], shape[2 * at + 1], shape[2 * at + 2], shape[2 * at + 3]];
    const step = Math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2);
    while (next < distances.length && distances[next] <= behind + step) {
      const share = step === 0 ? 0 : (distances[next] - behind) / step;
      const x = Math.round(x1 + share * (x2 - x1));
      const y = Math.round(y1 + share * (y2 - y1));
      addPlace(part, x, y, true);
      parts.push(part);
      part = [x, y];
      next++;
    }
    addPlace(part, x2, y2, at + 2 === to);
    behind += step;
  }
  parts.push(part);
  return parts;
}

/** A part has at least two places, even where these are the same. */
function addPlace(part: number[], x: number, y: number, isLast: boolean): void {
  if (!isLast && part[part.length - 2] === x && part[part.length - 1] === y) return;
  if (isLast && part.length > 2 && part[part.length - 2] === x && part[part.length - 1] === y) return;
  part.push(x, y);
}
