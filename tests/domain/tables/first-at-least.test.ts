import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstAtLeast } from '../../../src/domain/tables/first-at-least.ts';

test('is the place that a walk from the start finds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.integer({ min: -1, max: 21 }), (numbers, key) => {
      const keys = numbers.toSorted((one, other) => one - other);
      const walked = keys.findIndex((one) => one >= key);
      expect(firstAtLeast(keys, key)).toBe(walked < 0 ? keys.length : walked);
    }),
  );
});
