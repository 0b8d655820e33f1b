import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import { memoryFile, quietly, readOne, streamedFile } from './input-file.ts';

async function codesOf(name: string, content: string | Uint8Array): Promise<string[]> {
  try {
    const { report } = await readOne(memoryFile(name, content), quietly());
    return report.issues.map(({ code }) => code);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    expect(error.message).toBe(error.report.issues[0].message);
    expect(error.message).toContain(name);
    return error.report.issues.map(({ code }) => code);
  }
}

const POINT = '{"type":"Point","coordinates":[-1,52]}';

describe('readFile', () => {
  test('gzip is unpacked, whatever the name says', async () => {
    const { table, report } = await readOne(memoryFile('wards.geojson', gzipSync(POINT)), quietly());
    expect(table.format).toBe('geojson');
    expect(report.issues).toEqual([]);
    expect(report.bytes).toBe(gzipSync(POINT).length);
    expect((await readOne(memoryFile('rows.csv.gz', gzipSync('a,b\n1,2\n')), quietly())).table.rows).toBe(1);
  });

  test('the content decides, the name is remarked on', async () => {
    expect(await codesOf('wards.csv', POINT)).toEqual(['WRONG_EXTENSION']);
    expect(await codesOf('rows.geojson', 'a,b\n1,2\n')).toEqual(['WRONG_EXTENSION']);
    expect(await codesOf('rows', 'a,b\n1,2\n')).toEqual([]);
  });

  test.each([
    ['nothing.csv', '', 'EMPTY'],
    ['cut.gz', gzipSync('a,b\n'.repeat(100_000)).subarray(0, 300), 'GZIP_CORRUPT'],
    ['bomb.csv.gz', gzipSync('a,b\n'.repeat(5_000_000)), 'TOO_LARGE'],
    ['layers.zip', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'ZIP_CORRUPT'],
    ['page.html', '<!DOCTYPE html><html></html>', 'UNKNOWN_FORMAT'],
    ['noise.bin', new Uint8Array([1, 0, 2, 0, 3]), 'UNKNOWN_FORMAT'],
  ])('%s is refused', async (name, content, code) => {
    expect(await codesOf(name, content)).toEqual([code]);
  });

  test('a broken text within gzip is named by its own line and column', async () => {
    const broken = gzipSync('{"type": "Point",\n"coordinates": [1 2]}');
    const refused = await readOne(memoryFile('a.geojson.gz', broken), quietly()).catch(
      (error: unknown) => error,
    );
    expect((refused as FileRefused).report.issues[0]).toMatchObject({
      code: 'NOT_JSON',
      examples: ['line 2, column 19'],
    });
  });

  test('a refused file is let go of', async () => {
    let closed = false;
    const picture = new Uint8Array(200_000).fill(1);
    picture.set([0x89, 0x50, 0x4e, 0x47]);
    const file = streamedFile(
      'photo.png',
      1e9,
      () =>
        new ReadableStream<Uint8Array>({
          pull: (controller) => controller.enqueue(picture),
          cancel: () => {
            closed = true;
          },
        }),
    );
    await expect(readOne(file, quietly())).rejects.toBeInstanceOf(FileRefused);
    expect(closed).toBe(true);
  });

  test('an abort stops reading within one chunk and gives its own reason', async () => {
    const stop = new AbortController();
    const row = new TextEncoder().encode('1,2\n'.repeat(10_000));
    let chunks = 0;
    let closed = false;
    const endless = streamedFile(
      'endless.csv',
      15_000_000,
      () =>
        new ReadableStream<Uint8Array>({
          pull(controller) {
            chunks++;
            controller.enqueue(row);
          },
          cancel() {
            closed = true;
          },
        }),
    );
    const reading = readOne(endless, {
      signal: stop.signal,
      onProgress: () => {
        if (chunks > 20) stop.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(closed).toBe(true);
  });
});
