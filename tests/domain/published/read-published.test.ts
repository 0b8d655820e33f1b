import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/cli/run-node.mjs';
import { readRecord } from '../../../src/domain/project/dataset-record.ts';
import type { PublishedTable } from '../../../src/domain/published/published-table.ts';
import { readPublished } from '../../../src/domain/published/read-published.ts';
import { suggestRoles } from '../../../src/formats/suggest-roles.ts';
import { memoryFile, quietly, readOne } from '../../formats/input-file.ts';

const folder = join(projectRoot, '..', 'shared', 'data', 'coverage');
const has = existsSync(folder);
const because = has ? '' : ' (skipped: the files are not beside the repository)';

async function publishedIn(name: string, text: string): Promise<PublishedTable[]> {
  const { table, report } = await readOne(memoryFile(name, text), quietly());
  const { dataset, layers } = readRecord(
    {
      contentId: 'one',
      rows: table.rows,
      format: table.format,
      columnNames: table.columns.map((column) => column.name),
      suggestion: suggestRoles(table),
      areaName: null,
    },
    report,
  );
  return readPublished(dataset, table, layers);
}

describe('shares that a table publishes of authorities', () => {
  it('come one table a date, with names, step and what is lacking', async () => {
    const rows = [
      'E08999001,Wren,Sep-23,81.5',
      'E08999002,Heron,Sep-23,',
      'E08999001,Wren,May-21,40',
      'E08999002,Heron,May-21,12.25',
      'E92000001,England,May-21,39',
    ];
    const tables = await publishedIn(
      'shares.csv',
      `lad_code,lad_name,period,gigabit_pct\n${rows.join('\n')}\n`,
    );
    expect(tables.map(({ period, technology, step }) => [period, technology, step])).toEqual([
      ['2021-05', 'gigabit', 0.01],
      ['2023-09', 'gigabit', 0.1],
    ]);
    expect(tables[0].figures.map(({ code, name, percent }) => [code, name, percent])).toEqual([
      ['E08999001', 'Wren', 40],
      ['E08999002', 'Heron', 12.25],
    ]);
    expect(tables[0].wider.map(({ name, percent }) => [name, percent])).toEqual([['England', 39]]);
    expect(tables[1].figures.map(({ code }) => code)).toEqual(['E08999001']);
    expect(tables[1].withoutShare).toEqual(['E08999002']);
  });

  it('turn "unable to receive" round and keep the premises they are out of', async () => {
    const text =
      'laua,laua_name,All Premises,All Matched Premises,Gigabit availability (% premises),% of premises below the USO\nE08999001,Wren,1100,1000,80,1.5\nE08999002,Heron,500,400,70.5,0\n';
    const tables = await publishedIn('202501_fixed_laua_coverage_r01.csv', text);
    const decent = tables.find(({ technology }) => technology === 'decent');
    expect(decent?.figures.map(({ percent, units }) => [percent, units])).toEqual([
      [98.5, 1000],
      [100, 400],
    ]);
    expect(decent?.period).toBe('2025-01');
  });

  it('read a blank as 0 in Ofcom’s mobile tables alone, and call land land', async () => {
    const text =
      'laua,laua_name,prem_count,4G_prem_out_0,4G_prem_out_1,4G_geo_out_0,4G_geo_out_1\nE08999001,Wren,1000,,100,20,80\nE08999002,Heron,500,10,90,30,70\n';
    const tables = await publishedIn('202501_mobile_coverage_laua_r01.csv', text);
    expect(tables.map(({ technology, of, figures }) => [technology, of, figures[0].percent])).toEqual([
      ['4g', 'premises', 100],
      ['4g-area', 'land', 80],
    ]);
  });

  it('are none where rows are of something smaller', async () => {
    const rows = Array.from({ length: 6 }, (_, i) => `E0199900${i},E08999001,${80 + i}`);
    expect(await publishedIn('lsoa.csv', `lsoa,laua,gigabit_pct\n${rows.join('\n')}\n`)).toEqual([]);
  });

  it('have a date and a technology by the file’s name only as a guess', async () => {
    const text = 'lad_code,lad_name,period,pct\nE08999001,Wren,2021,81.5\nE08999002,Heron,2021,60\n';
    const [table] = await publishedIn('uk_lad_4g_geo_2021-05.csv', text);
    expect(table).toMatchObject({
      technology: '4g-area',
      technologyGuessed: true,
      of: 'land',
      period: '2021-05',
    });
    const [unnamed] = await publishedIn('shares.csv', text);
    expect(unnamed).toMatchObject({ technology: 'coverage', technologyGuessed: false, period: '2021' });
  });

  it.skipIf(!has)(`of 374 authorities are read as Ofcom published them${because}`, async () => {
    const read = (name: string): Promise<PublishedTable[]> =>
      publishedIn(name, readFileSync(join(folder, name), 'utf8'));
    const [early] = await read('uk_lad_gigabit_ofcom_2021-05_via_ONS_SIE.csv');
    const [late] = await read('uk_lad_gigabit_ofcom_2023-09_via_ONS_SIE.csv');
    const [land] = await read('uk_lad_4g_geo_any_operator_ofcom_2021-05_via_ONS_SIE.csv');
    expect([early, late, land].map(({ period, figures, step }) => [period, figures.length, step])).toEqual([
      ['2021-05', 374, 0.1],
      ['2023-09', 374, 0.1],
      ['2021-05', 374, 0.01],
    ]);
    const trafford = late.figures.find(({ code }) => code === 'E08000009');
    expect(trafford).toMatchObject({ name: 'Trafford', percent: 82.5 });
    expect([early.technologyGuessed, late.technologyGuessed, land.of]).toEqual([true, false, 'land']);
  });
});
