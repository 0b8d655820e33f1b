import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { polygonHolds } from '../../../src/domain/geo/point-in-polygon.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { Workbench } from '../../../src/domain/project/workbench.ts';
import { ProjectQuality } from '../../../src/domain/quality/project-quality.ts';
import { MOST_PLACES, type QualityReport } from '../../../src/domain/quality/quality-note.ts';
import { NO_GEOMETRY, type SourceTable } from '../../../src/domain/tables/source-table.ts';
import { textColumn } from '../../../src/domain/tables/text-column.ts';
import { layerOf } from '../../builders/layers.ts';
import { polygonsOf, rectangle } from '../../builders/polygons.ts';
import { datasetOf, projectOf } from '../../builders/project.ts';

type Ring = readonly (readonly [number, number])[];
interface Row {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly use?: string;
}

/** Wards of 0.01° by 0.01°, in a row from −1° eastwards at 52°. */
const WEST = -1;
const SOUTH = 52;
const SIDE = 0.01;
const wardRing = (i: number, eastBy = 0): Ring =>
  rectangle(WEST + i * SIDE, SOUTH, WEST + (i + 1) * SIDE + eastBy, SOUTH + SIDE);

function premisesTable(rows: readonly Row[]): SourceTable {
  return {
    fileName: 'premises.csv',
    format: 'csv',
    rows: rows.length,
    columns: [
      textColumn(
        'uprn',
        rows.map((row) => row.id),
      ),
      textColumn(
        'lon',
        rows.map((row) => String(row.lon)),
      ),
      textColumn(
        'lat',
        rows.map((row) => String(row.lat)),
      ),
      textColumn(
        'use',
        rows.map((row) => row.use ?? 'home'),
      ),
    ],
    geometry: NO_GEOMETRY,
    headerAssumed: false,
  };
}

function shapesTable(fileName: string, rings: readonly Ring[]): SourceTable {
  const polygons = polygonsOf(...rings.map((ring) => [ring]));
  return {
    fileName,
    format: 'geojson',
    rows: rings.length,
    columns: [
      textColumn(
        'code',
        rings.map((_, i) => `E0${i}`),
      ),
    ],
    geometry: { ...NO_GEOMETRY, polygons: { ...polygons, row: Uint32Array.from(rings, (_, i) => i) } },
    headerAssumed: false,
  };
}

function qualityOf(rows: readonly Row[], wards: readonly Ring[], coverage?: readonly Ring[]): QualityReport {
  const workbench = new Workbench();
  workbench.put('premises', premisesTable(rows));
  workbench.put('wards', shapesTable('wards.geojson', wards));
  if (coverage) workbench.put('coverage', shapesTable('coverage.geojson', coverage));
  const roles = { id: 'uprn', lon: 'lon', lat: 'lat', use: 'use' };
  const project: Project = projectOf({
    datasets: [
      datasetOf({ role: 'premises', format: 'csv', roles, unit: 'premises', rows: rows.length }),
      datasetOf({ role: 'wards', roles: { code: 'code' } }),
      ...(coverage ? [datasetOf({ role: 'coverage' })] : []),
    ],
    layers: coverage ? [layerOf({ key: 'gigabit', name: 'Gigabit', contentId: 'coverage' })] : [],
  });
  const steps = new ProjectQuality(workbench).find(project);
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}

/** Rows at different points well inside the wards, no two alike. */
const cleanRows = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 5, max: 60 }))
  .map(([wards, count]) => ({
    wards: Array.from({ length: wards }, (_, i) => wardRing(i)),
    rows: Array.from({ length: count }, (_, i): Row => {
      const along = (i * 0.618034) % 1;
      return {
        id: `1000${i}`,
        lon: WEST + (i % wards) * SIDE + SIDE * (0.2 + 0.6 * along),
        lat: SOUTH + SIDE * (0.2 + 0.6 * (i / count)),
      };
    }),
  }));

const noteOf = (report: QualityReport, kind: string) => report.notes.find((note) => note.kind === kind);

