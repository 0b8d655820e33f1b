/**
 * Moves labels apart so that none covers another: every one is at least `height` from the next, in the order of where
 * they want to stand, within 0 … `room`. Where they do not all fit, they stand evenly from 0. Same unit throughout.
 */
export function spreadLabels(wanted: readonly number[], height: number, room: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const placed = new Array<number>(wanted.length).fill(0);
  let free = 0;
  for (const i of order) {
    placed[i] = Math.max(free, wanted[i]);
    free = placed[i] + height;
  }
  let below = Math.max(room, (wanted.length - 1) * height) + height;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i], below - height);
    below = placed[i];
  }
  return placed;
}
