import { describe, expect, it } from 'vitest';
import { crossoverTable } from '../../../src/stores/derived/crossover-table.ts';
import { crossoverText } from '../../../src/stores/derived/crossover-text.ts';
import { PLAN_LOOKS } from '../../../src/stores/derived/plan-looks.ts';
import { crossoverMarks } from '../../../src/stores/derived/plan-marks.ts';
import { DRAWN_CROSSOVER } from '../../builders/drawn-plan.ts';

describe('the cheapest for each premises', () => {
  it('is said with its denominators and how surely', () => {
    const { number, most, rest, totals, notes } = crossoverText(DRAWN_CROSSOVER);
    expect(most).toBe('rooftop radio');
    expect(`${number} ${rest}`).toBe('3 of 7 premises are cheapest to serve by rooftop radio, 3 by digging.');
    expect(totals.map(({ name, number: of, how }) => [name, of, how])).toEqual([
      ['rooftop radio', '3 of 7 premises (42.9\u00a0%)', '3 surely'],
      ['dig', '3 of 7 premises (42.9\u00a0%)', '2 close, 1 the only one that reaches them'],
      ['leave as it is', '1 of 7 premises (14.3\u00a0%)', null],
    ]);
    expect(notes).toEqual(DRAWN_CROSSOVER.notes);
  });

  it('is drawn by shape, sign, size and opacity, each of which has its look', () => {
    const marks = crossoverMarks(DRAWN_CROSSOVER);
    expect(marks.map(({ look }) => look)).toEqual([
      'cheapest:rooftop radio:sure',
      'cheapest:dig:close',
      'cheapest:dig:only',
      'cheapest:leave as it is',
    ]);
    for (const { look } of marks) expect(PLAN_LOOKS.has(look)).toBe(true);
    const [sure, close] = marks;
    expect(close.size).toBeLessThan(sure.size ?? 0);
    expect(close.opacity).toBeLessThan(sure.opacity ?? 0);
  });

  it('is told by the table as the map draws it; what is not known comes last whichever way', () => {
    const sorted = (column: string, descending: boolean) => {
      const table = crossoverTable(DRAWN_CROSSOVER, { column, descending });
      return table.lines.map((line) => table.cell(line, 'place'));
    };
    expect(sorted('difference', false)).toEqual(['1', '2, 2a, 2b', '3', '4']);
    expect(sorted('difference', true)).toEqual(['2, 2a, 2b', '1', '3', '4']);
    const table = crossoverTable(DRAWN_CROSSOVER, { column: 'place', descending: false });
    const line = (at: number) => table.columns.map(({ key }) => table.cell(table.lines[at], key));
    expect(line(0)).toEqual([
      '1',
      '3',
      'Rooftop radio',
      '90.0 % of the samples: sure',
      '£500',
      '£800',
      '−£300',
    ]);
    expect(line(2).slice(2)).toEqual([
      'Dig',
      'the only one that reaches it',
      'does not reach it',
      '£1,200',
      '–',
    ]);
    expect(line(3).slice(2, 4)).toEqual(['Neither reaches it', '–']);
    expect(table.cell(table.foot[0], 'units')).toBe('7');
  });
});
