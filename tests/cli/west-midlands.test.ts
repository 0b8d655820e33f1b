import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { readRows } from '../builders/count-areas.ts';
import {
  countWestMidlands,
  hasWestMidlands,
  OTHER_SIX,
  westMidlands,
} from '../builders/count-west-midlands.ts';

const because = hasWestMidlands ? '' : ' (skipped: its files are not beside the repository)';

describe.skipIf(!hasWestMidlands)(`the West Midlands without Birmingham, without a screen${because}`, () => {
  const said: string[] = [];
  let folder: string;
  let code = -1;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'notspot-west-midlands-'));
    const keep = (text: string | Uint8Array): boolean => said.push(String(text)) > 0;
    vi.spyOn(process.stderr, 'write').mockImplementation(keep);
    vi.spyOn(process.stdout, 'write').mockImplementation(keep);
    code = await main([
      'analyse',
      ...['--wards', westMidlands.wards],
      ...['--wards-where', `LAD20CD=${OTHER_SIX.join(',')}`],
      ...['--premises', westMidlands.postcodes],
      ...['--shares', `gigabit=${westMidlands.shares}#gigabit_capable_pct_premises`],
      ...['--out', folder],
    ]);
    vi.restoreAllMocks();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const rows = () => readRows(join(folder, 'wards.csv'));
  const report = () => JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));

  test('123 of the 192 wards and 36,613 postcodes', () => {
    expect(code).toBe(0);
    expect(rows()).toHaveLength(125);
    expect(rows().at(-1)).toMatchObject({ unit: 'postcodes', premises: '36613' });
    expect(said.join('')).toContain('192 rows read, 123 used.');
  });

  test('every ward equals an independent computation: postcodes, low, mid and high', () => {
    const { counts } = countWestMidlands();
    expect(rows().map((row) => row.ward_code)).toEqual([...counts.keys()]);
    for (const row of rows()) {
      const count = counts.get(row.ward_code);
      expect([
        row.ward_code,
        ...[row.premises, row.not_spots_low, row.not_spots, row.not_spots_high].map(Number),
      ]).toEqual([
        row.ward_code,
        count?.units,
        count?.low,
        expect.closeTo(count?.mid ?? Number.NaN, 5),
        count?.high,
      ]);
    }
  });

  test('the wards of Dudley and Wolverhampton are told to be of another vintage', () => {
    const { elsewhere, unknownWards } = countWestMidlands();
    expect([...elsewhere.keys()].sort()).toEqual(['E08000027', 'E08000031']);
    const lost = [...elsewhere.values()].reduce((sum, one) => sum + one, 0);
    const note = report().notes.find((one: { kind: string }) => one.kind === 'vintage');
    expect([note.count, lost, unknownWards.size]).toEqual([13_023, 13_023, 44]);
    expect(note.text).toBe(
      '44 of 123 ward codes are of another vintage: 13,023 postcodes in E08000027 Dudley and E08000031 Wolverhampton name 44 wards that wmca_wards_WD20_generalised.geojson (WD20: 2020) lacks. Each counts in the ward it lies in.',
    );
    expect(report().ranks_wards).toBe(false);
    expect(report().joins[0]).toMatchObject({ by: '"Admin_district_code"', matched: 36_613, unmatched: 0 });
  });
});
