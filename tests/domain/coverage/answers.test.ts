import { describe, expect, test } from 'vitest';
import {
  indexRecords,
  joinRecords,
  type RecordJoin,
} from '../../../src/domain/coverage/answers-from-records.ts';
import { placeInShares } from '../../../src/domain/coverage/answers-from-shares.ts';
import { layerAnswerAt } from '../../../src/domain/coverage/layer-answer-at.ts';
import type { RecordCoverage, ShareCoverage } from '../../../src/domain/coverage/layer-data.ts';
import { findShareJoin } from '../../../src/domain/coverage/share-join.ts';
import { readKey } from '../../../src/domain/coverage/technology.ts';
import type { PremisesTable } from '../../../src/domain/premises/premises-table.ts';
import { textColumn } from '../../../src/domain/tables/text-column.ts';
import { areasOf, rectangle } from '../../builders/polygons.ts';
import { premisesOf } from '../../builders/premises.ts';

function joinOf(
  records: RecordCoverage,
  premises: PremisesTable,
): RecordJoin & { rounded: number; repaired: number } {
  const index = lastOf(indexRecords(records));
  return {
    ...lastOf(joinRecords(index, premises)),
    rounded: index.roundedIds,
    repaired: index.repairedIds,
  };
}

function lastOf<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('records per premises', () => {
  const premises = premisesOf(['1', '02', '3', '4', '5'].map((id, i) => ({ id, lon: i, lat: 0 })));
  const join = (rows: [string, number][]) =>
    joinOf(
      {
        shape: 'records',
        ids: textColumn(
          'uprn',
          rows.map(([id]) => id),
        ),
        values: Int8Array.from(rows, ([, value]) => value),
      },
      premises,
    );

  test('yes, no, not known, and absent is not known; ids are text', () => {
    const { answers, ...met } = join([
      ['1', 1],
      ['2', 1],
      ['3', 0],
      ['4', -1],
      ['9', 1],
    ]);
    expect([0, 1, 2, 3, 4].map((row) => layerAnswerAt(answers, row))).toEqual([
      'covered',
      'not known',
      'not covered',
      'not known',
      'not known',
    ]);
    expect(met).toEqual({
      unmatchedRecords: 2,
      unmatched: ['2', '9'],
      premisesWithoutRecord: 2,
      rowsWithout: [1, 4],
      rowsWithoutKey: [],
      ambiguousIds: 0,
      ambiguous: [],
      rounded: 0,
      repaired: 0,
    });
  });

  test('an id that stands twice: the same value is one, different values are not known', () => {
    const { answers, ambiguousIds } = join([
      ['1', 1],
      ['1', 1],
      ['3', 1],
      ['3', 0],
    ]);
    expect([layerAnswerAt(answers, 0), layerAnswerAt(answers, 2), ambiguousIds]).toEqual([
      'covered',
      'not known',
      1,
    ]);
  });
});

describe('ids that a spreadsheet has been at', () => {
  const premises = premisesOf(
    ['100012797623', '12797624', '100012797625'].map((id) => ({ id, lon: 0, lat: 0 })),
  );
  const join = joinOf(
    {
      shape: 'records',
      ids: textColumn('uprn', ['100012797623.0', '000012797624', '1.00013E+11', '1.00013E+11']),
      values: Int8Array.of(1, 0, 1, 1),
    },
    premises,
  );

  test('padded and ".0" ids meet and are counted; rounded ones meet nothing and are counted', () => {
    expect([0, 1, 2].map((row) => layerAnswerAt(join.answers, row))).toEqual([
      'covered',
      'not covered',
      'not known',
    ]);
    expect(join).toMatchObject({ rounded: 2, repaired: 2, unmatchedRecords: 0 });
  });
});

describe('shares of areas', () => {
  const base: ShareCoverage = {
    shape: 'shares',
    codes: ['A', 'B'],
    percent: Float64Array.of(40, Number.NaN),
    step: 1,
    areas: null,
    joinColumn: null,
  };

  test('by shape: the edge belongs to the lowest code, an area without a share is not known', () => {
    const areas = areasOf([
      { code: 'A', rings: [rectangle(0, 0, 1, 1)] },
      { code: 'B', rings: [rectangle(1, 0, 2, 1)] },
    ]);
    const premises = premisesOf([0.5, 1, 1.5, 3].map((lon) => ({ lon, lat: 0.5, units: 10 })));
    const answers = placeInShares({ ...base, areas }, premises);
    expect([0, 1, 2, 3].map((row) => layerAnswerAt(answers, row))).toEqual([
      40,
      40,
      'not known',
      'not known',
    ]);
    expect([...answers.unitsInArea]).toEqual([20, 0]);
  });

  test('by a code the premises carry, whatever its spacing and case', () => {
    const premises = premisesOf(['a', ' A', 'C', ''].map((oa) => ({ lon: 0, lat: 0, cells: { oa } })));
    const answers = placeInShares({ ...base, joinColumn: 'oa' }, premises);
    expect([0, 1, 2, 3].map((row) => layerAnswerAt(answers, row))).toEqual([
      40,
      40,
      'not known',
      'not known',
    ]);
  });

  test('the column to join by is the one whose cells are the codes, else loaded areas that have them', () => {
    const premises = premisesOf(
      Array.from({ length: 20 }, (_, i) => ({
        lon: 0,
        lat: 0,
        cells: { ward: `W${i % 3}`, oa: i % 2 ? 'A' : 'B' },
      })),
    );
    const areas = areasOf([
      { code: 'X', rings: [rectangle(0, 0, 1, 1)] },
      { code: 'Y', rings: [rectangle(0, 0, 1, 1)] },
    ]);
    const loaded = [{ areas, fileName: 'x.geojson' }];
    expect(findShareJoin(['A', 'B'], premises, loaded)).toEqual({ kind: 'column', name: 'oa' });
    expect(findShareJoin(['X', 'Y'], premises, loaded)).toMatchObject({
      kind: 'areas',
      fileName: 'x.geojson',
    });
    expect(findShareJoin(['Q'], premises, loaded)).toBeNull();
  });
});

test.each([
  ['gigabit', 'gigabit', null, null],
  ['5g-ee', '5g', 'ee', null],
  ['ee_5g', '5g', 'ee', null],
  ['5g-ee-very-high', '5g', 'ee', 'very-high'],
  ['5g-three-high', '5g', 'three', 'high'],
  ['full-fibre-acme', 'full-fibre', 'acme', null],
  ['fttp', 'full-fibre', null, null],
  ['sfbb', 'superfast', null, null],
  ['lorawan', 'lorawan', null, null],
])('the key %s names %s of %s, confidence %s', (key, technology, operator, confidence) => {
  expect(readKey(key)).toEqual({ technology, operator, confidence });
});
