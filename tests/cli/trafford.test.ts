import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { lackOf, readRows } from '../builders/count-areas.ts';
import { countTrafford, hasTrafford, trafford, traffordHouseholds } from '../builders/count-trafford.ts';

const because = hasTrafford ? '' : ' (skipped: its files are not beside the repository)';

describe.skipIf(!hasTrafford)(`Trafford without a screen${because}`, () => {
  const said: string[] = [];
  let folder: string;
  let code = -1;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'notspot-trafford-'));
    const keep = (text: string | Uint8Array): boolean => said.push(String(text)) > 0;
    vi.spyOn(process.stderr, 'write').mockImplementation(keep);
    vi.spyOn(process.stdout, 'write').mockImplementation(keep);
    code = await main([
      'analyse',
      ...['--wards', trafford.wards],
      ...['--premises', trafford.households],
      ...['--areas', trafford.outputAreas],
      ...['--lookup', trafford.lookup],
      ...['--shares', `gigabit=${trafford.shares}#gigabit_capable_pct_premises`],
      ...['--context', trafford.assets],
      ...['--out', folder],
    ]);
    vi.restoreAllMocks();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const rows = () => readRows(join(folder, 'wards.csv'));
  const report = () => JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));

  test('eight dwelling types are summed to 738 output areas: 96,225 households', () => {
    expect(code).toBe(0);
    expect(said.join('')).toContain('5,904 rows of 8 accommodation types summed to 738 output areas.');
    const households = traffordHouseholds();
    expect(households.size).toBe(738);
    expect([...households.values()].reduce((sum, one) => sum + one, 0)).toBe(96_225);
    expect([report().unit, report().rows, report().total.units]).toEqual(['households', 738, 96_225]);
  });

  test('every ward equals an independent computation at the same inside points', () => {
    const features: {
      geometry: { coordinates: [number, number] };
      properties: { id: string; units: number };
    }[] = JSON.parse(readFileSync(join(folder, 'not-spots.geojson'), 'utf8')).features;
    const points = new Map(features.map((one) => [one.properties.id, one.geometry.coordinates] as const));
    expect(points.size).toBe(738);
    const { wards, astray } = countTrafford(points);
    expect(astray).toBe(0);
    const found = new Map(
      rows()
        .slice(0, -1)
        .map((row) => [row.ward_code, Number(row.premises)]),
    );
    expect(found.size).toBe(22);
    expect(found).toEqual(wards);
    expect(found.get('outside')).toBe(0);
  });

  test('the 82.5 % of the whole borough ranks no ward, and is a band in total', () => {
    const total = rows().at(-1);
    const { low, mid, high } = lackOf(82.5, 96_225, 96_225);
    expect([total?.not_spots_low, total?.not_spots, total?.not_spots_high].map(Number)).toEqual([
      low,
      mid,
      high,
    ]);
    expect([low, mid, high]).toEqual([16_791, 16_839.375, 16_888]);
    expect(report().ranks_wards).toBe(false);
    expect(said.at(-1)).toBe(
      'About 16,839 of 96,225 households (17.5 %) have no gigabit (between 16,791 and 16,888).\n',
    );
    for (const row of rows().slice(0, 21)) {
      const band = lackOf(82.5, 96_225, Number(row.premises));
      expect([row.not_spots_low, row.not_spots_high].map(Number)).toEqual([band.low, band.high]);
      expect(Number(row.not_spots)).toBeCloseTo(band.mid, 5);
    }
  });

  test('the way from output area to authority, what is only context, and the caution of one point are told', () => {
    expect(report().joins).toEqual([
      expect.objectContaining({
        by: '"area_code" → gm_statistical_lookup_2021.csv ("oa21cd" to "lad22cd")',
        matched: 738,
        unmatched: 0,
        ambiguous: 0,
        unused: 373,
      }),
    ]);
    const roles = report().files.map((file: { file: string; role: string }) => file.role);
    expect(roles).toEqual(['wards', 'premises', 'areas', 'table', 'shares', 'context']);
    expect(said.join('')).toContain('trafford_land_and_building_assets.csv: read as context, not counted.');
    const note = report().notes.find((one: { kind: string }) => one.kind === 'placed-by-areas');
    expect(note.text).toMatch(/^Households are counted at one point inside each output area/);
    expect(note.count).toBeGreaterThan(0);
  });
});
