import { describe, expect, it } from 'vitest';
import { needColumns } from '../../../src/domain/need/need-columns.ts';
import { datasetOf } from '../../builders/project.ts';
import { tableOf } from '../../builders/tables.ts';

const dataset = datasetOf({ role: 'table' });

describe('columns that can be a need', () => {
  it('are the numbers of a table of small areas; places, ids and single numbers are none', () => {
    const table = tableOf(
      'need.csv',
      ['lsoa', 'name', 'imd', 'lon', 'area', 'always', 'score'],
      ['E01999001,A,12.5,-1,3,7,-1.5', 'E01999002,B,30,-1.1,4,7,0.5'],
    );
    const found = needColumns(dataset, table);
    expect(found.map(({ column, kind, codeColumn }) => [column, kind, codeColumn])).toEqual([
      ['imd', 'LSOA', 'lsoa'],
      ['score', 'LSOA', 'lsoa'],
    ]);
    expect(found.map(({ problem }) => problem !== null)).toEqual([false, true]);
  });

  it('are offered once for each value of what tells rows of one code apart, the whole first', () => {
    const lines = ['Females', 'Males', 'Persons'].flatMap((sex, i) =>
      ['E01999001', 'E01999002'].map((code, j) => `${code},${sex},${10 + 3 * i + j}`),
    );
    const found = needColumns(dataset, tableOf('people.csv', ['area_code', 'sex', 'aged_65'], lines));
    expect(found.map(({ where }) => where)).toEqual(
      ['Persons', 'Females', 'Males'].map((value) => [{ column: 'sex', values: [value] }]),
    );
  });

  it('can be of postcodes and UPRNs, never of the premises themselves', () => {
    const postcodes = tableOf('p.csv', ['postcode', 'smes'], ['ZX1 1AA,3', 'ZX1 1AB,5']);
    const uprns = tableOf('u.csv', ['uprn', 'offline'], ['999000000001,3', '999000000002,5']);
    expect(needColumns(dataset, postcodes).map(({ kind }) => kind)).toEqual(['postcode']);
    expect(needColumns(dataset, uprns).map(({ kind }) => kind)).toEqual(['UPRN']);
    expect(needColumns(datasetOf({ role: 'premises' }), uprns)).toEqual([]);
    expect(needColumns(dataset, tableOf('n.csv', ['name', 'n'], ['A,1', 'B,2']))).toEqual([]);
  });
});
