import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { premisesFromTable } from '../../../src/domain/premises/premises-from-table.ts';
import { readRecord } from '../../../src/domain/project/dataset-record.ts';
import type { DatasetRecord } from '../../../src/domain/project/project.ts';
import { columnPairs } from '../../../src/domain/releases/column-pairs.ts';
import { compareReleases } from '../../../src/domain/releases/compare-releases.ts';
import type { Compared } from '../../../src/domain/releases/compared.ts';
import { OUTCOMES, type OutcomeCounts } from '../../../src/domain/releases/comparison.ts';
import type { ReleaseInput } from '../../../src/domain/releases/release-input.ts';
import { postcodeSectorOf, streetOf } from '../../../src/domain/releases/street-of.ts';
import { NO_GEOMETRY, type SourceTable } from '../../../src/domain/tables/source-table.ts';
import { textColumn } from '../../../src/domain/tables/text-column.ts';
import { suggestRoles } from '../../../src/formats/suggest-roles.ts';

type Rows = readonly (readonly string[])[];

describe('two releases of records', () => {
  const alike = ['201', '202', '203', '204'].map((id) => [id, 'false', 'Gigabit White', 'false']);
  const january = release('202601_bduk.csv', BDUK(), [
    ['100', 'true', 'Gigabit White', 'true'],
    ['101', 'true', 'Gigabit White', 'true'],
    ['102', 'false', 'Gigabit White', 'true'],
    ['103', '', 'Gigabit White', 'false'],
    ['104', 'false', 'Gigabit White', 'false'],
    ['106', 'true', 'Gigabit White', 'false'],
    ['999', 'true', 'Gigabit White', 'false'],
    ...alike,
  ]);
  const may = release('202605_bduk.csv', BDUK(), [
    ['000000000100', 'TRUE', 'Gigabit White', 'false'],
    ['101', 'false', 'Gigabit Under Review', 'true'],
    ['102', 'true', 'Gigabit White', 'true'],
    ['103', 'true', 'Gigabit White', 'false'],
    ['104', '', 'Gigabit White', 'false'],
    ['105', 'true', 'Gigabit White', 'false'],
    ['999', 'true', 'Gigabit White', 'false'],
    ['999', 'false', 'Gigabit White', 'false'],
    ...alike,
  ]);

  it('tells each key apart: gained, lost, not known then or now, appeared, disappeared, ambiguous', () => {
    const { comparison, changes } = run(january, may, 'current_gigabit');
    expect(counts(comparison.keys)).toEqual({
      gained: 1,
      lost: 1,
      'known-now': 1,
      'unknown-now': 1,
      appeared: 1,
      disappeared: 1,
      same: 5,
      ambiguous: 1,
    });
    expect(comparison.before.date).toBe('2026-01');
    expect(comparison.words.lost).toBe('lost gigabit');
    expect(changes.map(({ key, outcome }) => `${key} ${outcome}`)).toEqual([
      '101 lost',
      '102 gained',
      '103 known-now',
      '104 unknown-now',
      '105 appeared',
      '106 disappeared',
    ]);
  });

  it('calls a flag of contracts that is gone descoped, and a class that is another changed', () => {
    expect(run(january, may, 'bduk_gis').comparison.words.lost).toBe('were descoped');
    expect(run(january, may, 'bduk_gis').comparison.totals.lost).toBe(1);
    const classes = run(january, may, 'subsidy_control_status').comparison;
    expect([classes.totals.changed, classes.words.changed]).toEqual([1, 'changed subsidy class']);
  });

  it('joins to premises for wards, streets and marks, in units; keys without one are counted apart', () => {
    const { comparison } = run(january, may, 'current_gigabit', PREMISES);
    expect(comparison.unit).toBe('premises');
    const ash = comparison.wards.find(({ name }) => name === 'Ash');
    expect([ash?.counts.lost, ash?.counts.gained]).toEqual([1, 1]);
    expect(comparison.wards.find(({ name }) => name === 'No place known')?.counts.disappeared).toBe(1);
    expect(comparison.streetBasis).toBe('street');
    expect(comparison.streets.find(({ name }) => name === 'High Street')?.counts.lost).toBe(1);
    expect(comparison.unplaced).toBe(7);
    expect(comparison.marks.map(({ key }) => key)).toEqual(['101', '102', '103', '104', '105']);
    for (const outcome of OUTCOMES) {
      const inWards = comparison.wards.reduce((sum, { counts: of }) => sum + of[outcome], 0);
      const onStreets = comparison.streets.reduce((sum, { counts: of }) => sum + of[outcome], 0);
      expect([outcome, inWards, onStreets]).toEqual([
        outcome,
        comparison.totals[outcome],
        comparison.totals[outcome],
      ]);
    }
  });
});

