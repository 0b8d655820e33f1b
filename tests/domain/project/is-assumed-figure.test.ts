import { expect, it } from 'vitest';
import { isAssumedFigure } from '../../../src/domain/project/is-assumed-figure.ts';
import { rangeOf } from '../../../src/domain/project/range.ts';

const unsourced = [{ text: 'Rate: trench.', source: null }];
const source = { title: 'A rule', publisher: null, date: null, licence: null, url: null };

it('is assumed where a part of it was sourced by nobody, and where there is something', () => {
  const some = rangeOf(0, 0, 5, 'pounds', 'modelled');
  expect(isAssumedFigure({ value: some, assumptions: unsourced })).toBe(true);
  expect(isAssumedFigure({ value: some, assumptions: [{ text: 'A rule', source }] })).toBe(false);
  expect(isAssumedFigure({ value: rangeOf(1, 1, 1, 'hubs', 'assumed'), assumptions: [] })).toBe(true);
  expect(isAssumedFigure({ value: rangeOf(0, 0, 0, 'pounds', 'modelled'), assumptions: unsourced })).toBe(
    false,
  );
});
