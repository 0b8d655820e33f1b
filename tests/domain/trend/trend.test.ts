import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/cli/run-node.mjs';
import type { PublishedTable } from '../../../src/domain/published/published-table.ts';
import { publishedTrend } from '../../../src/domain/trend/published-trend.ts';
import { speedTrend } from '../../../src/domain/trend/speed-trend.ts';
import { datasetOf } from '../../builders/project.ts';
import { tableOf } from '../../builders/tables.ts';
import { memoryFile, quietly, readOne } from '../../formats/input-file.ts';

function published(
  period: string | null,
  percent: number | null,
  rest: Partial<PublishedTable> = {},
): PublishedTable {
  return {
    id: String(period),
    contentId: 'c',
    fileName: `${period}.csv`,
    column: 'pct',
    technology: 'gigabit',
    label: 'gigabit',
    technologyGuessed: false,
    of: 'premises',
    definition: 'gigabit',
    period,
    step: 0.1,
    source: { title: 'c', publisher: null, date: null, licence: null, url: null },
    figures: percent === null ? [] : [{ code: 'E08999001', name: 'Wren', percent, units: null }],
    wider: [],
    withoutShare: [],
    ...rest,
  };
}

const wren = { code: 'E08999001', name: 'Wren' };

describe('published shares over time', () => {
  it('are one series a technology and definition, by date, with a gap where a release has no figure', () => {
    const { series, leftOut } = publishedTrend(
      [
        published('2023-09', 82.5),
        published('2021-05', 65),
        published('2022-05', null),
        published(null, 3),
        published('2024', 70, { technology: 'full-fibre', label: 'full fibre', definition: 'fibre' }),
      ],
      wren,
    );
    expect(series.map(({ points }) => points.map(({ date, value }) => [date, value]))).toEqual([
      [
        ['2021-05', 65],
        ['2022-05', null],
        ['2023-09', 82.5],
      ],
      [['2024', 70]],
    ]);
    expect(series[0].points[2]).toMatchObject({ low: 82.45, high: 82.55 });
    expect(leftOut).toEqual([
      { fileName: 'null.csv', why: expect.stringContaining('give it under “Source”') },
    ]);
  });
});

describe('average speeds over time', () => {
  const file = (name: string, lines: readonly string[]) => ({
    dataset: datasetOf({ role: 'table', contentId: name, fileName: name }),
    table: tableOf(
      name,
      ['area_code', 'area_name', 'indicator', 'period', 'measure', 'unit', 'value'],
      lines,
    ),
  });

  it('never join a mean to a median, nor one code to another, and leave a gap for a missing value', () => {
    const { series } = speedTrend([
      file('a.csv', [
        'E05999801,Ash,Average speed,2018-05,Mean,Mbps,40',
        'E05999802,Birch,Average speed,2018-05,Mean,Mbps,20',
      ]),
      file('b.csv', [
        'E05999801,Ash,Average speed,2019-05,Mean,Mbps,50',
        'E05999802,Birch,Average speed,2019-05,Mean,Mbps,',
      ]),
      file('c.csv', ['E05999801,Ash,Average speed,2020-05,Median,Mbps,60']),
      file('d.csv', ['E05999901,Ash,Average speed,2021-05,Mean,Mbps,70']),
    ]);
    expect(
      series.map(({ subject, measure, points }) => [
        subject.code,
        measure,
        points.map(({ date, value }) => `${date} ${value}`).join(', '),
      ]),
    ).toEqual([
      ['E05999801', 'Average speed, Mean', '2018-05 40, 2019-05 50'],
      ['E05999802', 'Average speed, Mean', '2018-05 20, 2019-05 null'],
      ['E05999901', 'Average speed, Mean', '2021-05 70'],
      ['E05999801', 'Average speed, Median', '2020-05 60'],
    ]);
    expect(series[0].unit).toBe('Mbit/s');
  });

  it('say no word of the measure twice', () => {
    const names = [
      'Speed (median of postcodes),Median',
      'Speed,Median',
      'Median speed,Median',
      'Mediant speed,Median',
    ];
    const { series } = speedTrend(
      names.map((words, i) => {
        const [indicator, measure] = words.split(',');
        return file(`${i}.csv`, [`E05999801,Ash,${indicator},2018-05,${measure},Mbps,40`]);
      }),
    );
    expect(series.map(({ measure }) => measure)).toEqual([
      'Speed (median of postcodes)',
      'Speed, Median',
      'Median speed',
      'Mediant speed, Median',
    ]);
  });

  it('take the date that a person gave the file where its rows tell none', () => {
    const { dataset, table } = file('speed.csv', ['E05999801,Ash,Average speed,,Mean,Mbps,40']);
    expect(speedTrend([{ dataset, table }])).toMatchObject({
      series: [],
      leftOut: [{ fileName: 'speed.csv' }],
    });
    const dated = { ...dataset, source: { ...dataset.source, date: '2019-06' } };
    const { series, leftOut } = speedTrend([{ dataset: dated, table }]);
    expect([series[0].points[0].date, leftOut]).toEqual(['2019-06', []]);
  });
});

const folder = join(projectRoot, '..', 'shared', 'data', 'coverage');
const has = existsSync(folder);
const because = has ? '' : ' (skipped: the files are not beside the repository)';

it.skipIf(!has)(
  `Trafford’s six files are three measures on two sets of wards; one has no date${because}`,
  async () => {
    const names = ['50921cb', '601f9bf', '7e93d44', '86321ff', 'b6bdd86', 'ce7cd7a'].map(
      (end) => `trafford_ward_avg_broadband_speed_${end}.csv`,
    );
    const files = await Promise.all(
      names.map(async (name) => ({
        dataset: datasetOf({ role: 'table', contentId: name, fileName: name }),
        table: (await readOne(memoryFile(name, readFileSync(join(folder, name), 'utf8')), quietly())).table,
      })),
    );
    const { series, leftOut } = speedTrend(files);
    const dates = new Map(
      series.map(({ measure, points }) => [measure, points.map(({ date }) => date).join(' ')]),
    );
    expect([...dates]).toEqual([
      ['Average download speed, Bandwidth', '2017-05 2018-05'],
      ['Average download speed, Median', '2019-09 2021-05'],
      ['Average download speed (median of available postcodes)', '2022-05'],
    ]);
    expect(series).toHaveLength(63);
    expect(leftOut.map(({ fileName }) => fileName)).toEqual([
      'trafford_ward_avg_broadband_speed_7e93d44.csv',
    ]);
    const altrincham = series.filter(({ subject }) => subject.name === 'Altrincham');
    expect(altrincham.map(({ points }) => points.map(({ value }) => value))).toEqual([
      [36.2, 40.3],
      [50.8, 67.7],
      [77.8],
    ]);
  },
);
