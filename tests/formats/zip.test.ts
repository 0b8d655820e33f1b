import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { type ZipPart, zipBytes } from '../builders/zip-bytes.ts';
import { memoryFile, quietly } from './input-file.ts';

async function refusalOf(name: string, content: Uint8Array): Promise<FileRefused> {
  const error = await readFile(memoryFile(name, content), quietly()).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FileRefused);
  const refused = error as FileRefused;
  for (const { message } of refused.report.issues) {
    expect(message.split(/\s+/).length, message).toBeLessThanOrEqual(25);
    expect(message).toContain(name);
  }
  return refused;
}

async function codesOf(parts: readonly ZipPart[], name = 'data.zip'): Promise<string[]> {
  return (await refusalOf(name, zipBytes(parts))).report.issues.map(({ code }) => code);
}

const CSV = 'UPRN,class\n1,R\n2,C\n';
const POINT = '{"type":"Point","coordinates":[-1,52]}';
const KML =
  '<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>Mast</name><Point><coordinates>-1,52</coordinates></Point></Placemark></kml>';

describe('readZip', () => {
  test('every member is read as if dropped alone, named by archive and path', async () => {
    const archive = zipBytes([
      { path: 'a/premises.csv', content: CSV },
      { path: 'a/' },
      { path: 'mast.KML', content: KML, stored: true },
      { path: 'wards.geojson', content: POINT },
    ]);
    const tables = await readFile(memoryFile('data.zip', archive), quietly());
    expect(
      tables.map(({ table, report }) => [table.fileName, report.fileName, table.format, table.rows]),
    ).toEqual([
      ['data.zip: a/premises.csv', 'data.zip: a/premises.csv', 'csv', 2],
      ['data.zip: mast.KML', 'data.zip: mast.KML', 'kml', 1],
      ['data.zip: wards.geojson', 'data.zip: wards.geojson', 'geojson', 1],
    ]);
    expect(cellText(tables[0].table.columns[0], 1)).toBe('2');
    expect(tables.flatMap(({ report }) => report.issues)).toEqual([]);
  });

  test('what is no map data is skipped with one note', async () => {
    const archive = zipBytes([
      { path: '__MACOSX/._wards.geojson', content: 'x' },
      { path: '.DS_Store', content: 'x' },
      { path: 'README.txt', content: 'a,b\nc,d\n' },
      { path: 'report.pdf', content: '%PDF-1.4' },
      { path: 'metadata.xml', content: '<gmd/>' },
      { path: 'wards.geojson', content: POINT },
    ]);
    const [{ report }, ...others] = await readFile(memoryFile('data.zip', archive), quietly());
    expect(others).toEqual([]);
    expect(report.issues).toMatchObject([{ code: 'ZIP_ENTRY_SKIPPED', outcome: 'note', count: 5 }]);
  });

  test('a text that is a table counts, one that is none does not', async () => {
    const archive = zipBytes([
      { path: 'rows.txt', content: CSV },
      { path: 'about.txt', content: 'Some words.' },
    ]);
    const tables = await readFile(memoryFile('data.zip', archive), quietly());
    expect(tables.map(({ table }) => table.fileName)).toEqual(['data.zip: rows.txt']);
  });

  test('a KMZ is read by its content, a gzip of a zip too', async () => {
    const archive = zipBytes([
      { path: 'doc.kml', content: KML },
      { path: 'files/icon.png', content: 'x' },
    ]);
    for (const [name, bytes] of [
      ['mast.kmz', archive],
      ['mast.kmz.gz', gzipSync(archive)],
    ] as const) {
      const [{ table, report }] = await readFile(memoryFile(name, bytes), quietly());
      expect(table.fileName).toBe(`${name}: doc.kml`);
      expect(table.geometry.points?.lat[0]).toBe(52);
      expect(report.issues.map(({ code }) => code)).toEqual(['ZIP_ENTRY_SKIPPED']);
    }
  });

  test('JSON that is neither shapes nor records is skipped, a broken one refuses', async () => {
    const settings = { path: 'datapackage.json', content: '{"name":"x"}' };
    const [{ report }] = await readFile(
      memoryFile('data.zip', zipBytes([settings, { path: 'a.csv', content: CSV }])),
      quietly(),
    );
    expect(report.issues).toMatchObject([{ code: 'ZIP_ENTRY_SKIPPED', examples: ['datapackage.json'] }]);
    expect(await codesOf([settings])).toEqual(['ZIP_NO_MAP_DATA']);
    expect(
      await codesOf([
        { path: 'x.json', content: '{"name":' },
        { path: 'a.csv', content: CSV },
      ]),
    ).toEqual(['NOT_JSON']);
  });

  test('the parts of a Shapefile go together, in any case and folder', async () => {
    // One point at 0.5, 51.5 (ESRI Shapefile Technical Description, July 1998) and its one attribute (dBASE III).
    const shp = new DataView(new ArrayBuffer(128));
    for (const [at, value] of [
      [0, 9994],
      [24, 64],
      [100, 1],
      [104, 10],
    ])
      shp.setInt32(at, value);
    for (const [at, value] of [
      [28, 1000],
      [32, 1],
      [108, 1],
    ])
      shp.setInt32(at, value, true);
    for (const [at, value] of [
      [36, 0.5],
      [44, 51.5],
      [52, 0.5],
      [60, 51.5],
      [112, 0.5],
      [120, 51.5],
    ])
      shp.setFloat64(at, value, true);
    const dbf = new Uint8Array(72);
    dbf.set([3, 126, 1, 1, 1, 0, 0, 0, 65, 0, 6, 0]);
    dbf.set(new TextEncoder().encode('NAME'), 32);
    dbf.set([0x43, 0, 0, 0, 0, 5], 43);
    dbf[64] = 0x0d;
    dbf.set(new TextEncoder().encode(' Mast '), 65);
    const archive = zipBytes([
      { path: 'a/MASTS.SHP', content: new Uint8Array(shp.buffer) },
      { path: 'a/masts.dbf', content: dbf },
      { path: 'a/masts.shp.xml', content: '<metadata/>' },
      { path: 'other.dbf', content: dbf },
    ]);
    const tables = await readFile(memoryFile('masts.zip', archive), quietly());
    expect(tables.map(({ table }) => [table.fileName, table.rows])).toEqual([['masts.zip: a/MASTS.SHP', 1]]);
    expect(tables[0].table.columns.map((column) => [column.name, cellText(column, 0)])).toEqual([
      ['NAME', 'Mast'],
    ]);
    expect(tables[0].table.geometry.points?.lat[0]).toBeCloseTo(51.5, 9);
    expect(tables[0].report.issues.find(({ code }) => code === 'ZIP_ENTRY_SKIPPED')?.examples).toEqual([
      'other.dbf',
    ]);
  });

  test('Code-Point Open, cut into a file for each area, is one table; tables with headers stay apart', async () => {
    const row = (postcode: string) =>
      `"${postcode}",10,531500,180500,"E92000001","","","","E09000033","E05013795"\n`;
    const archive = zipBytes([
      { path: 'Data/CSV/ec.csv', content: row('EC1A 1AA') + row('EC1A 1BB') },
      { path: 'Data/CSV/w.csv', content: `${row('W1A 1AA')}"W1A 1AB",10,531500\n` },
      { path: 'a/january.csv', content: CSV },
      { path: 'a/may.csv', content: CSV },
    ]);
    const tables = await readFile(memoryFile('codepo.zip', archive), quietly());
    expect(
      tables.map(({ table, report }) => [table.fileName, report.fileName, table.rows, report.rowsRead]),
    ).toEqual([
      ['codepo.zip: Data/CSV (2 files)', 'codepo.zip: Data/CSV (2 files)', 4, 4],
      ['codepo.zip: a/january.csv', 'codepo.zip: a/january.csv', 2, 2],
      ['codepo.zip: a/may.csv', 'codepo.zip: a/may.csv', 2, 2],
    ]);
    const [{ table, report }] = tables;
    expect(table.columns.slice(0, 5).map((column) => cellText(column, 3))).toEqual([
      'W1A 1AB',
      '10',
      '531500',
      '',
      '',
    ]);
    expect(cellText(table.columns[9], 2)).toBe('E05013795');
    expect(report.issues.map(({ code, examples }) => [code, examples])).toEqual([
      ['HEADER_ASSUMED', ['row 1']],
      ['CSV_RAGGED', ['w.csv: row 2: 3 cells, not 10']],
    ]);
  });

  test('one bad member refuses the archive and is named', async () => {
    const refused = await refusalOf(
      'data.zip',
      zipBytes([
        { path: 'good.csv', content: CSV },
        { path: 'bad.geojson', content: '{"type":' },
      ]),
    );
    expect(refused.report.issues[0].code).toBe('NOT_JSON');
    expect(refused.message).toContain('data.zip: bad.geojson');
  });

  test.each<[string, ZipPart[], string[]]>([
    ['a password', [{ path: 'a.csv', content: CSV, encrypted: true }], ['ZIP_ENCRYPTED']],
    ['an absolute path', [{ path: '/a.csv', content: CSV }], ['ZIP_UNSAFE_PATH']],
    ['a drive letter', [{ path: 'C:/a.csv', content: CSV }], ['ZIP_UNSAFE_PATH']],
    ['a path upwards', [{ path: 'x/../../a.csv', content: CSV }], ['ZIP_UNSAFE_PATH']],
    ['a backslash', [{ path: 'x\\a.csv', content: CSV }], ['ZIP_UNSAFE_PATH']],
    [
      'a NUL',
      [
        { path: 'a.csv\0.txt', content: CSV },
        { path: 'b.csv', content: CSV },
      ],
      ['ZIP_UNSAFE_PATH'],
    ],
    ['an unknown method', [{ path: 'a.csv', content: CSV, method: 14 }], ['ZIP_CORRUPT']],
    ['data beyond the file', [{ path: 'a.csv', content: CSV, packedSize: 1_000_000 }], ['ZIP_SIZE_MISMATCH']],
    ['more bytes than stated', [{ path: 'a.csv', content: CSV, size: 5 }], ['ZIP_SIZE_MISMATCH']],
    ['fewer bytes than stated', [{ path: 'a.csv', content: CSV, size: 500 }], ['ZIP_SIZE_MISMATCH']],
    ['another checksum', [{ path: 'a.csv', content: CSV, crc: 1 }], ['ZIP_SIZE_MISMATCH']],
    [
      'entries that share their bytes',
      [
        { path: 'a.csv', content: CSV },
        { path: 'b.csv', content: CSV, offset: 0 },
      ],
      ['ZIP_SIZE_MISMATCH'],
    ],
    [
      'another archive',
      [
        { path: 'inner.zip', content: zipBytes([{ path: 'a.csv', content: CSV }]) },
        { path: 'b.csv', content: CSV },
      ],
      ['ZIP_NO_MAP_DATA'],
    ],
    [
      'nothing that is read',
      [
        { path: 'a.txt', content: 'words' },
        { path: 'b.pdf', content: 'x' },
      ],
      ['ZIP_NO_MAP_DATA'],
    ],
    ['nothing at all', [], ['ZIP_NO_MAP_DATA']],
    ['a geodatabase', [{ path: 'data.gdb/a00000001.gdbtable', content: 'x' }], ['ZIP_NO_MAP_DATA']],
    ['a workbook inside', [{ path: 'sheets/a.xlsx', content: 'x' }], ['ZIP_NO_MAP_DATA']],
    [
      'a workbook itself',
      [
        { path: '[Content_Types].xml', content: '<x/>' },
        { path: 'xl/workbook.xml', content: '<x/>' },
      ],
      ['UNKNOWN_FORMAT'],
    ],
    ['a text document itself', [{ path: 'word/document.xml', content: '<x/>' }], ['UNKNOWN_FORMAT']],
    [
      'an OpenDocument itself',
      [
        { path: 'mimetype', content: 'x' },
        { path: 'content.xml', content: '<x/>' },
      ],
      ['UNKNOWN_FORMAT'],
    ],
  ])('%s is refused', async (_what, parts, codes) => {
    expect(await codesOf(parts)).toEqual(codes);
  });

  test('a workbook inside is named with what to do', async () => {
    const refused = await refusalOf('data.zip', zipBytes([{ path: 'sheets/a.xlsx', content: 'x' }]));
    expect(refused.message).toBe(
      'data.zip holds no map data, but a.xlsx. Save its sheet as CSV and load that.',
    );
  });

  test('1,000 entries are read, 1,001 are not', async () => {
    const parts = Array.from({ length: 1000 }, (_, at) => ({ path: `${at}.pdf`, content: 'x' }));
    expect(await codesOf(parts)).toEqual(['ZIP_NO_MAP_DATA']);
    expect(await codesOf([...parts, { path: 'last.csv', content: CSV }])).toEqual(['TOO_LARGE']);
  });

  test('what would grow 200 times or beyond 2 GB is refused by its directory alone', async () => {
    const zeros = new Uint8Array(20_000_000);
    expect(await codesOf([{ path: 'zeros.csv', content: zeros }])).toEqual(['TOO_LARGE']);
    const claims = Array.from({ length: 3 }, (_, at) => ({
      path: `${at}.csv`,
      content: CSV,
      size: 900_000_000,
    }));
    expect(await codesOf(claims)).toEqual(['TOO_LARGE']);
  });

  test('an archive cut anywhere is refused', async () => {
    const whole = zipBytes([{ path: 'a.csv', content: CSV.repeat(50) }]);
    for (let length = 4; length < whole.length; length += 7)
      expect((await refusalOf('cut.zip', whole.subarray(0, length))).report.issues[0].code).toBe(
        'ZIP_CORRUPT',
      );
  });

  test.each([
    ['a comment that is cut off', 20, 5],
    ['entries that it does not count', 8, 0],
    ['more entries than there are', 8, 3],
    ['parts on other disks', 4, 1],
  ])('a last record that tells of %s refuses the archive', async (_what, at, value) => {
    const archive = zipBytes([
      { path: 'a.csv', content: CSV },
      { path: 'b.csv', content: CSV },
    ]);
    const end = new DataView(archive.buffer, archive.length - 22);
    end.setUint16(at, value, true);
    if (at === 8) end.setUint16(10, value, true);
    expect((await refusalOf('data.zip', archive)).report.issues[0].code).toBe('ZIP_CORRUPT');
  });

  test('an abort while unpacking gives its own reason', async () => {
    const stop = new AbortController();
    const rows = Array.from({ length: 300_000 }, (_, row) => `${row},${Math.sin(row)}`).join('\n');
    const archive = zipBytes([{ path: 'a.csv', content: `a,b\n${rows}` }]);
    const reading = readFile(memoryFile('data.zip', archive), {
      signal: stop.signal,
      onProgress: (fraction) => {
        if (fraction > 0.1) stop.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});
