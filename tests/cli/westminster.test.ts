import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { countWestminster, hasWestminster, westminster } from '../builders/count-westminster.ts';

const because = hasWestminster ? '' : ' (skipped: its files are not beside the repository)';

describe.skipIf(!hasWestminster)(`Westminster without a screen${because}`, () => {
  const said: string[] = [];
  let folder: string;
  let code = -1;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'notspot-westminster-'));
    const keep = (text: string | Uint8Array): boolean => said.push(String(text)) > 0;
    vi.spyOn(process.stderr, 'write').mockImplementation(keep);
    vi.spyOn(process.stdout, 'write').mockImplementation(keep);
    const { wards, postcodes, shares } = westminster;
    const files = ['--wards', wards, '--premises', postcodes, '--shares', `gigabit=${shares}#gigabit`];
    code = await main(['analyse', ...files, '--out', folder]);
    vi.restoreAllMocks();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const rows = () =>
    Papa.parse<Record<string, string>>(readFileSync(join(folder, 'wards.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;

  test('has 18 wards and 13,115 postcodes, 145 of them in no area', () => {
    expect(code).toBe(0);
    const all = rows();
    expect(all.map((row) => row.ward_code).slice(-2)).toEqual(['outside', 'total']);
    expect(all).toHaveLength(20);
    const total = all.at(-1);
    expect([total?.premises, total?.gigabit_not_known, all.at(-2)?.premises]).toEqual(['13115', '145', '0']);
  });

  test('counts postcodes, and never calls them premises', () => {
    expect(new Set(rows().map((row) => row.unit))).toEqual(new Set(['postcodes']));
    const words = said.at(-1) ?? '';
    expect(words).toMatch(/^About [\d,]+ of 13,115 postcodes .* have no gigabit/);
    expect(words).not.toMatch(/premises/);
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    expect([report.unit, report.definition]).toEqual([
      'postcodes',
      expect.stringMatching(/^Postcodes that have no gigabit/),
    ]);
  });

  test('every ward equals an independent computation: low, mid and high', () => {
    const expected = countWestminster();
    const all = rows();
    expect(all.map((row) => row.ward_code).toSorted()).toEqual([...expected.keys()].toSorted());
    for (const row of all) {
      const count = expected.get(row.ward_code);
      if (!count) throw new Error(row.ward_code);
      const { covered, notSpots } = count;
      expect({
        ward: row.ward_code,
        units: Number(row.premises),
        notKnown: Number(row.gigabit_not_known),
        covered: [row.gigabit_low, row.gigabit_covered, row.gigabit_high].map(Number),
        notCovered: Number(row.gigabit_not_covered),
        notSpots: [row.not_spots_low, row.not_spots, row.not_spots_high].map(Number),
      }).toEqual({
        ward: row.ward_code,
        units: count.units,
        notKnown: count.notKnown,
        covered: [covered.low, expect.closeTo(covered.mid, 5), covered.high],
        notCovered: expect.closeTo(count.units - count.notKnown - covered.mid, 5),
        notSpots: [notSpots.low, expect.closeTo(notSpots.mid, 5), notSpots.high],
      });
    }
  });

  test("a total has its own band, narrower than the sum of the wards'", () => {
    const all = rows();
    const sum = (name: string): number =>
      all.slice(0, -1).reduce((total, row) => total + Number(row[name]), 0);
    const total = all.at(-1);
    expect(Number(total?.not_spots_low)).toBeGreaterThan(sum('not_spots_low'));
    expect(Number(total?.not_spots_high)).toBeLessThan(sum('not_spots_high'));
    expect(Number(total?.not_spots)).toBeCloseTo(sum('not_spots'), 3);
  });
});
