import { describe, expect, it } from 'vitest';
import { noiseOf } from '../../geodata/ground/noise.ts';
import { hashOf, latticeChance, Random } from '../../geodata/ground/random.ts';

describe('Random', () => {
  it('gives the same numbers for the same seed for ever', () => {
    const random = new Random('notspot');
    expect(
      [random.next(), random.next(), random.whole(1, 6), random.whole(1, 6)].map(
        (value) => Math.round(value * 1e9) / 1e9,
      ),
    ).toMatchInlineSnapshot(`
      [
        0.897880796,
        0.757474459,
        1,
        4,
      ]
    `);
  });

  it('is even and centred', () => {
    const random = new Random('even');
    const draws = Array.from({ length: 20_000 }, () => random.next());
    const bells = Array.from({ length: 20_000 }, () => random.bell());
    const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
    expect(mean(draws)).toBeCloseTo(0.5, 1);
    expect(mean(bells)).toBeCloseTo(0, 1);
    expect(mean(bells.map((value) => value * value))).toBeCloseTo(1, 1);
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = draws.filter((value) => Math.floor(10 * value) === tenth).length / draws.length;
      expect(share).toBeGreaterThan(0.09);
      expect(share).toBeLessThan(0.11);
    }
  });

  it('shuffles without losing anything', () => {
    const items = Array.from({ length: 50 }, (_, i) => i);
    const shuffled = new Random('cards').shuffled(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
  });
});

describe('noise', () => {
  it('is smooth, bounded and differs by seed', () => {
    const noise = noiseOf('hills', 100);
    let largestStep = 0;
    for (let x = -500; x < 500; x++) {
      const value = noise(x, 0.3 * x);
      expect(Math.abs(value)).toBeLessThanOrEqual(1);
      largestStep = Math.max(largestStep, Math.abs(noise(x + 1, 0.3 * x + 0.3) - value));
    }
    expect(largestStep).toBeLessThan(0.1);
    expect(noiseOf('vales', 100)(5, 5)).not.toBe(noise(5, 5));
  });

  it('draws from whole 32-bit hashes', () => {
    expect(hashOf('a')).not.toBe(hashOf('b'));
    expect(latticeChance(1, -5, 3)).not.toBe(latticeChance(1, 5, 3));
  });
});