describe('two releases of shares', () => {
  const header = ['oa21cd', 'Gigabit availability (% premises)'];
  const then = release('cn2024.csv', header, [
    ['E00000001', '93.9'],
    ['E00000002', '50.0'],
    ['E00000003', '50.0'],
    ['E00000004', '-1'],
  ]);
  const now = release('cn2025.csv', header, [
    ['E00000001', '94.0'],
    ['E00000002', '60.0'],
    ['E00000003', '45.5'],
    ['E00000004', '10.0'],
  ]);

  it('a difference within both roundings is no change that can be told', () => {
    const { comparison } = run(then, now);
    expect(comparison.cannotTellPoints).toBeCloseTo(0.1, 12);
    expect(counts(comparison.keys)).toEqual({ same: 1, gained: 1, lost: 1, 'known-now': 1 });
  });

  it('counts the premises of an area where they lie, and the expected change with them', () => {
    const { comparison } = run(then, now, undefined, PREMISES);
    expect(comparison.unit).toBe('premises');
    expect([comparison.totals.gained, comparison.totals.lost, comparison.totals.same]).toEqual([2, 1, 2]);
    expect(comparison.expected).toBeCloseTo(2 * 0.1 - 0.045, 12);
  });

  it('columns that were renamed are met by what they are of', () => {
    const renamed = release('cn2023.csv', ['oa21cd', 'Gigabit availability'], [['E00000001', '10.0']]);
    expect(columnPairs(renamed.dataset, now.dataset).map(({ before, after }) => [before, after])).toEqual([
      ['Gigabit availability', 'Gigabit availability (% premises)'],
    ]);
  });
});

describe('any two releases', () => {
  const cell = fc.constantFrom('true', 'false', '', 'yes', '0', 'unknown');
  const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 100, max: 140 }), cell, cell), {
    selector: ([id]) => id,
    minLength: 1,
    maxLength: 30,
  });
  const of = (name: string, some: readonly (readonly [number, string, string])[]) =>
    release(
      name,
      ['UPRN', 'current_gigabit', 'future_gigabit'],
      [['1', 'true', 'true'], ...some.map(([id, one, two]) => [String(id), one, two])],
    );

  it('against itself nothing changed; turned round, gained is lost; every key is in one outcome', () => {
    fc.assert(
      fc.property(rows, rows, (some, others) => {
        const [a, b] = [of('2026-01.csv', some), of('2026-05.csv', others)];
        const own = run(a, a, 'current_gigabit', PREMISES);
        expect(own.changes).toEqual([]);
        const there = run(a, b, 'current_gigabit', PREMISES).comparison;
        const back = run(b, a, 'current_gigabit', PREMISES).comparison;
        const turned = { ...back.totals };
        for (const [one, other] of [
          ['gained', 'lost'],
          ['appeared', 'disappeared'],
          ['known-now', 'unknown-now'],
        ] as const) {
          [turned[one], turned[other]] = [back.totals[other], back.totals[one]];
        }
        expect(there.totals).toEqual(turned);
        const union = new Set([1, ...some.map(([id]) => id), ...others.map(([id]) => id)]);
        expect(OUTCOMES.reduce((sum, outcome) => sum + there.keys[outcome], 0)).toBe(union.size);
        const inWards = there.wards.flatMap((ward) => OUTCOMES.map((outcome) => ward.counts[outcome]));
        expect(inWards.reduce((sum, one) => sum + one, 0)).toBe(union.size);
      }),
      { numRuns: 60 },
    );
  });
});

