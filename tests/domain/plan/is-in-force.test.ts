import { describe, expect, it } from 'vitest';
import { isInForce } from '../../../src/domain/plan/is-in-force.ts';

describe('a barrier in force', () => {
  it.each([
    [null, null, true],
    ['2026-11-27', '2026-11-27', true],
    ['2026-11-28', null, false],
    [null, '2026-11-26', false],
    ['2024', '2026', true],
    ['2027', null, false],
    [null, '2026-11', true],
    [null, '2026-10', false],
    ['2026-12', '2027-01', false],
  ])('from %s until %s stands on 2026-11-27: %s', (from, until, expected) => {
    expect(isInForce({ from, until }, '2026-11-27')).toBe(expected);
  });
});
