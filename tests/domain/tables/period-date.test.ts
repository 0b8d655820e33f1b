import { expect, test } from 'vitest';
import { periodDate } from '../../../src/domain/tables/period-date.ts';

test.each([
  ['2021', '2021'],
  ['2018-05', '2018-05'],
  ['2024-06-30', '2024-06-30'],
  ['2024-06-30T00:00:00', '2024-06-30'],
  ['Sep-23', '2023-09'],
  [' May 2026 ', '2026-05'],
  ['September 2023', '2023-09'],
  ['Q3 2023', null],
  ['', null],
  ['ab-23', null],
])('the period "%s" is %s', (text, date) => {
  expect(periodDate(text)).toBe(date);
});
