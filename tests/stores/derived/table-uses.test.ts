import { expect, it } from 'vitest';
import type { PremisesUse } from '../../../src/domain/premises/premises-use.ts';
import { analysisInTable, tableUses } from '../../../src/stores/derived/table-uses.ts';
import { analysisOf } from '../../builders/analysis.ts';

const whole = analysisOf([{ units: 30, notSpots: 9, notKnown: 0 }]);

function withUses(units: Partial<Record<PremisesUse, number>>) {
  const uses = Object.entries(units).map(([use, number]) => ({
    use: use as PremisesUse,
    units: Float64Array.of(number, 0, number),
    notSpots: {
      low: Float64Array.of(1, 0, 1),
      mid: Float64Array.of(1, 0, 1),
      high: Float64Array.of(1, 0, 1),
      notKnown: Float64Array.of(0, 0, 0),
    },
  }));
  return { ...whole, byUse: { column: 'use', uses } };
}

it('offers the uses that are told apart, and all homes where flats are', () => {
  expect(tableUses(whole)).toEqual([]);
  expect(tableUses(withUses({ home: 30 }))).toEqual([]);
  const labels = tableUses(withUses({ home: 20, flat: 8, business: 2 })).map(({ label }) => label);
  expect(labels).toEqual(['All homes', 'Other homes', 'Flats', 'Businesses']);
  expect(tableUses(withUses({ home: 20, business: 2 })).map(({ label }) => label)).toEqual([
    'Homes',
    'Businesses',
  ]);
});

it('the table counts the use that is chosen, and every premises where it is not told', () => {
  const analysis = withUses({ home: 20, flat: 8, business: 2 });
  expect(analysisInTable(analysis, 'flat').units[0]).toBe(8);
  expect(analysisInTable(analysis, 'homes').units[0]).toBe(28);
  expect(analysisInTable(analysis, null)).toBe(analysis);
  expect(analysisInTable(analysis, 'castle')).toBe(analysis);
});
