import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { loadGrid } from '../../src/domain/geo/british-national-grid.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { readPlanGeoJson } from '../../src/formats/read-plan-geojson.ts';
import { useCommandRun } from '../builders/command-run.ts';
import {
  ladderHeights,
  ladderPremises,
  ladderRoofs,
  ladderRoots,
  ladderStreets,
  ladderWard,
} from '../builders/dig-files.ts';

const run = useCommandRun();
const at = (name: string): string => join(run.folder, name);

function duel(
  select: string,
  over: Readonly<Record<string, string>> = {},
  flags: readonly string[] = ['--all'],
) {
  mkdirSync(at('area'), { recursive: true });
  writeFileSync(at('area/streets.geojson'), ladderStreets());
  writeFileSync(at('area/roots.geojson'), ladderRoots());
  writeFileSync(at('area/premises.csv'), ladderPremises());
  writeFileSync(at('area/wards.geojson'), ladderWard());
  writeFileSync(at('area/notes.txt'), '');
  const options = {
    area: at('area'),
    select,
    'works-from': '2026-11-27',
    out: at('out'),
    ...over,
  };
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  return main(['duel', ...words, ...flags]);
}

const planOf = (folder = 'out'): Plan => JSON.parse(readFileSync(at(join(folder, 'plan.json')), 'utf8')).plan;

describe('notspot duel', () => {
  it('writes designs and comparison of a ward, and says why there is no radio', async () => {
    expect(await duel('E05000001')).toBe(0);
    expect(run.printed).toMatch(/^for: ward E05000001$/m);
    expect(run.printed).toMatch(/^rooftop radio: not designed\. /m);
    expect(run.printed).toMatch(/^ {2}Served: 5 of 5 premises$/m);
    for (const name of [
      'plan.json',
      'plan.geojson',
      'comparison.csv',
      'premises.csv',
      'bill.csv',
      'plan.html',
    ])
      expect(existsSync(at(join('out', name))), name).toBe(true);
    const plan = planOf();
    expect(plan.designs?.outcomes.map(({ kind, refused }) => [kind, refused === null])).toEqual([
      ['rooftop radio', false],
      ['dig', true],
      ['hybrid', false],
    ]);
    expect(readPlanGeoJson(readFileSync(at('out/plan.geojson'), 'utf8'), 'plan.geojson').plan.name).toBe(
      'out',
    );
  });

  it('designs radio and the hybrid too over heights whose system it is told, and chooses what it is told to', async () => {
    await loadGrid();
    mkdirSync(at('area'), { recursive: true });
    writeFileSync(at('area/ground.asc'), ladderHeights());
    writeFileSync(at('area/roofs.csv'), ladderRoofs());
    expect(await duel('E05000001', { role: 'ground.asc=heights' })).toBe(0);
    expect(run.printed).toMatch(
      /^rooftop radio: not designed\. ground\.asc names no coordinate system.*--crs/m,
    );
    expect(await duel('E05000001', { crs: 'EPSG:27700', choose: 'hybrid' })).toBe(0);
    const plan = planOf();
    expect(plan.designs?.outcomes.map(({ refused }) => refused)).toEqual([null, null, null]);
    expect(plan.designs?.outcomes[0].design?.radio?.served.length).toBeGreaterThan(0);
    expect(plan.chosen).toEqual(['hybrid']);
    expect(existsSync(at('out/links.csv'))).toBe(true);
  });

  it('gives the same bytes again', async () => {
    expect(await duel('E05000001')).toBe(0);
    const once = readFileSync(at('out/plan.json'), 'utf8');
    expect(await duel('E05000001')).toBe(0);
    expect(readFileSync(at('out/plan.json'), 'utf8')).toBe(once);
  });

  it('names contents by what is in them, as its GeoJSON does: a file more in the folder changes nothing', async () => {
    expect(await duel('E05000001')).toBe(0);
    const once = readFileSync(at('out/plan.json'), 'utf8');
    const { plan } = readPlanGeoJson(readFileSync(at('out/plan.geojson'), 'utf8'), 'plan.geojson');
    expect(JSON.parse(canonicalJson(plan))).toEqual(planOf());
    writeFileSync(at('area/a-first.csv'), 'what,how many\nbenches,3\n');
    expect(await duel('E05000001')).toBe(0);
    expect(readFileSync(at('out/plan.json'), 'utf8') === once).toBe(true);
  });

  it('says which ids of a list no premises have, each once', async () => {
    writeFileSync(at('ids.txt'), '10000002\n10000003\n10000002\nuprn\n<b>\n');
    expect(await duel(at('ids.txt'))).toBe(0);
    expect(run.told).toMatch(/^Left out: 2 ids that no premises have: "uprn", "<b>"\.$/m);
    expect(run.printed).toMatch(/^for: 4 ids of /m);
    expect(run.printed).toMatch(/^ {2}Served: 2 of 2 premises$/m);
  });

  it.each([
    ['an empty list', 'ids.txt', ''],
    [
      'a shape where nobody is',
      'far.geojson',
      '{"type":"Polygon","coordinates":[[[170,80],[171,80],[171,81],[170,80]]]}',
    ],
  ])('designs nothing for %s', async (_, name, text) => {
    writeFileSync(at(name), text);
    expect(await duel(at(name))).toBe(1);
    expect(run.told).toMatch(/--select: no premises are of .*Nobody would be served\./);
    expect(existsSync(at('out'))).toBe(false);
  });

  it('takes ids of a file, a root of its own and a lever', async () => {
    writeFileSync(at('ids.txt'), '10000002\n10000003\n');
    const over = { 'root-at': '52.0002,-1.0', lever: 'section 58 waiver' };
    expect(await duel(at('ids.txt'), over)).toBe(0);
    const plan = planOf();
    expect(plan.levers.map(({ id }) => id)).toEqual([expect.stringContaining('section 58 waiver')]);
    expect(plan.question.rootIds).toEqual([]);
    expect(plan.question.ownRoots).toHaveLength(1);
  });

  it('takes a shape of a file, and the app reads the plan back with that shape', async () => {
    writeFileSync(at('shape.geojson'), ladderWard());
    expect(await duel(at('shape.geojson'))).toBe(0);
    const { plan } = readPlanGeoJson(readFileSync(at('out/plan.geojson'), 'utf8'), 'plan.geojson');
    expect(plan.question.selection).toMatchObject({ kind: 'shape' });
    expect(JSON.stringify(plan.question.selection)).not.toContain('"row"');
  });

  it.each([
    ['nowhere', {}, /--select nowhere: there is no such file or ward, and without coverage/, 1],
    ['E05000001', { lever: 'magic' }, /--lever magic: there are "council-roof access"/, 2],
    ['E05000001', { crs: 'EPSG:2' }, /--crs EPSG:2: that system is not known/, 2],
    ['E05000001', { choose: 'copper' }, /--choose copper: there are radio, dig and hybrid/, 2],
    ['E05000001', { 'root-at': '0,300' }, /--root-at 0,300: write latitude and longitude/, 2],
    ['E05000001', { role: 'roofs.csv=buildings' }, /--role roofs\.csv: the folder has no such file/, 1],
  ])('says what is wrong with %s %j', async (select, over, words, code) => {
    expect(await duel(select, over as Record<string, string>)).toBe(code);
    expect(run.told).toMatch(words);
  });
});
