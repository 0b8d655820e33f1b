import { describe, expect, it } from 'vitest';
import { trenchTimes } from '../../../src/domain/evaluation/trench-times.ts';
import { trenchTree } from '../../../src/domain/evaluation/trench-tree.ts';
import { pieceOf, placeAlong } from '../../builders/judged-plans.ts';

/** Fibre in the middle; one place a piece west of it, another two pieces east. */
const west = { ...placeAlong(0), lat: 52.9 };
const root = { ...placeAlong(1), lat: 52.9 };
const east = { ...placeAlong(3), lat: 52.9 };
const between = { ...placeAlong(2), lat: 52.9 };
const piece = (from: typeof west, to: typeof west) => pieceOf({ line: [from.lon, from.lat, to.lon, to.lat] });
const pieces = [piece(root, west), piece(root, between), piece(between, east)];
const built = { pieces, fibre: [west, east], hubs: [] };
const times = (notBefore: readonly number[], weeks: readonly number[] = [1, 2, 3]) =>
  trenchTimes(built, trenchTree(pieces, [root]), { from: 10, notBefore, weeks });

describe('the times at which a trench is dug', () => {
  it('are those of the nearest first', () => {
    const { dugToFibre, soonestToFibre, end } = times([0, 0, 0]);
    expect(dugToFibre).toEqual([11, 16]);
    expect(soonestToFibre).toEqual([11, 15]);
    expect(end).toBe(16);
  });

  it('let who waits for a consent come after those who do not, however near', () => {
    const { dugToFibre, end } = times([50, 0, 0]);
    expect(dugToFibre).toEqual([51, 15]);
    expect(end).toBe(51);
  });

  it('make who lies behind a stretch that waits wait for it', () => {
    expect(times([0, 50, 0]).dugToFibre).toEqual([11, 55]);
    // What leads up to it is dug meanwhile.
    expect(times([0, 0, 50]).dugToFibre).toEqual([11, 53]);
    expect(times([0, 0, 50]).soonestToFibre).toEqual([11, 53]);
    // Where nothing is to be dug, as in a duct, its wait counts all the same.
    expect(times([0, 0, 50], [1, 2, 0]).dugToFibre).toEqual([11, 50]);
    expect(times([50, 0, 0], [0, 2, 3]).dugToFibre).toEqual([50, 15]);
  });
});
