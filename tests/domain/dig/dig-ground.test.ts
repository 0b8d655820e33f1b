import { describe, expect, it } from 'vitest';
import { digGround } from '../../../src/domain/dig/dig-ground.ts';
import { CROSS, crossGround } from '../../builders/dig-ground.ts';
import { lastOf } from '../../builders/last-of.ts';

describe('the ground around premises', () => {
  const ground = crossGround();

  it('has fibre points, the nearest first, and as their file has them where no premises are chosen', () => {
    expect(ground.fibrePoints.map(({ point }) => point.id)).toEqual(['B', 'A']);
    expect(ground.fibrePoints[0].metres).toBeLessThan(1);
    const nowhere = lastOf(digGround(CROSS, { box: null }));
    expect(nowhere.fibrePoints.map(({ point, metres }) => [point.id, metres])).toEqual([
      ['A', null],
      ['B', null],
    ]);
  });

  it('measures a street once though both of its sides can be dug, and leaves ducts out', () => {
    const [high, mill] = ground.streets;
    expect(high).toMatchObject({ id: 'High Street', barriers: [] });
    expect(high.metres).toBeCloseTo(200, 2);
    expect(mill).toMatchObject({ id: 'Mill Lane', barriers: ['b1'] });
    expect(ground.lines.streetOf).toEqual(Int32Array.of(0, 0, 1));
  });

  it('has each line’s corners between its starts', () => {
    const { starts, lonLat } = ground.lines;
    expect(starts.at(-1)).toBe(lonLat.length / 2);
    expect([...lonLat.subarray(0, 2)]).toEqual([CROSS.nodeLon[0], CROSS.nodeLat[0]]);
    expect([...lonLat.subarray(2 * starts[3] - 2)]).toEqual([CROSS.nodeLon[3], CROSS.nodeLat[3]]);
    expect(ground.isCut).toBe(false);
  });
});
