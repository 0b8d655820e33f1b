import { describe, expect, it } from 'vitest';
import { type PaperSize, paperFrame } from '../../../src/domain/geo/paper-frame.ts';

const SIZE: PaperSize = { width: 600, leastHeight: 100, mostHeight: 400, margin: 20, leastMetres: 100 };

describe('a map on paper', () => {
  it('holds its box within the margins, north up, in proportion', () => {
    const frame = paperFrame([-0.01, 51.5, 0.01, 51.51], SIZE);
    const [northWest, southEast] = [frame.at(-0.01, 51.51), frame.at(0.01, 51.5)];
    expect(northWest.x + southEast.x).toBeCloseTo(600, 0);
    expect(northWest.y + southEast.y).toBeCloseTo(frame.height, 0);
    expect(northWest.x).toBeGreaterThanOrEqual(20);
    expect(northWest.y).toBeGreaterThanOrEqual(20);
    expect(northWest.y).toBeLessThan(southEast.y);
    const metresWide = 0.02 * 111_320 * Math.cos((51.505 * Math.PI) / 180);
    const metresHigh = 0.01 * 111_320;
    expect((southEast.x - northWest.x) / (southEast.y - northWest.y)).toBeCloseTo(metresWide / metresHigh, 2);
  });

  it('has a scale of a round number of metres, a quarter of its width at most', () => {
    const { scale, unitsPerMetre } = paperFrame([-0.01, 51.5, 0.01, 51.51], SIZE);
    expect(scale).toEqual({ length: Math.round(2000 * unitsPerMetre) / 10, label: '200 m' });
    expect(paperFrame([-0.2, 51.4, 0.2, 51.6], SIZE).scale.label).toBe('5 km');
    expect(paperFrame([0, 51.5, 0, 51.5], SIZE).scale.label).toBe('20 m');
  });

  it('draws a line without repeating a point, and none of a single one', () => {
    const { path, at, isSeen } = paperFrame([-0.01, 51.5, 0.01, 51.51], SIZE);
    const [one, other] = [at(0, 51.5), at(0, 51.51)];
    expect(path([0, 51.5, 0, 51.5, 0, 51.51], 0, 6)).toBe(`M${one.x} ${one.y}L${other.x} ${other.y}`);
    expect(path([0, 51.5], 0, 2)).toBe('');
    expect([isSeen([0, 51.505], 0, 2), isSeen([0, 52], 0, 2)]).toEqual([true, false]);
  });
});