it('footprints are compared at the premises', () => {
  const dataset = release('gigabit-2026.csv', ['a'], [['1']]).dataset;
  const table = tableOf('x', ['a'], [['1']]);
  const [found] = [
    drain(
      compareReleases({
        ...inputOf(PREMISES),
        kind: 'coverage',
        before: { dataset, table, answers: Int8Array.from([0, 1, 1, -1, 0]) },
        after: { dataset, table, answers: Int8Array.from([1, 1, 0, 1, 0]) },
        technology: 'gigabit',
      }),
    ),
  ];
  expect(counts(found.comparison.totals)).toEqual({ gained: 1, lost: 1, same: 2, 'known-now': 1 });
  expect(found.comparison.words.lost).toBe('lost gigabit');
});

it('streets and sectors are read from addresses and postcodes', () => {
  expect(
    ['Flat 2, 12A High Street, Ware', '7-9 Mill Lane', 'The Old Barn', '12, Bond St', ''].map(streetOf),
  ).toEqual(['High Street', 'Mill Lane', 'The Old Barn', 'Bond St', '']);
  expect(['sw1a2aa', 'M1 1AE', 'nowhere'].map(postcodeSectorOf)).toEqual(['SW1A 2', 'M1 1', '']);
});

function BDUK(): string[] {
  return ['uprn', 'current_gigabit', 'subsidy_control_status', 'bduk_gis'];
}

const PREMISES = ((): ReleaseInput['placed'] => {
  const table = tableOf(
    'premises.csv',
    ['uprn', 'lon', 'lat', 'address', 'oa'],
    [
      ['101', '-2.30', '53.40', '1 High Street', 'E00000001'],
      ['102', '-2.31', '53.40', '2 High Street', 'E00000001'],
      ['103', '-2.32', '53.40', '3 Mill Lane', 'E00000002'],
      ['104', '-2.33', '53.40', '4 Mill Lane', 'E00000002'],
      ['105', '-2.34', '53.40', '', 'E00000003'],
    ],
  );
  const roles = { id: 'uprn', lon: 'lon', lat: 'lat', address: 'address' };
  const { premises } = premisesFromTable(table, roles, 'premises');
  // 101 and 102 lie in Ash, 105 outside.
  const wardOf = Int32Array.from(premises.sourceRow, (row) => (row < 2 ? 0 : row < 4 ? 1 : -1));
  return { premises, wardOf };
})();

function inputOf(placed: ReleaseInput['placed']): Omit<ReleaseInput, 'kind' | 'before' | 'after'> {
  return {
    placed,
    wards: { codes: ['E05000001', 'E05000002'], names: ['Ash', 'Birch'] },
    loadedAreas: [],
    streets: { address: placed ? 'address' : null, postcode: null },
  };
}

function run(
  before: { dataset: DatasetRecord; table: SourceTable },
  after: { dataset: DatasetRecord; table: SourceTable },
  column?: string,
  placed: ReleaseInput['placed'] = null,
): Compared {
  const kind = after.dataset.role === 'shares' ? 'shares' : 'records';
  return drain(compareReleases({ ...inputOf(placed), kind, before, after, column }));
}

function drain<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}

function release(fileName: string, header: readonly string[], rows: Rows) {
  const table = tableOf(fileName, header, rows);
  const content = {
    contentId: fileName,
    rows: rows.length,
    format: 'csv',
    columnNames: [...header],
    suggestion: suggestRoles(table),
    areaName: null,
  };
  const report = {
    fileName,
    bytes: 1,
    rowsRead: 1,
    rowsUsed: 1,
    rowsRepaired: 0,
    rowsLeftOut: 0,
    issues: [],
  };
  return { table, dataset: readRecord(content, report).dataset };
}

function tableOf(fileName: string, header: readonly string[], rows: Rows): SourceTable {
  const columns = header.map((name, i) =>
    textColumn(
      name,
      rows.map((row) => row[i]),
    ),
  );
  return { fileName, format: 'csv', rows: rows.length, columns, geometry: NO_GEOMETRY, headerAssumed: false };
}

function counts(all: OutcomeCounts): Partial<OutcomeCounts> {
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}
