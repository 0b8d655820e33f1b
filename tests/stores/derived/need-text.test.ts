import { expect, it } from 'vitest';
import type { NeedColumn } from '../../../src/domain/need/need-columns.ts';
import { firstNeed, needText, readNeed } from '../../../src/stores/derived/need-text.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

const columnOf = (seed: Partial<NeedColumn>): NeedColumn => ({
  contentId: 'imd',
  fileName: 'imd/2025.csv',
  codeColumn: 'lsoa21cd',
  kind: 'LSOA',
  column: 'IMD score',
  where: [],
  problem: null,
  ...seed,
});

it('a choice of need is written and read again by names, whatever the session calls its contents', () => {
  const where = [{ column: 'sex', values: ['Persons'] }];
  const { problem, fileName, kind, ...choice } = columnOf({ where });
  const project = projectOf({ datasets: [datasetOf({ contentId: 'imd', fileName, role: 'context' })] });
  const text = needText({ ...choice, higherMeansMore: false }, project);
  expect(text).toBe('low/imd_2025.csv/lsoa21cd/IMD score/Persons');
  const later = [columnOf({ contentId: 'x1' }), columnOf({ contentId: 'x1', where })];
  expect(readNeed(text, later)).toMatchObject({ contentId: 'x1', where, higherMeansMore: false });
  expect(readNeed(text, [columnOf({})])).toBeNull();
  expect([problem, kind]).toEqual([null, 'LSOA']);
});

it('where nobody chose, only what says that it is of need is taken, and low ranks are much need', () => {
  const coverage = columnOf({ fileName: 'superfast-by-area.geojson', column: 'superfast_percent' });
  const speed = columnOf({ fileName: 'speeds.csv', column: 'Average download speed' });
  expect(firstNeed([coverage, speed])).toBeNull();
  const rank = columnOf({ column: 'IMD rank' });
  expect(firstNeed([coverage, rank])).toMatchObject({ column: 'IMD rank', higherMeansMore: false });
  expect(firstNeed([rank, columnOf({})])).toMatchObject({ column: 'IMD score', higherMeansMore: true });
  expect(firstNeed([columnOf({ problem: 'below zero' })])).toBeNull();
  expect(firstNeed([columnOf({ fileName: 'wards.csv', column: 'deprivation' })])?.column).toBe('deprivation');
});
