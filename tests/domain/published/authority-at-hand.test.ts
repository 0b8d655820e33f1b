import { describe, expect, it } from 'vitest';
import type { LookupTable } from '../../../src/domain/coverage/key-join.ts';
import { authoritiesAtHand } from '../../../src/domain/published/authority-at-hand.ts';
import { lookupCodes } from '../../../src/domain/tables/lookup-codes.ts';
import { textColumn } from '../../../src/domain/tables/text-column.ts';
import { areasOf, rectangle } from '../../builders/polygons.ts';
import { premisesOf } from '../../builders/premises.ts';

const wards = areasOf(
  ['E05999801', 'E05999802'].map((code, i) => ({ code, rings: [rectangle(i, 0, i + 1, 1)] })),
);
const rows = (cells: readonly Record<string, string>[]) =>
  premisesOf(cells.map((one) => ({ lon: 0, lat: 0, cells: one })));
const plain = {
  wards,
  wardsFile: 'wards.geojson',
  premisesFile: 'premises.csv',
  lookups: [],
  names: new Map([
    ['E08999001', 'Wren'],
    ['E08999002', 'Westminster, City of'],
  ]),
  projectName: 'Untitled',
};
const placed = (...wardOf: number[]) => ({ wardOf: Int32Array.from(wardOf), overlapped: 0 });

describe('the authority at hand', () => {
  it('is that of the ward file, and of rows outside where there is only one', () => {
    const columns = [
      textColumn('LAD26CD', ['E08999001', 'E08999001']),
      textColumn('LAD26NM', ['Wren', 'Wren']),
    ];
    const found = authoritiesAtHand({
      ...plain,
      wards: { ...wards, columns },
      premises: rows([{}, {}, {}]),
      membership: placed(0, 1, -1),
    });
    expect(found.authorities).toMatchObject([{ code: 'E08999001', name: 'Wren', guessed: false }]);
    expect([...found.ofRow]).toEqual([0, 0, 0]);
  });

  it('is that of most rows of each ward, by their own column; rows outside keep their own', () => {
    const premises = rows(
      ['E08999001', 'E08999001', 'E08999002', 'E08999002', 'E08999002', 'E08999001'].map((laua) => ({
        laua,
      })),
    );
    const found = authoritiesAtHand({
      ...plain,
      premises,
      membership: placed(0, 0, 0, 1, -1, -1),
    });
    expect(found.authorities.map(({ code }) => code)).toEqual(['E08999001', 'E08999002']);
    expect([...found.ofWard]).toEqual([0, 1]);
    // The third row counts in its ward, whatever its own code says.
    expect([...found.ofRow]).toEqual([0, 0, 0, 1, 1, 0]);
  });

  it('is looked up from the codes that premises carry', () => {
    const oas = ['E00999001', 'E00999002'];
    const lookup: LookupTable = {
      fileName: 'lookup.csv',
      columns: [textColumn('oa21cd', oas), textColumn('lad22cd', ['E08999001', 'E08999002'])],
      codes: lookupCodes,
    };
    const found = authoritiesAtHand({
      ...plain,
      lookups: [lookup],
      premises: rows(oas.map((oa) => ({ oa }))),
      membership: placed(0, 1),
    });
    expect(found.authorities.map(({ code }) => code)).toEqual(['E08999001', 'E08999002']);
    expect(found.authorities[0].basis).toContain('lookup.csv');
  });

  it('is a guess, and said to be, where only the project’s name tells', () => {
    const found = authoritiesAtHand({
      ...plain,
      projectName: 'City of Westminster',
      premises: rows([{}, {}]),
      membership: placed(0, -1),
    });
    expect(found.authorities).toMatchObject([{ code: 'E08999002', guessed: true }]);
    expect([...found.ofRow]).toEqual([0, 0]);
    const none = authoritiesAtHand({ ...plain, premises: rows([{}]), membership: placed(0) });
    expect(none.authorities).toEqual([]);
    expect([...none.ofRow]).toEqual([-1]);
  });
});
