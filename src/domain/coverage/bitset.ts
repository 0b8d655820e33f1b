/** One bit per premises, 32 to a word. Bits past the last premises are 0. */
export type Bitset = Uint32Array;

/** `count` bits, all 0. */
export function emptyBits(count: number): Bitset {
  return new Uint32Array((count + 31) >>> 5);
}

/** `count` bits, all 1. */
export function fullBits(count: number): Bitset {
  const bits = emptyBits(count).fill(0xffffffff);
  if (count & 31) bits[bits.length - 1] = (1 << (count & 31)) - 1;
  return bits;
}

export function setBit(bits: Bitset, i: number): void {
  bits[i >>> 5] |= 1 << (i & 31);
}

export function hasBit(bits: Bitset, i: number): boolean {
  return (bits[i >>> 5] & (1 << (i & 31))) !== 0;
}
