import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/formats/read-file.ts';
import { suggestRoles } from '../../src/formats/suggest-roles.ts';
import { TEMPLATES, templateText } from '../../src/formats/templates.ts';
import { memoryFile } from './input-file.ts';

describe.each(TEMPLATES)('the template of $title', (template) => {
  it.each([1, 40])('is recognised as what it is for with %i rows filled in', async (rows) => {
    const [{ table, report }] = await read(template.fileName, filled(templateText(template), rows));
    expect(table.rows).toBe(rows);
    expect(table.columns.map((column) => column.name).sort()).toEqual(
      template.columns.map(({ name }) => name).sort(),
    );
    expect(report.rowsLeftOut).toBe(0);
    expect(suggestRoles(table).role).toBe(template.role);
  });
});

it('there is one for every table that is taken', () => {
  expect(new Set(TEMPLATES.map(({ key }) => key)).size).toBe(TEMPLATES.length);
  for (const role of [
    'premises',
    'records',
    'shares',
    'wards',
    'streets',
    'fibre points',
    'ducts',
    'restrictions',
    'roof access',
    'planned excavations',
    'context',
    'table',
  ])
    expect(TEMPLATES.map((template) => template.role as string)).toContain(role);
});

/** The example row as many times as asked, with other identifiers and places. */
function filled(text: string, rows: number): string {
  const other = (line: string, i: number): string =>
    line
      .replaceAll('999999999901', String(999_999_990_000 + i))
      .replaceAll('E00999999', `E00${String(900_000 + i)}`)
      .replaceAll('E05999999', `E05${String(900_000 + i)}`)
      .replaceAll('-2.35', `-2.35${i}1`);
  if (text.startsWith('{')) {
    const collection = JSON.parse(text);
    const features = Array.from({ length: rows }, (_, i) => {
      const feature = JSON.parse(other(JSON.stringify(collection.features[0]), i));
      const { type, coordinates } = feature.geometry;
      for (const position of type === 'LineString' ? coordinates : coordinates[0]) position[0] += i / 10;
      return feature;
    });
    return JSON.stringify({ ...collection, features });
  }
  const [header, line] = text.trim().split('\r\n');
  return [header, ...Array.from({ length: rows }, (_, i) => other(line, i))].join('\r\n');
}

function read(fileName: string, text: string) {
  const options = { onProgress: () => undefined, signal: new AbortController().signal };
  return readFile(memoryFile(fileName, text), options);
}
