import { describe, expect, it } from 'vitest';
import { OutOfRange, requireRange } from '../../../src/domain/radio/out-of-range.ts';

const fault = {
  quantity: 'frequency',
  value: 0.5,
  low: 1,
  high: 100,
  unit: 'GHz',
  source: 'ITU-R P.530-18',
  remedy: 'Leave it out.',
};

describe('a formula asked outside its range', () => {
  it.each([
    [fault, 'from 1 to 100 GHz, not 0.5 GHz'],
    [{ ...fault, high: Number.POSITIVE_INFINITY }, '1 GHz or more, not 0.5 GHz'],
    [{ ...fault, value: 0, low: Number.MIN_VALUE }, 'above 0 and at most 100 GHz, not 0 GHz'],
    [{ ...fault, value: 0, low: Number.MIN_VALUE, high: Number.MAX_VALUE }, 'above 0, not 0 GHz'],
    [{ ...fault, value: 101, low: -Number.MAX_VALUE }, 'at most 100 GHz, not 101 GHz'],
    [{ ...fault, value: Number.NaN }, 'from 1 to 100 GHz, and it is not known'],
    [{ ...fault, unit: '%' }, 'from 1 to 100 %, not 0.5 %'],
  ])('says which, with the remedy: %o', (asked, words) => {
    const told = `ITU-R P.530-18 holds where the frequency is ${words}. Leave it out.`;
    expect(() => requireRange(asked)).toThrow(told);
    expect(() => requireRange(asked)).toThrow(OutOfRange);
  });

  it('takes both ends of the range', () => {
    expect(() => requireRange({ ...fault, value: 1 })).not.toThrow();
    expect(() => requireRange({ ...fault, value: 100 })).not.toThrow();
  });
});
