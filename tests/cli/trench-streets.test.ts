import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { readDigGeoJson } from '../../src/formats/read-dig-geojson.ts';
import { useCommandRun } from '../builders/command-run.ts';
import { ladderPremises, ladderRoots, ladderStreets, ladderWard } from '../builders/dig-files.ts';

const run = useCommandRun();
const at = (name: string): string => join(run.folder, name);

function dig(over: Readonly<Record<string, string | null>> = {}, flags: readonly string[] = []) {
  writeFileSync(at('streets.geojson'), ladderStreets());
  writeFileSync(at('roots.geojson'), ladderRoots());
  writeFileSync(at('premises.csv'), ladderPremises());
  writeFileSync(at('wards.geojson'), ladderWard());
  const options: Record<string, string | null> = {
    streets: at('streets.geojson'),
    roots: at('roots.geojson'),
    premises: at('premises.csv'),
    'works-from': '2026-11-27',
    out: at('out'),
    ...over,
  };
  const words = Object.entries(options).flatMap(([name, value]) =>
    value === null ? [] : [`--${name}`, value],
  );
  return main(['trench', ...words, ...flags]);
}

const designOf = (folder = 'out') =>
  readDigGeoJson(readFileSync(at(join(folder, 'design.geojson')), 'utf8'), 'design.geojson').design;

describe('notspot trench --streets', () => {
  it('prints what it comes to and writes the design in every form', async () => {
    expect(await dig()).toBe(0);
    const [headline, goodness] = run.printed.split('\n');
    expect(headline).toMatch(/^£[\d,]+ – £[\d,]+ – £[\d,]+ whole; 5 of 6 premises served, \d passed/);
    expect(goodness).toMatch(/^route £[\d,]+ \(mid, as searched\): within 0\.00 % of the best possible$/);
    expect(run.printed).toMatch(/missed: 10000005 \(1\): no street near; nearest street B, 300\d\.\d m/);
    expect(run.printed).toContain('assumed rates: ');
    expect(run.printed).toContain('figures assumed)');
    for (const name of [
      ...['design.geojson', 'streets.csv', 'pieces.csv', 'premises.csv', 'bill.csv', 'design.kml'],
      ...['open-fibre.json', 'open-fibre-nodes.geojson', 'open-fibre-spans.geojson'],
    ])
      expect(existsSync(at(join('out', name))), name).toBe(true);
    const { question, result } = designOf();
    expect(question.rootIds).toEqual(['EX', 'CAB']);
    expect(result?.served.flatMap(({ ids }) => ids).sort()).toEqual([
      '10000000',
      '10000001',
      '10000002',
      '10000003',
      '10000004',
    ]);
    expect(result?.isQuick).toBe(false);
  });

  it('serves a ward or a list, from the roots named', async () => {
    expect(await dig({ wards: at('wards.geojson'), ward: 'E05000001', root: 'EX' })).toBe(0);
    expect(designOf().result?.missed).toEqual([]);
    expect(designOf().result?.roots.map(({ id }) => id)).toEqual(['EX']);
    writeFileSync(at('ids.txt'), '10000001\n\n10000003\n');
    for (const select of ['10000001,10000003', `@${at('ids.txt')}`]) {
      expect(await dig({ select })).toBe(0);
      expect(designOf().result?.served.flatMap(({ ids }) => ids)).toEqual(['10000001', '10000003']);
    }
  });

  it('goes round blocked and protected streets, within a budget or for what it is worth', async () => {
    expect(await dig({ root: 'EX', block: 'A', select: '10000002' })).toBe(0);
    expect(designOf().result?.served).toEqual([]);
    expect(await dig({ root: 'EX', block: 'A', lift: 'B', select: '10000002' })).toBe(0);
    const streets = designOf().result?.pieces.flatMap(({ kind, street }) =>
      kind === 'street' ? street : [],
    );
    expect(new Set(streets)).toEqual(new Set(['C', 'B', 'E']));
    expect(await dig({ root: 'EX', aim: 'budget', budget: '100' })).toBe(0);
    expect(run.printed).toMatch(/no route within £100 can serve more than 0/);
    expect(await dig({ root: 'EX', aim: 'worth', worth: '1' })).toBe(0);
    expect(designOf().result?.missed.map(({ reason }) => reason)).toContain('not worth it');
  });

  it('says the same on every run, quickly or by the clock', async () => {
    await dig();
    const first = designOf();
    await dig();
    expect(designOf()).toEqual(first);
    expect(await dig({}, ['--quick'])).toBe(0);
    expect(run.printed).toContain('; a quick answer');
    expect(await dig({ seconds: '0.2' })).toBe(0);
    expect(designOf().result?.searchedPence).toBe(first.result?.searchedPence);
  });

  it.each([
    ['no roots', { roots: null }, '--roots is missing.'],
    ['no folder', { out: null }, '--out is missing'],
    ['a ward without boundaries', { ward: 'E05000001' }, '--ward needs --wards'],
    ['an aim that is none', { aim: 'all of them' }, '--aim all of them: write all, worth or budget.'],
    ['a budget without its aim', { budget: '5' }, '--budget goes with --aim budget.'],
    ['an aim without its sum', { aim: 'worth' }, '--aim worth needs --worth POUNDS.'],
    ['a day that is none', { 'works-from': '2026-02-30' }, '--works-from 2026-02-30 is no day'],
    ['a root that is none', { root: 'X' }, '--root X: the files of --roots have no such point'],
    ['rates that are not there', { rates: 'nothing.csv' }, 'nothing.csv: there is no such file'],
  ])('refuses %s', async (_, over, words) => {
    expect(await dig(over)).not.toBe(0);
    expect(run.told).toContain(words);
  });

  it('stops with the name of a surface that has no rate', async () => {
    expect(await dig()).toBe(0);
    const { writeRateCardJson } = await import('../../src/formats/rate-card-json.ts');
    const { DEFAULT_RATES } = await import('../../src/domain/cost/default-rates.ts');
    const trench = DEFAULT_RATES.trench.filter(({ surface }) => surface !== 'carriageway');
    writeFileSync(at('rates.json'), writeRateCardJson({ ...DEFAULT_RATES, name: 'Mine', trench }));
    expect(await dig({ rates: at('rates.json') })).toBe(1);
    expect(run.told).toContain('The rate card “Mine” has no rate for surface “carriageway”');
  });
});

