import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { linkBudgetCsv, linkProfileCsv } from '../../src/formats/link-csv.ts';
import { linkPlaces } from '../../src/stores/derived/link-profile.ts';
import { linkAnswer } from '../builders/link-answers.ts';

const answer = linkAnswer({
  surface: Array.from({ length: 80 }, (_, i) => (i === 40 ? null : i % 9)),
  masts: [20, 20],
  ownRoofMetres: 3,
});
const told = {
  from: 'Library',
  to: '=SCHOOL()',
  radio: '60 GHz',
  frequencyGigahertz: 60.48,
  earthFactor: 4 / 3,
  heights: 'Surface: made by the test',
  remark: 'fictional',
};

function read(csv: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

it('writes every place of a profile, blank where it is not known, and what it is of', () => {
  const rows = read(linkProfileCsv(linkPlaces(answer, Number.POSITIVE_INFINITY), told));
  expect(rows).toHaveLength(answer.profile?.distancesMetres.length ?? -1);
  expect(rows[0]).toMatchObject({ distance_m: '0', own_roof: 'yes', ground_m: '', earth_factor: '1.333333' });
  expect(rows.some((row) => row.surface_m === '' && row.clearance_m === '')).toBe(true);
  for (const row of rows.filter(({ surface_m }) => surface_m !== ''))
    expect(Number(row.line_of_sight_m) - Number(row.surface_m)).toBeCloseTo(Number(row.clearance_m), 2);
  // A cell that a spreadsheet would run is no formula any more.
  expect(rows[0].to.startsWith('=')).toBe(false);
  expect(rows[0].remark).toBe('fictional');
});

it('writes a budget whose lines add up to its level and its noise', () => {
  const { budget } = linkAnswer({ surface: new Array<number>(80).fill(5), masts: [20, 20] });
  if (!budget) throw new Error('Nothing is reckoned.');
  const rows = read(linkBudgetCsv([{ direction: 'both ways', budget }], told));
  const lines = rows.slice(0, budget.lines.length);
  const total = (sum: 'level' | 'noise'): number =>
    lines.reduce((all, row, i) => (budget.lines[i].sum === sum ? all + Number(row.value) : all), 0);
  const said = (line: string): number => Number(rows.find((row) => row.line === line)?.value);
  expect(total('level')).toBeCloseTo(said('level received'), 2);
  expect(total('noise')).toBeCloseTo(said('noise'), 2);
  expect(said('signal over noise')).toBeCloseTo(said('level received') - said('noise'), 9);
  expect(lines.find(({ line }) => line === 'free space')).toMatchObject({ unit: 'dB', assumed: 'assumed' });
  expect(rows.find(({ line }) => line === 'counts as gigabit')?.value).toBe('yes');
});