describe('what to know about the data', () => {
  it('finds nothing in clean data, and says what it looked for', () => {
    fc.assert(
      fc.property(cleanRows, ({ wards, rows }) => {
        const report = qualityOf(rows, wards);
        expect(report.notes).toEqual([]);
        expect(report.checked).toContain('repeated ids');
        expect(report.checked).not.toContain('rounding of shares');
      }),
      { numRuns: 25 },
    );
  });

  it('counts ids that stand twice, at the same point and at another', () => {
    fc.assert(
      fc.property(cleanRows, fc.nat(5), fc.nat(5), ({ wards, rows }, here, there) => {
        const planted = [
          ...rows,
          ...rows.slice(0, here),
          ...rows
            .slice(0, there)
            .map((row, i) => ({ ...row, lon: row.lon + 0.0001 + i * 1e-6, lat: row.lat + 0.0001 })),
        ];
        const report = qualityOf(planted, wards);
        expect(noteOf(report, 'repeated-id')?.count ?? 0).toBe(Math.min(here, rows.length));
        const moved = noteOf(report, 'id-at-two-places');
        expect(moved?.count ?? 0).toBe(Math.min(there, rows.length));
        if (moved) {
          expect(moved.effect).toContain('counted twice');
          expect(moved.places).toHaveLength(2 * moved.count);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('counts stacked rows and points, the largest stack first', () => {
    fc.assert(
      fc.property(
        cleanRows,
        fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 1, maxLength: 4 }),
        ({ wards, rows }, sizes) => {
          const stacks = sizes.flatMap((size, s) =>
            Array.from(
              { length: size },
              (_, i): Row => ({
                id: `stack ${s} ${i}`,
                lon: WEST + SIDE * 0.05 + s * 1e-5,
                lat: SOUTH + SIDE * 0.05,
              }),
            ),
          );
          const note = noteOf(qualityOf([...rows, ...stacks], wards), 'stacked');
          expect(note?.count).toBe(stacks.length);
          expect(note?.effect).toContain(`${stacks.length} premises at ${sizes.length} point`);
          expect(note?.places[0].label).toBe(`${Math.max(...sizes)} rows at one point`);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('finds the gap and the overlap of borders that do not fit, and the rows in them', () => {
    fc.assert(
      fc.property(
        cleanRows,
        fc.double({ min: 1e-5, max: 4e-4, noNaN: true }),
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
        ({ wards, rows }, by, isGap, count) => {
          const border = WEST + SIDE;
          // The eastern border of the first ward has a dent or a bulge that its neighbour does not follow.
          const dented: Ring = [
            [WEST, SOUTH],
            [border, SOUTH],
            [border, SOUTH + 0.2 * SIDE],
            [border + (isGap ? -by : by), SOUTH + 0.25 * SIDE],
            [border + (isGap ? -by : by), SOUTH + 0.85 * SIDE],
            [border, SOUTH + 0.9 * SIDE],
            [border, SOUTH + SIDE],
            [WEST, SOUTH + SIDE],
            [WEST, SOUTH],
          ];
          const moved = [dented, ...wards.slice(1)];
          const inside = Array.from(
            { length: count },
            (_, i): Row => ({
              id: `between ${i}`,
              lon: border + (isGap ? -by / 2 : by / 2),
              lat: SOUTH + SIDE * (0.3 + i / 10),
            }),
          );
          const report = qualityOf([...rows, ...inside], moved);
          const slivers = noteOf(report, 'ward-slivers');
          expect(slivers?.text).toContain(isGap ? '1 gap (' : '1 overlap (');
          const at = slivers?.places[0];
          expect(Math.abs((at?.lon ?? 0) - inside[0].lon)).toBeLessThan(by / 2 + 1e-9);
          expect(noteOf(report, isGap ? 'between-wards' : 'in-two-wards')?.count).toBe(count);
          expect(noteOf(report, isGap ? 'in-two-wards' : 'between-wards')).toBeUndefined();
        },
      ),
      { numRuns: 25 },
    );
  });

  it('finds gaps and overlaps of borders that cross without a common point', () => {
    const zigzag = (shift: number): [number, number][] =>
      Array.from({ length: 11 }, (_, i) => [
        WEST + SIDE + (i % 2 === 0 ? shift : -shift) * 1e-4,
        SOUTH + (SIDE * i) / 10,
      ]);
    const left: Ring = [[WEST, SOUTH], ...zigzag(1), [WEST, SOUTH + SIDE], [WEST, SOUTH]];
    const right: Ring = [
      [WEST + 2 * SIDE, SOUTH],
      [WEST + 2 * SIDE, SOUTH + SIDE],
      ...zigzag(-1).reverse(),
      [WEST + 2 * SIDE, SOUTH],
    ];
    // The lines cross in each of ten stretches: nine closed cells between, and the two ends open to the outside.
    const note = noteOf(
      qualityOf([{ id: '1', lon: WEST + 0.001, lat: 52.005 }], [left, right]),
      'ward-slivers',
    );
    expect(note?.text).toMatch(/gaps? \(/);
    expect(note?.text).toMatch(/overlaps? \(/);
    const polygons = polygonsOf([left], [right]);
    for (const { lon, lat, label } of note?.places ?? []) {
      const holders = [0, 1].filter((polygon) => polygonHolds(polygons, polygon, lon, lat)).length;
      expect(holders, label).toBe(label.startsWith('gap') ? 0 : 2);
    }
  });

  it('agrees with a walk along every edge on rows in two wards and in none', () => {
    const ring = fc
      .record({
        x: fc.nat(20),
        y: fc.nat(20),
        width: fc.integer({ min: 1, max: 12 }),
        height: fc.integer({ min: 1, max: 12 }),
      })
      .map(({ x, y, width, height }) =>
        rectangle(
          WEST + x * 0.001,
          SOUTH + y * 0.001,
          WEST + (x + width) * 0.001,
          SOUTH + (y + height) * 0.001,
        ),
      );
    const point = fc.record({ x: fc.nat(40), y: fc.nat(40) });
    fc.assert(
      fc.property(
        fc.array(ring, { minLength: 2, maxLength: 5 }),
        fc.uniqueArray(point, { minLength: 1, maxLength: 40, selector: ({ x, y }) => `${x} ${y}` }),
        (wards, points) => {
          const rows = points.map(
            ({ x, y }, i): Row => ({
              id: String(i),
              lon: WEST + x * 0.0009,
              lat: SOUTH + y * 0.0009,
            }),
          );
          const polygons = polygonsOf(...wards.map((one) => [one]));
          const holders = rows.map(
            ({ lon, lat }) => wards.filter((_, i) => polygonHolds(polygons, i, lon, lat)).length,
          );
          const report = qualityOf(rows, wards);
          const count = (kind: string): number => noteOf(report, kind)?.count ?? 0;
          expect(count('in-two-wards')).toBe(holders.filter((number) => number > 1).length);
          expect(count('between-wards') + count('outside-wards')).toBe(
            holders.filter((number) => number === 0).length,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds coverage cut along a straight side, and counts the rows beyond', () => {
    const cutAt = WEST + 1.5 * SIDE;
    const wards = [wardRing(0), wardRing(1)];
    const cut: Ring = [
      [WEST + 0.001, SOUTH + 0.001],
      [cutAt, SOUTH + 0.002],
      [cutAt, SOUTH + 0.008],
      [WEST + 0.004, SOUTH + 0.0085],
      [WEST + 0.001, SOUTH + 0.001],
    ];
    const rounded = cut.map(([lon, lat], i): [number, number] => (i === 1 ? [lon - 0.001, lat] : [lon, lat]));
    const rows = Array.from(
      { length: 30 },
      (_, i): Row => ({
        id: String(i),
        lon: WEST + 2 * SIDE * ((i + 0.5) / 30),
        lat: SOUTH + 0.005 + i * 1e-5,
      }),
    );
    const note = noteOf(qualityOf(rows, wards, [cut]), 'coverage-cut');
    expect(note?.count).toBe(rows.filter((row) => row.lon > cutAt).length);
    expect(note?.text).toContain('cut at its eastern edge');
    expect(note?.effect).toContain('count as not covered');
    expect(noteOf(qualityOf(rows, wards, [rounded]), 'coverage-cut')).toBeUndefined();
  });

  it('looks at each operator of one file by its own shapes', () => {
    const cutAt = WEST + SIDE;
    const table = shapesTable('coverage.geojson', [
      rectangle(WEST, SOUTH, cutAt, SOUTH + SIDE),
      rectangle(WEST, SOUTH, WEST + 2 * SIDE, SOUTH + SIDE),
    ]);
    const workbench = new Workbench();
    const rows = [{ id: '1', lon: WEST + 1.5 * SIDE, lat: SOUTH + SIDE / 2 }];
    workbench.put('premises', premisesTable(rows));
    workbench.put('wards', shapesTable('wards.geojson', [wardRing(0), wardRing(1)]));
    workbench.put('coverage', table);
    const layers = ['E00', 'E01'].map((code) =>
      layerOf({
        key: code,
        name: code,
        contentId: 'coverage',
        where: [{ column: 'code', values: [code] }],
      }),
    );
    const roles = { id: 'uprn', lon: 'lon', lat: 'lat' };
    const project = projectOf({
      datasets: [
        datasetOf({ role: 'premises', format: 'csv', roles, unit: 'premises' }),
        datasetOf({ role: 'wards', roles: { code: 'code' } }),
        datasetOf({ role: 'coverage' }),
      ],
      layers,
    });
    const steps = new ProjectQuality(workbench).find(project);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const cuts = step.value.notes.filter(({ kind }) => kind === 'coverage-cut');
    expect(cuts.map(({ text }) => text.slice(0, 3))).toEqual(['E00']);
  });

  it('counts rows far away, rows without a place, and blank uses; it keeps some places and counts all', () => {
    const wards = [wardRing(0), wardRing(1)];
    const away = Array.from(
      { length: 210 },
      (_, i): Row => ({
        id: `away ${i}`,
        lon: 10 + i * 1e-5,
        lat: 45,
        use: '',
      }),
    );
    const good = Array.from(
      { length: 500 },
      (_, i): Row => ({
        id: `good ${i}`,
        lon: WEST + 0.001 + i * 1e-6,
        lat: SOUTH + 0.001,
      }),
    );
    const report = qualityOf([...good, ...away, { id: 'zero', lon: 0, lat: 0 }], wards);
    expect(noteOf(report, 'far-away')).toMatchObject({ count: 210, of: 710 });
    expect(noteOf(report, 'far-away')?.places).toHaveLength(MOST_PLACES);
    expect(noteOf(report, 'no-place')).toMatchObject({ count: 1 });
    expect(noteOf(report, 'use-blank')).toMatchObject({ count: 210 });
    expect(noteOf(report, 'outside-wards')?.text).toContain('210 of 710 rows');
  });
});
