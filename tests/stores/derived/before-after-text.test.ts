import { expect, it } from 'vitest';
import type { CountComparison } from '../../../src/domain/before-after/compare-counts.ts';
import { useChanges } from '../../../src/stores/derived/before-after-text.ts';

it('names uses as the wards do: homes are the other ones where flats are told apart', () => {
  const of = (...values: number[]) => ({ low: values, mid: values, high: values, notKnown: [0, 0] });
  const byUse = {
    uses: ['home', 'flat'],
    before: of(3, 2),
    after: of(1, 2),
    difference: of(-2, 0),
    moves: { became: [0, 0], becameKnown: [0, 0], ceased: [2, 0], ceasedKnown: [0, 0] },
  };
  const lines = useChanges({ byUse } as unknown as CountComparison);
  expect(lines.map(({ use, before, after }) => [use, before, after])).toEqual([
    ['Other homes', '3', '1'],
    ['Flats', '2', '2'],
  ]);
});
