import { describe, expect, test } from 'vitest';
import { reachPicture } from '../../../src/domain/radio/reach-picture.ts';
import { VIEW_BEYOND, VIEW_NOT_KNOWN, VIEW_SEEN } from '../../../src/domain/radio/viewshed.ts';
import { flatGrid } from '../../builders/height-grids.ts';
import { lastOf } from '../../builders/last-of.ts';

describe('a picture of what a roof sees', () => {
  const grid = flatGrid(201, 0);
  const antenna = { x: grid.west + 100.5, y: grid.north - 100.5, metres: 20 };
  const pictured = (radiusMetres: number) =>
    lastOf(reachPicture(grid, antenna, { radiusMetres, targetMetres: 2, earthFactor: 4 / 3 }));

  test('has the cells of the grid, its middle the antenna’s', () => {
    const { columns, rows, west, north, views, cellWidthMetres } = pictured(50);
    expect([columns, rows, cellWidthMetres]).toEqual([101, 101, 1]);
    expect([west, north]).toEqual([grid.west + 50, grid.north - 50]);
    expect([views[0], views[50 * 101 + 50]]).toEqual([VIEW_BEYOND, VIEW_SEEN]);
  });

  test('of a large circle keeps every other cell, the antenna’s still in the middle', () => {
    const { columns, rows, west, north, views, cellWidthMetres, cellHeightMetres } = pictured(1600);
    expect([columns, rows, cellWidthMetres, cellHeightMetres]).toEqual([1601, 1601, 2, 2]);
    const middle = west + (columns / 2) * cellWidthMetres;
    expect([middle, north - (rows / 2) * cellHeightMetres]).toEqual([antenna.x, antenna.y]);
    const viewAt = (x: number, y: number) =>
      views[Math.floor((north - y) / cellHeightMetres) * columns + Math.floor((x - west) / cellWidthMetres)];
    expect(viewAt(antenna.x + 90, antenna.y)).toBe(VIEW_SEEN);
    expect(viewAt(antenna.x + 110, antenna.y)).toBe(VIEW_NOT_KNOWN);
    expect(viewAt(antenna.x - 1500, antenna.y - 1500)).toBe(VIEW_BEYOND);
  });
});
