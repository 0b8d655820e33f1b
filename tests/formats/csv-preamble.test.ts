import { describe, expect, test } from 'vitest';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';

async function read(text: string, name = 'table.csv') {
  const { table, report } = await readOne(memoryFile(name, text), quietly());
  return {
    names: table.columns.map((column) => column.name),
    cells: Array.from({ length: table.rows }, (_, row) =>
      table.columns.map((column) => cellText(column, row)),
    ),
    issues: report.issues,
  };
}

describe('what stands above the header row', () => {
  test("Excel's first line names the separator and is no row", async () => {
    for (const [line, mark] of [
      ['sep=;', ';'],
      ['"sep=|"', '|'],
      ['SEP=,', ','],
      ['sep=\t', '\t'],
    ]) {
      const { names, cells, issues } = await read(`${line}\r\na${mark}b\r\n1${mark}x y\r\n`);
      expect([names, cells, issues]).toEqual([['a', 'b'], [['1', 'x y']], []]);
    }
  });

  test('title lines and a blank one are left out and named', async () => {
    const { names, cells, issues } = await read(
      'Table 1: Premises, by ward\n"Source: Ofcom, 2025"\n\nward,premises,share\nAbbey,10,5\nBow,20,6\n',
    );
    expect(names).toEqual(['ward', 'premises', 'share']);
    expect(cells).toEqual([
      ['Abbey', '10', '5'],
      ['Bow', '20', '6'],
    ]);
    expect(issues).toMatchObject([
      {
        code: 'TITLE_LINES',
        outcome: 'note',
        count: 2,
        examples: ['Table 1: Premises, by ward', 'Source: Ofcom, 2025'],
      },
    ]);
  });

  test('titles as a spreadsheet writes them, padded with blank cells', async () => {
    const { names, cells, issues } = await read(
      'Premises by ward;;\r\n;;\r\nward;premises;share\r\nAbbey;10;5\r\nBow;20;6\r\n',
    );
    expect(names).toEqual(['ward', 'premises', 'share']);
    expect(cells.length).toBe(2);
    expect(issues).toMatchObject([{ code: 'TITLE_LINES', count: 1 }]);
  });

  test('below titles that hold no separator it is found by the table', async () => {
    const { names } = await read('Premises by ward\n\nward\tpremises\nAbbey\t10\nBow\t20\n');
    expect(names).toEqual(['ward', 'premises']);
  });

  test.each([
    ['a header of one name over rows of two', 'a\n1,2\n3,4\n', ['a']],
    ['blank lines above the header', '\n\na,b\n1,2\n', ['a', 'b']],
    ['a blank line below the header', 'a,b,c\n\n1,2,3\n4,5,6\n', ['a', 'b', 'c']],
    ['a header with blank names', 'a,,\n1,2,3\n4,5,6\n', ['a', 'column 2', 'column 3']],
    ['one column', 'some name\n\nfirst one\nsecond one\n', ['some name']],
  ])('%s is no title', async (_what, text, names) => {
    const { names: read1, issues } = await read(text);
    expect(read1).toEqual(names);
    expect(issues.map(({ code }) => code)).not.toContain('TITLE_LINES');
  });
});

describe('decimal commas', () => {
  test('in a table with semicolons a column of them is read with points, and noted', async () => {
    const { cells, issues } = await read(
      'ward;share;count;big;code;list\nAbbey;"53,4";7;1.234,5;1.5;1,2\nBow;-0,5;8;12;2,5;x\nCam;;9;1.234.567,0;3;3,4\n',
    );
    expect(cells).toEqual([
      ['Abbey', '53.4', '7', '1234.5', '1.5', '1,2'],
      ['Bow', '-0.5', '8', '12', '2,5', 'x'],
      ['Cam', '', '9', '1234567.0', '3', '3,4'],
    ]);
    expect(issues).toMatchObject([
      { code: 'DECIMAL_COMMA', outcome: 'note', count: 4, examples: ['column "share"', 'column "big"'] },
    ]);
  });

  test('in other tables cells stay as they are', async () => {
    const { cells, issues } = await read('a,b\n"53,4",1\n"7,1",2\n');
    expect(cells).toEqual([
      ['53,4', '1'],
      ['7,1', '2'],
    ]);
    expect(issues).toEqual([]);
  });

  test('tabs and bars separate too', async () => {
    expect((await read('a\tb\n1\t2\n', 'x.tsv')).names).toEqual(['a', 'b']);
    expect((await read('a|b\n1|2\n')).names).toEqual(['a', 'b']);
  });
});
