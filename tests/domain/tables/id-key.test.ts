import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idKey, isRepairedId, isRoundedId } from '../../../src/domain/tables/id-key.ts';

describe('what an id is compared by', () => {
  test.each([
    ['sw1a 2aa', 'SW1A2AA'],
    ['SW1A2AA', 'SW1A2AA'],
    [' e00030771 ', 'E00030771'],
    ['E00030771', 'E00030771'],
    ['100012797623', '100012797623'],
    ['000100012797', '100012797'],
    ['100012797623.0', '100012797623'],
    ['1.00023E+11', ''],
    ['1E+11', ''],
    ['1e11', ''],
    ['1E100', '1E100'],
    ['0012', '0012'],
    ['02', '02'],
    ['', ''],
    ['  ', ''],
  ])('%j is %j', (text, key) => {
    expect(idKey(text)).toBe(key);
  });

  test('padding, a ".0" and rounding are told apart', () => {
    expect(['000100012797', '100012797623.0', '12.5', '0012'].map(isRepairedId)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(['1.00023E+11', '9e11', 'E00030771', '5E', '100012797623'].map(isRoundedId)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('folding twice is folding once, and case and spaces never matter', () => {
    const id = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9 ]{0,12}$/),
      fc.integer({ min: 1, max: 10 ** 12 - 1 }).map(String),
    );
    fc.assert(
      fc.property(id, (text) => {
        const key = idKey(text);
        expect(idKey(key)).toBe(key);
        expect(idKey(text.toLowerCase())).toBe(key);
        expect(idKey(` ${text} `)).toBe(key);
      }),
    );
  });
});
