import { expect, test } from 'vitest';
import { selectedRows } from '../../../src/domain/project/selected-rows.ts';
import type { Selection } from '../../../src/domain/project/selection.ts';
import { areasOf, polygonsOf, rectangle } from '../../builders/polygons.ts';
import { premisesOf } from '../../builders/premises.ts';

const place = {
  premises: premisesOf([0, 1, 2, 3].map((lon) => ({ id: `00${lon}`, lon, lat: 0 }))),
  wards: areasOf(['E05999001', 'E05999002'].map((code) => ({ code, rings: [rectangle(0, 0, 1, 1)] }))),
  membership: { wardOf: Int32Array.from([0, 1, 1, -1]), overlapped: 0 },
};

test.each<[string, Selection, number[]]>([
  ['a ward', { kind: 'ward', code: 'E05999002' }, [1, 2]],
  ['a ward not loaded', { kind: 'ward', code: 'E05999009' }, []],
  ['a shape, its edge included', { kind: 'shape', shape: polygonsOf([rectangle(1, -1, 2, 1)]) }, [1, 2]],
  ['a list of ids as text', { kind: 'list', ids: ['003', ' 000 ', '3'] }, [0, 3]],
  ['a cluster', { kind: 'cluster', clusterId: 'c', rows: Uint32Array.of(2) }, [2]],
])('%s', (_what, selection, rows) => {
  expect([...selectedRows(selection, place)]).toEqual(rows);
});
