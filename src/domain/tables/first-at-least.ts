/** The first place in ascending `keys` that holds `key` or more; their number where none does. */
export function firstAtLeast(keys: ArrayLike<number>, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle] < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
