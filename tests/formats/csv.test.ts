import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import type { SourceTable } from '../../src/domain/tables/source-table.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { writeCsv } from '../../src/formats/csv.ts';
import { memoryFile, quietly, readOne, streamedFile } from './input-file.ts';

function cellsOf(table: SourceTable): string[][] {
  return Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellText(column, row)));
}

async function read(text: string | Uint8Array, chunkBytes?: number) {
  const { table, report } = await readOne(memoryFile('own.csv', text, chunkBytes), quietly());
  return { names: table.columns.map(({ name }) => name), cells: cellsOf(table), report, table };
}

/** What a file leads to: its cells and report, or the report of its refusal. */
async function outcome(text: string, chunkBytes?: number) {
  try {
    const { cells, report } = await read(text, chunkBytes);
    return { cells, report };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { report: error.report };
  }
}

describe('readCsv', () => {
  test.each([
    ['comma', 'a,b\n1,2\n3,4\n'],
    ['tab', 'a\tb\n1\t2\n3\t4\n'],
    ['semicolon', 'a;b\n1;2\n3;4\n'],
    ['pipe', 'a|b\n1|2\n3|4\n'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['CR', 'a,b\r1,2\r3,4\r'],
    ['no last newline', 'a,b\n1,2\n3,4'],
    ['byte-order mark', '\uFEFFa,b\n1,2\n3,4\n'],
    ['CRLF after the header, LF after the rows', 'a,b\r\n1,2\n3,4\n'],
    ['LF after the header, CRLF after the rows', 'a,b\n1,2\r\n3,4\r\n'],
    ['spaces behind a closing quote', '"a" ,"b"\r\n"1" ,"2" \r\n3,4'],
    ['blank lines', '\na,b\n\n1,2\n   \n3,4\n\n'],
  ])('%s', async (_what, text) => {
    const { names, cells, report } = await read(text);
    expect(names).toEqual(['a', 'b']);
    expect(cells).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(report).toMatchObject({ rowsRead: 2, rowsUsed: 2, rowsLeftOut: 0, issues: [] });
  });

  test('quotes, doubled quotes, line breaks and delimiters within cells', async () => {
    const { cells } = await read('a,b\n"x, ""y""","1\r\n2"\n"",z\n');
    expect(cells).toEqual([
      ['x, "y"', '1\r\n2'],
      ['', 'z'],
    ]);
  });

  test('rows with too few cells are filled, with too many left out, and both are named', async () => {
    const { cells, report } = await read('a,b,c\n1,2\n1,2,3,4\n5,6,7,\n8,9,10\n');
    expect(cells).toEqual([
      ['1', '2', ''],
      ['5', '6', '7'],
      ['8', '9', '10'],
    ]);
    expect(report).toMatchObject({ rowsRead: 4, rowsUsed: 3, rowsRepaired: 2, rowsLeftOut: 1 });
    expect(
      report.issues.map(({ code, outcome, count, examples }) => ({ code, outcome, count, examples })),
    ).toEqual([
      {
        code: 'CSV_RAGGED',
        outcome: 'repaired',
        count: 2,
        examples: ['row 2: 2 cells, not 3', 'row 4: 4 cells, not 3'],
      },
      { code: 'CSV_RAGGED', outcome: 'left-out', count: 1, examples: ['row 3: 4 cells, not 3'] },
    ]);
  });

  test('a quote that never closes refuses the file and says where', async () => {
    const refused = await read('a,b\n1,2\n"3,4\n5,6\n').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FileRefused);
    expect((refused as FileRefused).report.issues).toMatchObject([
      { code: 'CSV_QUOTES', outcome: 'refused', examples: ['row 3'] },
    ]);
  });

  test('a quote within a quoted cell that is not doubled is kept and counted', async () => {
    const { cells, report } = await read('a,b\n"The "Old" Mill",2\n6" pipe,4\n');
    expect(cells).toEqual([
      ['The "Old" Mill', '2'],
      ['6" pipe', '4'],
    ]);
    expect(report.issues).toMatchObject([
      { code: 'CSV_QUOTES', outcome: 'repaired', count: 2, examples: ['row 2'] },
    ]);
  });

  test('a stray quote that swallows rows refuses the file', async () => {
    const refused = await read('a,b\n"1"x,2\n3,4\n"5",6\n').catch((error: unknown) => error);
    expect((refused as FileRefused).report.issues).toMatchObject([
      { code: 'CSV_QUOTES', outcome: 'refused', examples: ['row 2'] },
    ]);
  });

  test('an open quote does not gather the whole file', async () => {
    let handedOut = 0;
    const line = new TextEncoder().encode('1,2\n'.repeat(100_000));
    const file = streamedFile(
      'endless.csv',
      15_000_000,
      () =>
        new ReadableStream<Uint8Array>({
          pull(controller) {
            controller.enqueue(handedOut === 0 ? new TextEncoder().encode('a,b\n"') : line);
            handedOut++;
          },
        }),
    );
    const refused = await readOne(file, quietly()).catch((error: unknown) => error);
    expect((refused as FileRefused).report.issues).toMatchObject([
      { code: 'CSV_QUOTES', outcome: 'refused', examples: ['row 2'] },
    ]);
    expect(handedOut).toBeLessThan(20);
  });

  test('a column of its own is not cut at the marks within it', async () => {
    expect((await read('list\na;b;c\nd;e;f\n')).cells).toEqual([['a;b;c'], ['d;e;f']]);
    expect((await read('list;price\nx;1,50 £\ny;2,50 £\n')).cells).toEqual([
      ['x', '1,50 £'],
      ['y', '2,50 £'],
    ]);
  });

  test('letters cut by a chunk are whole again', async () => {
    for (const chunk of [1, 2, 3, 5]) {
      const { cells, report } = await read('ward,sign\nYnys Môn,€😀\n', chunk);
      expect(cells).toEqual([['Ynys Môn', '€😀']]);
      expect(report.issues).toEqual([]);
    }
  });

  test('one cell of another encoding does not spoil the others', async () => {
    const text = new TextEncoder().encode('ward,price,né\nYnys Môn,5,à\nSiân,');
    const { cells, names, report } = await read(Uint8Array.from([...text, 0xa3, 0x36, 0x0a]), 7);
    expect(names).toEqual(['ward', 'price', 'né']);
    expect(cells).toEqual([
      ['Ynys Môn', '5', 'à'],
      ['Siân', '£6', ''],
    ]);
    expect(report).toMatchObject({ rowsUsed: 2, rowsRepaired: 1 });
    expect(report.issues).toMatchObject([
      { code: 'BAD_ENCODING', count: 1, examples: ['data row 2, column "price"'] },
      { code: 'CSV_RAGGED', count: 1 },
    ]);
  });

  test('Windows-1252 is read where the bytes are no UTF-8', async () => {
    const bytes = new Uint8Array(
      [...'name,price\ncaf'].map((letter) => letter.charCodeAt(0)).concat([0xe9, 0x2c, 0xa3, 0x35, 0x0a]),
    );
    const { cells, report } = await read(bytes);
    expect(cells).toEqual([['café', '£5']]);
    expect(report.issues).toMatchObject([{ code: 'BAD_ENCODING', outcome: 'repaired', count: 2 }]);
    expect(report.rowsRepaired).toBe(1);
  });

  test('UTF-16 from a spreadsheet is read', async () => {
    const text = '\uFEFFname\tplace\nSiân\tYnys Môn\n';
    const { cells } = await read(
      new Uint8Array(Uint16Array.from([...text], (letter) => letter.charCodeAt(0)).buffer),
      7,
    );
    expect(cells).toEqual([['Siân', 'Ynys Môn']]);
  });

  test('repeated, blank and hostile column names', async () => {
    const { names, cells, report } = await read('a,a,,__proto__,constructor\n1,2,3,4,5\n');
    expect(names).toEqual(['a', 'a (2)', 'column 3', '__proto__', 'constructor']);
    expect(cells).toEqual([['1', '2', '3', '4', '5']]);
    expect(report.issues).toMatchObject([{ code: 'DUPLICATE_COLUMN', count: 2 }]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  test('Code-Point Open is known without its header', async () => {
    const row = (postcode: string) =>
      `"${postcode}",10,412345,298765,"E92000001","E19000001","E18000002","","E08000999","E05099999"`;
    const { names, cells, report } = await read(`${row('ZZ1 1AA')}\r\n${row('ZZ1 1AB')}\r\n`);
    expect(names.slice(0, 4)).toEqual(['Postcode', 'Positional_quality_indicator', 'Eastings', 'Northings']);
    expect(cells.map((cells) => cells[0])).toEqual(['ZZ1 1AA', 'ZZ1 1AB']);
    expect(report.issues).toMatchObject([{ code: 'HEADER_ASSUMED', outcome: 'note' }]);
  });

  test('identifiers stay text', async () => {
    const { cells } = await read('uprn,code\n000123456789,1E05\n100023336956,007\n');
    expect(cells).toEqual([
      ['000123456789', '1E05'],
      ['100023336956', '007'],
    ]);
  });
});

const cell = fc.oneof(
  fc.stringMatching(/^[a-z0-9 ,;"'|\t.=+@-]{0,8}$/),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('"', '""', 'a\nb', 'a\r\nb', '\r', ' ', '=1+1', '-2.35', '@x', 'é'),
);
const grid = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

describe('properties', () => {
  test('writing then reading gives the same cells, but for the mark before a formula', async () => {
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const names = rows[0].map((_, i) => `c${i}`);
        const { cells, names: read_ } = await read(writeCsv(names, rows));
        expect(read_).toEqual(names);
        expect(cells).toEqual(rows.map((row) => row.map(asWritten)));
      }),
      { numRuns: 300, examples: [[[['|'], ['-|']]], [[['a;b'], ['c;d']]]] },
    );
  });

  test('the cuts between chunks change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(grid, fc.constantFrom('\n', '\r\n', '\r'), async (rows, newline) => {
        const text = writeCsv(
          rows[0].map((_, i) => `c${i}`),
          rows,
        ).replaceAll('\r\n', newline);
        const whole = await read(text);
        const { length } = new TextEncoder().encode(text);
        for (let chunk = 1; chunk <= Math.min(length, 12); chunk++) {
          const cut = await read(text, chunk);
          expect(cut.cells).toEqual(whole.cells);
          expect(cut.report).toEqual(whole.report);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the cuts between chunks change nothing in broken files either', async () => {
    const marks = fc.array(
      fc.constantFrom('"', '"', '""', ',', '\n', '\r\n', '\r', ' ', 'a', '","', '"\n"', '"\r\n'),
      { maxLength: 16 },
    );
    await fc.assert(
      fc.asyncProperty(marks, async (rest) => {
        const text = `a,b\n${rest.join('')}`.replaceAll('\n', rest.includes('\r\n') ? '\r\n' : '\n');
        const whole = await outcome(text);
        for (let chunk = 1; chunk <= Math.min(text.length, 8); chunk++)
          expect(await outcome(text, chunk)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  test('agrees with Papa Parse on well-formed files', async () => {
    await fc.assert(
      fc.asyncProperty(grid, fc.constantFrom(',', '\t', ';', '|'), async (rows, delimiter) => {
        const header = rows[0].map((_, i) => `c${i}`);
        fc.pre(header.length > 1);
        const text = Papa.unparse([header, ...rows], { delimiter, newline: '\n' });
        const oracle = Papa.parse<string[]>(text, { delimiter, newline: '\n' }).data.slice(1);
        // A quote in the middle of a bare cell and a bare CR mean different things to the two: neither is well-formed.
        fc.pre(!rows.flat().some((one) => /\r/.test(one)));
        const { table } = await readOne(memoryFile('own.csv', text), quietly());
        fc.pre(table.columns.length === header.length);
        expect(cellsOf(table)).toEqual(oracle);
      }),
      { numRuns: 200 },
    );
  });
});

describe('writeCsv', () => {
  test('a lone blank cell is a row, and no rows are no row', async () => {
    const text = writeCsv(['only'], [['a'], [null], [''], [' ']]);
    expect(text).toBe('only\r\na\r\n""\r\n""\r\n" "\r\n');
    expect((await read(text)).cells).toEqual([['a'], [''], [''], [' ']]);
    expect(writeCsv(['a', 'b'], [])).toBe('a,b\r\n');
  });

  test('formulas are defused in text, never in numbers', () => {
    const text = writeCsv(
      ['=name', 'lon'],
      [
        ['=1+1', -2.35],
        ['+44 20', '-2.35'],
        ['@cmd', null],
        ['-', Number.NaN],
        ['\tx', '+5'],
      ],
    );
    expect(text).toBe("'=name,lon\r\n'=1+1,-2.35\r\n'+44 20,-2.35\r\n'@cmd,\r\n'-,\r\n'\tx,+5\r\n");
  });
});

/** What a cell comes back as: text that starts like a formula and is no number carries a '. */
function asWritten(text: string): string {
  const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text));
  return /^[=+\-@\t\r\n]/.test(text) && !isNumber ? `'${text}` : text;
}
