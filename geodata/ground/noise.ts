import { hashOf, latticeChance } from './random.ts';

/** Smooth values over the plane, from −1 to 1, with features about `sizeMetres` across. */
export type Noise = (x: number, y: number) => number;

/** Value noise: chance at lattice points, blended smoothly, with a second octave of half the size. */
export function noiseOf(seed: string, sizeMetres: number): Noise {
  const salt = hashOf(seed);
  return (x, y) =>
    (octave(salt, x / sizeMetres, y / sizeMetres) +
      0.5 * octave(salt + 1, (2 * x) / sizeMetres, (2 * y) / sizeMetres)) /
    1.5;
}

function octave(salt: number, x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const u = smooth(x - column);
  const v = smooth(y - row);
  const south = latticeChance(salt, column, row) * (1 - u) + latticeChance(salt, column + 1, row) * u;
  const north = latticeChance(salt, column, row + 1) * (1 - u) + latticeChance(salt, column + 1, row + 1) * u;
  return 2 * (south * (1 - v) + north * v) - 1;
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}
