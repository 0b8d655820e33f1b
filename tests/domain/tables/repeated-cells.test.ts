import { expect, it } from 'vitest';
import { firstRowsInSteps, firstRowsOfCells } from '../../../src/domain/tables/repeated-cells.ts';
import { textColumn } from '../../../src/domain/tables/text-column.ts';

it('finds each row’s first alike in steps that let others in between', () => {
  const cells = Array.from({ length: 40_000 }, (_, row) => `id ${row % 30_000}`);
  const steps = firstRowsInSteps(textColumn('id', cells));
  const fractions: number[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) fractions.push(step.value);
  expect(fractions.length).toBeGreaterThan(1);
  expect([...fractions].sort((a, b) => a - b)).toEqual(fractions);
  expect(step.value).toEqual(Uint32Array.from(cells, (_, row) => row % 30_000));
  expect(firstRowsOfCells(textColumn('id', cells))).toEqual(step.value);
});
