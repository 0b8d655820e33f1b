import { describe, expect, test } from 'vitest';
import { judgeLink } from '../../../src/domain/radio/judge-link.ts';
import { flatGrid } from '../../builders/height-grids.ts';
import { endAt, linkGround } from '../../builders/link-ground.ts';

describe('one link', () => {
  test('over flat ground is clear, the same length as its places, and carries a gigabit at 60 GHz', () => {
    const grid = flatGrid(300, 20);
    const ground = linkGround(grid);
    const answer = judgeLink({ from: endAt(grid, [20, 150], 10), to: endAt(grid, [260, 150], 10) }, ground);
    expect(answer).toMatchObject({ class: 'clear', diffractionDecibels: 0, reasons: [], budgetBack: null });
    expect(answer.distanceMetres).toBeCloseTo(240, 2);
    expect(answer.slantMetres).toBeCloseTo(240, 2);
    expect(answer.from).toMatchObject({ seaMetres: 30, surfaceMetres: 20, groundMetres: null });
    // East on the grid at its own meridian's east side is a degree or so off true east.
    expect(answer.from.azimuthDegrees).toBeGreaterThan(88);
    expect(answer.from.azimuthDegrees).toBeLessThan(92);
    expect(answer.clearance?.metres).toBeCloseTo(10, 2);
    expect(answer.budget?.countsAsGigabit).toBe(true);
    expect(answer.parts.map(({ kind }) => kind)).toEqual(['surface']);
  });
});
