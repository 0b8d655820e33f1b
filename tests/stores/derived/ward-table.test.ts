import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wardsByNotSpots, wardTable } from '../../../src/stores/derived/ward-table.ts';
import { codeOfWard, countedProject, THREE_WARDS } from '../../builders/counted-project.ts';
import { sharesOf } from '../../builders/layers.ts';

const byNotSpots = { column: 'not-spots', descending: true };

describe('the ward table', () => {
  const { project, analysis } = countedProject(THREE_WARDS);

  it('sorts wards and keeps outside and total at the foot', () => {
    const table = wardTable(analysis, project.layers, byNotSpots, false);
    expect(table.lines.map((line) => line.name)).toEqual(['Birch', 'Cedar', 'Ash']);
    expect(table.foot.map((line) => line.name)).toEqual(['Outside every ward', 'Total']);
    expect(table.foot.map((line) => table.cell(line, 'not-spots').text)).toEqual(['1', '5']);
  });

  it('sums to its total in every counted column, outside included', () => {
    const table = wardTable(analysis, project.layers, byNotSpots, true);
    const counted = table.columns.filter((column) => column.numeric && column.key !== 'share');
    expect(counted.length).toBeGreaterThan(4);
    for (const { key } of counted) {
      const value = (line: (typeof table.lines)[number]): number =>
        Number(table.cell(line, key).text.replaceAll(',', ''));
      const [outside, total] = table.foot;
      expect(
        table.lines.reduce((sum, line) => sum + value(line), value(outside)),
        key,
      ).toBe(value(total));
    }
  });

  it('gives a technology of several operators one column, and each layer its own on request', () => {
    const keys = (every: boolean): string[] =>
      wardTable(analysis, project.layers, byNotSpots, every).columns.map((column) => column.key);
    expect(keys(false).slice(5)).toEqual(['gigabit', '5g']);
    expect(keys(true).slice(5)).toEqual(['gigabit', '5g-plover', '5g-dunlin']);
  });

  it('never shows a share without its ward having units', () => {
    const empty = countedProject({ ...THREE_WARDS, wards: ['Ash', 'Birch', 'Cedar', 'Dell'] });
    const table = wardTable(empty.analysis, empty.project.layers, byNotSpots, false);
    const dell = table.lines.find((line) => line.name === 'Dell');
    expect(dell && table.cell(dell, 'share')).toEqual({ text: '–', band: null, share: null });
  });

  it('ranks no wards where the shares are coarser than them', () => {
    const coarse = countedProject({
      wards: ['Ash', 'Birch'],
      wardOf: [0, 1, 1],
      layers: [{ layer: { key: 'gigabit', shape: 'shares' }, answers: sharesOf([0, 0, 0], [50]) }],
      recipe: 'no gigabit',
    });
    expect(coarse.analysis.ranksWards).toBe(false);
    const table = wardTable(coarse.analysis, coarse.project.layers, byNotSpots, false);
    expect(table.sort).toEqual({ column: 'name', descending: false });
    expect(table.columns.filter((column) => !column.sortable).map((column) => column.key)).toEqual([
      'not-spots',
      'share',
    ]);
    expect(wardsByNotSpots(coarse.analysis).map((line) => line.name)).toEqual(['Ash', 'Birch']);
    expect(table.cell(table.lines[1], 'not-spots')).toMatchObject({ text: '1', band: '0–2' });
  });

  it('any sort is a permutation of the wards, ascending is descending turned round but for ties', () => {
    const wards = fc.array(
      fc.record({ rows: fc.integer({ min: 0, max: 4 }), name: fc.string({ maxLength: 4 }) }),
      { minLength: 1, maxLength: 9 },
    );
    fc.assert(
      fc.property(
        wards,
        fc.constantFrom('name', 'units', 'not-spots', 'share', 'not-known', 'gigabit'),
        (seed, column) => {
          const wardOf = seed.flatMap((ward, i) => Array.from({ length: ward.rows }, () => i));
          const answers = wardOf.map((_, i) => (['yes', 'no', 'unknown'] as const)[i % 3]);
          const made = countedProject({
            wards: seed.map((ward) => ward.name),
            wardOf,
            layers: [{ layer: { key: 'gigabit' }, answers }],
            recipe: 'no gigabit',
          });
          const order = (descending: boolean) =>
            wardTable(made.analysis, made.project.layers, { column, descending }, false).lines;
          const codes = seed.map((_, i) => codeOfWard(i));
          for (const lines of [order(false), order(true)])
            expect(lines.map((line) => line.code).sort()).toEqual(codes);
          if (column === 'units') {
            const up = order(false).map((line) => line.units);
            expect(up).toEqual([...up].sort((a, b) => a - b));
            expect(order(true).map((line) => line.units)).toEqual(up.reverse());
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
