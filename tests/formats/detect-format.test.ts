import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import { memoryFile, quietly, readOne } from './input-file.ts';

async function refusalOf(name: string, content: string | Uint8Array) {
  const error = await readOne(memoryFile(name, content), quietly()).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FileRefused);
  const [issue] = (error as FileRefused).report.issues;
  expect(issue.message.split(/\s+/).length, issue.message).toBeLessThanOrEqual(25);
  return issue;
}

function bytes(...start: number[]): Uint8Array {
  const all = new Uint8Array(600);
  all.set(start);
  return all;
}

describe('files that are not read are named, with what to do', () => {
  test.each<[string, string | Uint8Array, string, string]>([
    ['plan.pdf', '%PDF-1.7\n', 'is a PDF', 'Ask its publisher'],
    ['photo.png', bytes(0x89, 0x50, 0x4e, 0x47), 'is a picture', 'Ask its publisher'],
    ['photo.gif', 'GIF89a', 'is a picture', 'Ask its publisher'],
    ['photo.webp', 'RIFF    WEBP', 'is a picture', 'Ask its publisher'],
    ['old.xls', bytes(0xd0, 0xcf, 0x11, 0xe0), 'is an old Office file', 'as CSV'],
    ['data.7z', bytes(0x37, 0x7a, 0xbc, 0xaf), 'is an archive of a kind', 'Unpack it'],
    ['wards.shp', bytes(0, 0, 0x27, 0x0a), 'is one part of a Shapefile', 'Zip'],
    ['wards.csv', '<!DOCTYPE html>\n<html><body>Not found</body></html>', 'is a web page', 'download link'],
    ['noise.bin', bytes(1, 0, 2), 'is of no format', 'Save it as'],
    ['note', 'Some words.', 'is plain text', 'Save it as CSV'],
  ])('%s', async (name, content, what, remedy) => {
    const issue = await refusalOf(name, content);
    expect(issue.code).toBe('UNKNOWN_FORMAT');
    expect(issue.message).toContain(`${name} ${what}`);
    expect(issue.message).toContain(remedy);
  });

  test('an empty or cut archive is a damaged zip, by its name', async () => {
    expect((await refusalOf('data.zip', '')).code).toBe('ZIP_CORRUPT');
    expect((await refusalOf('data.kmz', bytes(1, 2, 3))).code).toBe('ZIP_CORRUPT');
  });

  test('a table named .zip is a table', async () => {
    const { table, report } = await readOne(memoryFile('rows.zip', 'a,b\n1,2\n'), quietly());
    expect([table.format, table.rows, report.issues.length]).toEqual(['csv', 1, 1]);
    expect(report.issues[0].code).toBe('WRONG_EXTENSION');
  });
});
