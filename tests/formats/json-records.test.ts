import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeFile } from '../../src/cli/node-file.ts';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import type { SourceTable } from '../../src/domain/tables/source-table.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';

async function read(content: unknown, chunkBytes?: number): Promise<SourceTable> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return (await readOne(memoryFile('nodes.json', text, chunkBytes), quietly())).table;
}

async function refusalOf(text: string, name = 'nodes.json') {
  const error = await readOne(memoryFile(name, text), quietly()).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FileRefused);
  const { issues } = (error as FileRefused).report;
  for (const { message } of issues) expect(message.split(/\s+/).length, message).toBeLessThanOrEqual(25);
  return issues;
}

function cells(table: SourceTable): string[][] {
  return Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellText(column, row)));
}

describe('readJsonRecords', () => {
  test('records become rows, their names columns, a position three of them', async () => {
    const records = [
      { id: 3, status: 'active', coordinates: [-73.98, 40.72, 27], roof: false, tags: ['a'] },
      { id: 10, coordinates: [-74, 40.7], since: null, extra: { a: 1 } },
    ];
    const whole = await read(records);
    expect(whole.format).toBe('json');
    expect(whole.columns.map(({ name }) => name)).toEqual([
      ...['id', 'status', 'lon', 'lat', 'altitude', 'roof', 'tags', 'since', 'extra'],
    ]);
    expect(cells(whole)).toEqual([
      ['3', 'active', '-73.98', '40.72', '27', 'false', '["a"]', '', ''],
      ['10', '', '-74', '40.7', '', '', '', '', '{"a":1}'],
    ]);
    for (const chunk of [1, 5]) expect(cells(await read(records, chunk))).toEqual(cells(whole));
  });

  test('names of the language are names like others', async () => {
    const table = await read('[{"__proto__":"a","constructor":"b"},{"__proto__":"c"}]');
    expect(table.columns.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  test.each([
    ['[]', 'its list is empty'],
    ['[1,2,3]', 'entry 1 is no record'],
    ['[{"a":1}]', 'its list has one entry'],
    ['[{},{}]', 'its records have no names in common'],
    ['[{"a":1},{"b":1},{"c":1}]', 'its records have no names in common'],
    ['[{"a":1},null]', 'entry 2 is no record'],
    ['[{"type":"Feature","properties":{},"geometry":null},{}]', 'its features stand in no FeatureCollection'],
  ])('%s is JSON, but no table', async (text, reason) => {
    const [issue] = await refusalOf(text);
    expect(issue.code).toBe('NOT_GEOJSON');
    expect(issue.message).toContain(reason);
  });

  test('broken JSON is named by line and column', async () => {
    expect((await refusalOf('[{"a":1},\n{"a" 2}]'))[0]).toMatchObject({
      code: 'NOT_JSON',
      examples: ['line 2, column 6'],
    });
    // A list of numbers is no table, but first of all it is broken.
    expect((await refusalOf('[1,\n2,]'))[0]).toMatchObject({
      code: 'NOT_JSON',
      examples: ['line 2, column 3'],
    });
  });

  test('other JSON is named, the description of a table names the table', async () => {
    expect((await refusalOf('{"note":"columns","keys":["a"]}', 'dictionary.json'))[0].message).toBe(
      'dictionary.json is JSON without shapes or a list of records. Export it as GeoJSON or CSV.',
    );
    const described =
      '{"@context":"http://www.w3.org/ns/csvw","url":"https://example.org/data/assets.csv","tableSchema":{}';
    expect((await refusalOf(`${described}}`, 'a.json'))[0].message).toBe(
      'a.json only describes a table. Load the table itself: assets.csv.',
    );
    expect((await refusalOf(described, 'a.json')).map(({ code }) => code)).toEqual([
      'NOT_JSON',
      'NOT_GEOJSON',
    ]);
  });

  const mesh = '../shared/data/mesh';
  test.skipIf(!existsSync(mesh))('real lists of records', async () => {
    const nodes = (await readOne(nodeFile(`${mesh}/nycmesh_nodes.json`), quietly())).table;
    expect([nodes.rows, nodes.columns.some(({ name }) => name === 'altitude')]).toEqual([1867, true]);
    expect((await readOne(nodeFile(`${mesh}/nycmesh_links.json`), quietly())).table.rows).toBe(1392);
  });
});
