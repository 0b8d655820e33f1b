import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellNumber, isFiniteNumberText } from '../../../src/domain/tables/number-cell.ts';
import { textColumn } from '../../../src/domain/tables/text-column.ts';

function parsed(text: string): number {
  return cellNumber(textColumn('x', ['left 1', text, '9 right']), 1);
}

describe('cellNumber', () => {
  test.each(['', ' ', 'abc', '1,5', '0x10', '1 2', '-', '.', '1e', 'Infinity', 'NaN', '--1', '1.2.3', '１'])(
    '%j is no number',
    (text) => {
      expect(parsed(text)).toBeNaN();
      expect(isFiniteNumberText(text)).toBe(false);
    },
  );

  test.each([
    ['0', 0],
    ['-0', -0],
    [' 12 ', 12],
    ['+5', 5],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['999999999999999', 999999999999999],
    ['1e400', Number.POSITIVE_INFINITY],
  ])('%j is %d', (text, value) => {
    expect(Object.is(parsed(text), value)).toBe(true);
  });

  test('every printed number comes back to the bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        // String(-0) is '0'.
        expect(Object.is(parsed(String(value)), value + 0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('plain decimals of any length equal Number(text)', () => {
    const decimal = fc.stringMatching(/^-?[0-9]{0,20}\.?[0-9]{1,25}$/);
    fc.assert(
      fc.property(decimal, (text) => {
        expect(Object.is(parsed(text), Number(text))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
