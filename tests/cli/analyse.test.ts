import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { countPilot } from '../builders/count-pilot.ts';
import { makePilot } from '../builders/pilot.ts';

const pilot = makePilot();
let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notspot-'));
  writeFileSync(join(folder, 'w.geojson'), pilot.wardsGeoJson);
  writeFileSync(join(folder, 'p.csv'), pilot.premisesCsv);
  writeFileSync(join(folder, 'g.geojson'), pilot.gigabitGeoJson);
  said = [];
  const keep = (text: string | Uint8Array): boolean => said.push(String(text)) > 0;
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);
const basic = (): string[] => [
  'analyse',
  '--wards',
  at('w.geojson'),
  '--premises',
  at('p.csv'),
  '--coverage',
  `gigabit=${at('g.geojson')}`,
  '--out',
  at('out'),
];

function wardsCsv(): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(at('out/wards.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

describe('notspot analyse', () => {
  test('counts the pilot as an independent computation does', async () => {
    expect(await main(basic())).toBe(0);
    const expected = countPilot(pilot);
    const rows = wardsCsv();
    expect(rows.map((row) => row.ward_code)).toEqual([...expected.keys()]);
    for (const row of rows) {
      const count = expected.get(row.ward_code);
      expect([
        row.ward_code,
        Number(row.premises),
        Number(row.gigabit_covered),
        Number(row.not_spots),
      ]).toEqual([row.ward_code, count?.premises, count?.covered, count?.notSpots]);
      expect(
        Number(row.gigabit_covered) + Number(row.gigabit_not_covered) + Number(row.gigabit_not_known),
      ).toBe(Number(row.premises));
      expect([row.unit, row.gigabit_low, row.gigabit_high]).toEqual([
        'premises',
        row.gigabit_covered,
        row.gigabit_covered,
      ]);
    }
    expect(said.join('')).toContain('have no gigabit');
    const report = JSON.parse(readFileSync(at('out/report.json'), 'utf8'));
    expect(report.files.map((file: { role: string }) => file.role)).toEqual([
      'wards',
      'premises',
      'coverage',
    ]);
    const points = JSON.parse(readFileSync(at('out/not-spots.geojson'), 'utf8'));
    const total = expected.get('total');
    expect(
      points.features.filter(
        (one: { properties: { answer: string } }) => one.properties.answer === 'not-spot',
      ),
    ).toHaveLength(total?.notSpots ?? -1);
  });

  test('a gzipped file is the same file', async () => {
    await main(basic());
    const plain = readFileSync(at('out/wards.csv'), 'utf8');
    writeFileSync(at('p.csv'), gzipSync(pilot.premisesCsv));
    expect(await main(basic())).toBe(0);
    expect(readFileSync(at('out/wards.csv'), 'utf8')).toBe(plain);
  });

  test('records of a second premises file join by UPRN; the absent are not known', async () => {
    const half = pilot.premises.slice(0, 400);
    writeFileSync(
      at('r.csv'),
      `UPRN,full_fibre\n${half.map((p, i) => `${p.uprn},${i % 4 === 0 ? 'yes' : 'no'}`).join('\n')}\n`,
    );
    const argv = [...basic(), '--coverage', `fttp=${at('r.csv')}#full_fibre`, '--recipe', 'no fttp'];
    expect(await main(argv)).toBe(0);
    const total = wardsCsv().at(-1);
    expect([total?.fttp_covered, total?.fttp_not_covered, total?.fttp_not_known, total?.not_spots]).toEqual([
      '100',
      '300',
      '500',
      '300',
    ]);
  });

  test('the extent can be stated', async () => {
    expect(await main([...basic(), '--extent', 'gigabit=everywhere'])).toBe(0);
    expect(wardsCsv().at(-1)?.gigabit_not_known).toBe('0');
    expect(await main([...basic(), '--extent', `gigabit=${at('g.geojson')}`])).toBe(0);
    const total = wardsCsv().at(-1);
    expect(total?.gigabit_not_covered).toBe('0');
  });

  test.each<[string, string[], string, number]>([
    ['a missing file', ['--premises', 'nowhere.csv'], 'nowhere.csv: there is no such file', 1],
    [
      'an unknown name in the recipe',
      ['--recipe', 'no gigabyte'],
      '--recipe, character 4: There is no layer or technology called "gigabyte"',
      1,
    ],
    ['an unknown column', ['--shares', 'superfast=w.geojson#sfbb'], 'there is no column "sfbb"', 1],
    ['a share without column', ['--shares', 'superfast=w.geojson'], 'does not say which column', 2],
    ['an unknown option', ['--coverages', 'x'], "Unknown option '--coverages'", 2],
    ['an extent of nothing', ['--extent', 'radio=everywhere'], 'which no --coverage has', 2],
    ['a key given twice', ['--coverage', 'gigabit=w.geojson'], 'is given twice', 2],
  ])('refuses %s in words, without a stack, and writes nothing', async (_, extra, words, code) => {
    const argv = [...basic(), ...extra.map((text) => text.replace('w.geojson', at('w.geojson')))];
    expect(await main(argv)).toBe(code);
    expect(said.join('')).toContain(words);
    expect(said.join('')).not.toMatch(/\n\s+at /);
    expect(existsSync(at('out'))).toBe(false);
  });

  test('a refused file names itself, the reason and the remedy', async () => {
    writeFileSync(at('g.geojson'), '{"type": "FeatureCollection", "features": [}');
    expect(await main(basic())).toBe(1);
    expect(said.join('')).toMatch(/g\.geojson.*(line|column)/i);
    expect(existsSync(at('out'))).toBe(false);
  });
});
