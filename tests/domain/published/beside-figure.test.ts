import fc from 'fast-check';
import { expect, test } from 'vitest';
import { besideFigure } from '../../../src/domain/published/beside-figure.ts';
import { countedOf, publishedOf } from '../../builders/comparison.ts';
import { numbersAfter } from '../../builders/formula.ts';

test('counted less published is the figure, in both directions', () => {
  const percents = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
  fc.assert(
    fc.property(percents, fc.nat(1000), fc.nat(50), (percent, mid, band) => {
      const table = publishedOf({ E08999001: percent });
      const [low, high] = [Math.max(0, mid - band), Math.min(1000, mid + band)];
      const counted = countedOf({ low, mid, high, notKnown: 3 });
      const { value, definition, notKnown, rowsUsed, sources } = besideFigure({
        figure: table.figures[0],
        table,
        counted,
      });
      const [hundred, covered, units, share] = numbersAfter(definition, 'Counted: ');
      expect((hundred * covered) / units).toBeCloseTo(share, 5);
      const [one, other, difference] = numbersAfter(definition, 'Counted − published = ');
      expect([one, other]).toEqual([share, percent]);
      expect(one - other).toBeCloseTo(difference, 5);
      expect(difference).toBeCloseTo(value.mid, 5);
      expect(value.low).toBeLessThanOrEqual(low / 10 - percent);
      expect(value.high).toBeGreaterThanOrEqual(high / 10 - percent);
      expect([notKnown, rowsUsed, sources.length]).toEqual([3, 1000, 2]);
    }),
  );
});
