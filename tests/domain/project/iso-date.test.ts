import { expect, test } from 'vitest';
import { isoDateProblem } from '../../../src/domain/project/iso-date.ts';

test('a date is year-month-day or a part of it, and exists', () => {
  for (const right of ['', '2025', '2025-07', '2024-02-29', ' 2025-12-31 '])
    expect(isoDateProblem(right)).toBeNull();
  expect(isoDateProblem('31/07/2025')).toContain('year-month-day');
  expect(isoDateProblem('2025-13')).toContain('no month 13');
  expect(isoDateProblem('2025-02-29')).toContain('no day 29 in 2025-02');
});