const SHARED = join(projectRoot, '..', 'shared', 'data');
const STREETS = join(SHARED, 'roads', 'covent_garden_holborn_osm_highways_2017.geojson');
const POSTCODES = join(SHARED, 'premises', 'codepoint_open_2025-11_westminster_E09000033.csv');
const AREAS = join(SHARED, 'coverage', 'westminster_lsoa21_gigabit_cn2025.geojson');

describe.skipIf(![STREETS, POSTCODES, AREAS].every(existsSync))(
  'Covent Garden (skipped where the shared data is not beside the repository)',
  () => {
    it('leads fibre to the postcodes of LSOA E01004735 from a chosen root, surfaces not known', async () => {
      writeFileSync(at('one.csv'), 'id,name,kind,lon,lat\nR,Root,exchange,-0.1245,51.5125\n');
      const code = await main([
        ...['trench', '--streets', STREETS, '--roots', at('one.csv'), '--premises', POSTCODES],
        ...['--wards', AREAS, '--ward', 'E01004735', '--works-from', '2026-11-27', '--quick'],
        ...['--out', at('out')],
      ]);
      expect(code).toBe(0);
      const { result } = designOf();
      if (!result) throw new Error('There is no result.');
      const places = [...result.served, ...result.missed];
      expect(places.reduce((sum, { units }) => sum + units, 0)).toBe(331);
      expect(result.served.reduce((sum, { units }) => sum + units, 0)).toBeGreaterThan(320);
      expect(result.missed.every(({ nearestStreet, nearestMetres }) => nearestStreet && nearestMetres)).toBe(
        true,
      );
      const dug = result.pieces.filter(({ kind }) => kind === 'street');
      expect(new Set(dug.map(({ surface }) => surface))).toEqual(new Set(['not known']));
      expect(dug.reduce((sum, { metres }) => sum + metres, 0)).toBeGreaterThan(7000);
      expect(result.searchedPence / result.lowerBoundPence).toBeLessThan(1.02);
      expect(run.printed).toContain('note: Not known: surfaces of 1,220 of 1,220 lines.');
    });
  },
);
