import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { groundHeightOf } from '../../geodata/heights/ground-height.ts';
import { townPlanOf } from '../../geodata/plan/town-plan-of.ts';
import { generate } from '../../src/cli/generate.ts';
import { lonLatToGrid } from '../../src/domain/geo/british-national-grid.ts';
import { readPack } from '../../src/formats/pack.ts';
import { useCommandRun } from '../builders/command-run.ts';

const run = useCommandRun();

describe('generate', () => {
  it('writes a borough of the size asked as open files, pack and description that agree', async () => {
    const out = join(run.folder, 'new');
    expect(await generate(['--premises', '2500', '--out', out, '--seed', 'test'])).toBe(0);
    const summary = JSON.parse(run.printed);
    expect(summary).toMatchObject({ fictional: true, premises: 2500, seed: 'test' });
    expect(summary.files.map((file: { fileName: string }) => file.fileName).sort()).toEqual(
      readdirSync(out).sort(),
    );
    const described = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8'));
    for (const resource of described.resources) {
      const bytes = readFileSync(join(out, resource.path));
      expect(bytes.length, resource.path).toBe(resource.bytes);
      expect(`sha256:${createHash('sha256').update(bytes).digest('hex')}`, resource.path).toBe(resource.hash);
    }
    const { contents } = readPack(readFileSync(join(out, 'borough.pack')));
    for (const { table } of contents) {
      const text = readFileSync(join(out, table.fileName), 'utf8');
      const rows = table.fileName.endsWith('.csv')
        ? text.trimEnd().split('\r\n').length - 1
        : JSON.parse(text).features.length;
      expect(rows, table.fileName).toBe(table.rows);
    }
  });

  it('writes streets to dig with all that lies in them where they are asked for, and describes them', async () => {
    expect(await generate(['--premises', '1500', '--out', run.folder, '--streets'])).toBe(0);
    const { resources } = JSON.parse(readFileSync(join(run.folder, 'datapackage.json'), 'utf8'));
    const links = JSON.parse(readFileSync(join(run.folder, 'street-links.geojson'), 'utf8'));
    const [{ properties, geometry }] = links.features;
    expect(geometry.type).toBe('LineString');
    expect(properties).toMatchObject({ class: 'minor road', level: '0', width_m: 5.8, bridge: 'no' });
    const ids = new Set(links.features.map((one: { properties: { id: string } }) => one.properties.id));
    const [header, ...rows] = readFileSync(join(run.folder, 'street-restrictions.csv'), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(header).toBe('street,kind,from,until,hours,owner,source');
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every((row) => ids.has(row.split(',')[0]))).toBe(true);
    for (const [name, path] of [
      ['street-links', 'street-links.geojson'],
      ['fibre-points', 'fibre-points.geojson'],
      ['ducts-and-poles', 'ducts-and-poles.geojson'],
      ['street-restrictions', 'street-restrictions.csv'],
    ])
      expect(resources.find((one: { name: string }) => one.name === name)?.path).toBe(path);
  });

  it('writes trees and the ground as well where heights are asked for, and describes them', async () => {
    expect(await generate(['--premises', '1500', '--out', run.folder, '--heights'])).toBe(0);
    const [columns, rows, west, south, cell] = readFileSync(join(run.folder, 'ground.asc'), 'utf8')
      .split('\n', 5)
      .map((line) => Number(line.split(' ')[1]));
    const lines = readFileSync(join(run.folder, 'ground.asc'), 'utf8').trimEnd().split('\n').slice(6);
    expect(lines).toHaveLength(rows);
    expect(lines.every((line) => line.split(' ').length === columns)).toBe(true);
    const seed = 'wrenminster';
    const ground = groundHeightOf(townPlanOf(1500, seed), seed);
    for (const [row, column] of [
      [0, 0],
      [rows - 1, columns - 1],
      [Math.floor(rows / 3), Math.floor(columns / 2)],
    ])
      expect(Number(lines[row].split(' ')[column])).toBe(
        ground([west + (column + 0.5) * cell, south + (rows - row - 0.5) * cell]),
      );
    const { resources } = JSON.parse(readFileSync(join(run.folder, 'datapackage.json'), 'utf8'));
    for (const name of ['trees', 'ground']) {
      const resource = resources.find((one: { name: string }) => one.name === name);
      const digest = createHash('sha256')
        .update(readFileSync(join(run.folder, resource.path)))
        .digest('hex');
      expect(resource.hash).toBe(`sha256:${digest}`);
    }
    const trees = JSON.parse(readFileSync(join(run.folder, 'trees.geojson'), 'utf8')).features;
    expect(trees.length).toBeGreaterThan(100);
    expect(typeof trees[0].properties.height_m).toBe('number');
    const pack = readPack(readFileSync(join(run.folder, 'borough.pack')));
    expect(pack.contents.map(({ contentId }) => contentId)).not.toContain('trees');
  });

  it('writes premises whose degrees and grid metres are the same place', async () => {
    await generate(['--premises', '1000', '--out', run.folder]);
    const [header, ...lines] = readFileSync(join(run.folder, 'premises.csv'), 'utf8').trimEnd().split('\r\n');
    expect(header).toBe('uprn,postcode,easting,northing,address,use,building,longitude,latitude');
    expect(lines).toHaveLength(1000);
    for (const line of lines) {
      const cells = line.replace(/"[^"]*"/, 'address').split(',');
      const [easting, northing] = lonLatToGrid(Number(cells[7]), Number(cells[8]));
      expect(Math.hypot(easting - Number(cells[2]), northing - Number(cells[3]))).toBeLessThan(0.05);
    }
  });

  it.each([
    [[], 'Say where to write'],
    [['--out', 'x'], 'Say how many premises'],
    [['--out', 'x', '--premises', '12.5'], 'a whole number'],
    [['--out', 'x', '--premises', '99'], 'a whole number'],
    [['--out', 'x', '--demo', '--premises', '5000'], 'leave --premises out'],
    [['--out', 'x', '--demo', '--heights'], 'leave --heights out'],
    [['--colour', 'red'], '--colour'],
  ])('does not take %j', async (argv, words) => {
    expect(await generate(argv)).toBe(2);
    expect(run.told).toContain(words);
    expect(run.told).toContain('Usage:');
    expect(run.printed).toBe('');
  });

  it('says so when the folder cannot be written to', async () => {
    writeFileSync(join(run.folder, 'file'), '');
    expect(await generate(['--premises', '1000', '--out', join(run.folder, 'file', 'below')])).toBe(1);
    expect(run.told).toContain('Nothing more was written');
  });
});
