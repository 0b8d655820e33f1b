import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctCells, firstRowsOfCells } from '../../../src/domain/tables/repeated-cells.ts';
import {
  cellCount,
  cellText,
  TextColumnBuilder,
  takeCells,
  textColumn,
} from '../../../src/domain/tables/text-column.ts';

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.constantFrom('', 'a', 'b', 'é'));

test('cells come back as they went in', () => {
  fc.assert(
    fc.property(fc.array(text), (cells) => {
      const wanted = cells.map((cell) => cell);
      const column = textColumn('x', cells);
      expect(wanted.map((_, row) => cellText(column, row))).toEqual(wanted);
    }),
  );
});

test('taking cells brings them into the order asked for', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), fc.array(fc.nat()), (cells, picks) => {
      const rows = Uint32Array.from(picks, (pick) => pick % cells.length);
      const taken = takeCells(textColumn('x', cells), rows);
      expect(Array.from(rows, (_, i) => cellText(taken, i))).toEqual(Array.from(rows, (row) => cells[row]));
    }),
  );
});

test('filling appends blanks up to a length', () => {
  const builder = new TextColumnBuilder('x');
  builder.push('a');
  builder.fillTo(1000);
  builder.fillTo(3);
  builder.push('z');
  const column = builder.finish();
  expect(cellCount(column)).toBe(1001);
  expect([cellText(column, 0), cellText(column, 999), cellText(column, 1000)]).toEqual(['a', '', 'z']);
});

test('a column of a million cells holds what was pushed, and its builder begins anew', () => {
  const builder = new TextColumnBuilder('x');
  for (let i = 0; i < 1_100_000; i++) builder.push(String(i));
  const column = builder.finish();
  expect(cellCount(column)).toBe(1_100_000);
  expect(column.bytes).toHaveLength(column.offsets[1_100_000]);
  expect([0, 999_999, 1_099_999].map((row) => cellText(column, row))).toEqual(['0', '999999', '1099999']);
  builder.push('again');
  expect([builder.length, cellText(builder.finish(), 0), cellText(column, 7)]).toEqual([1, 'again', '7']);
});

test('repeats are found as a map of strings finds them', () => {
  fc.assert(
    fc.property(fc.array(text), (cells) => {
      const wanted = cells.map((cell) => cells.indexOf(cell));
      const column = textColumn('x', cells);
      expect([...firstRowsOfCells(column)]).toEqual(wanted);
      expect(distinctCells(column)).toBe(new Set(wanted).size);
    }),
  );
});
