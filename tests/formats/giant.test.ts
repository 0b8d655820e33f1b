import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import type { InputFile } from '../../src/formats/byte-source.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { zipBytes } from '../builders/zip-bytes.ts';
import { memoryFile, quietly, streamedFile } from './input-file.ts';

/** A file of `size` bytes made while it is read: `head`, then `body` over and over. Counts what is handed out. */
function endless(name: string, size: number, head: string, body: string) {
  const start = new TextEncoder().encode(head);
  const block = new TextEncoder().encode(body.repeat(Math.max(1, Math.floor(500_000 / body.length))));
  const counter = { bytes: 0, released: false };
  const file = streamedFile(
    name,
    size,
    () =>
      new ReadableStream<Uint8Array>({
        start: () => {
          counter.bytes = 0;
        },
        pull(controller) {
          const chunk = counter.bytes === 0 ? start : block.slice();
          counter.bytes += chunk.length;
          controller.enqueue(chunk);
          if (counter.bytes >= size) controller.close();
        },
        cancel: () => {
          counter.released = true;
        },
      }),
  );
  return { file, counter };
}

async function refusalOf(file: InputFile): Promise<FileRefused> {
  const error = await readFile(file, quietly()).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FileRefused);
  return error as FileRefused;
}

const GB = 1_000_000_000;
const MB = 1_000_000;
const ROW = '100023336956,SW1A 1AA,529090,179645,Residential,2025-11-01\n';
const FEATURE =
  '{"type":"Feature","properties":{"id":1,"name":"Abbey"},"geometry":{"type":"Polygon","coordinates":[[[-1,52],[-1.1,52],[-1.1,52.1],[-1,52]]]}},\n';
const PLACEMARK = '<Placemark><name>Mast</name><Point><coordinates>-1,52</coordinates></Point></Placemark>\n';

describe('refused before a hundredth is read', () => {
  test.each([
    ['a table of 10 million rows', endless('rows.csv', 600 * MB, 'UPRN,pc,x,y,use,date\n', ROW)],
    [
      'a table that would fill the memory',
      endless('wide.csv', 1.9 * GB, `a${',b'.repeat(99)}\n`, `${'some longer text,'.repeat(99)}1\n`),
    ],
    ['a CSV of one line', endless('line.csv', 600 * MB, 'a,b\n1', ',22')],
    ['JSON that is one text', endless('line.json', 600 * MB, '{"note":"', 'x')],
    ['a list that is one text', endless('list.json', 600 * MB, '[{"note":"', 'x')],
    [
      'a GeoJSON whose one property never ends',
      endless('p.geojson', 600 * MB, '{"type":"FeatureCollection","features":[{"properties":{"a":"', 'x'),
    ],
    [
      'a shape without a list of features',
      endless('shape.geojson', 600 * MB, '{"type":"LineString","coordinates":[', '[-1,52],'),
    ],
    ['a list of numbers', endless('numbers.json', 600 * MB, '[', '1,')],
    ['a web page', endless('page.kml', 600 * MB, '<!DOCTYPE html><html>', '<p>')],
    ['a KML with a DOCTYPE', endless('doctype.kml', 600 * MB, '<!DOCTYPE kml><kml>', PLACEMARK)],
    ['broken XML', endless('broken.kml', 600 * MB, '<kml><Document></kml>', PLACEMARK)],
  ])('%s', async (_what, { file, counter }) => {
    const started = performance.now();
    const refused = await refusalOf(file);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(counter.bytes).toBeLessThan(file.size / 100);
    expect(counter.released).toBe(true);
    const { message } = refused.report.issues[0];
    expect(message).toContain(file.name);
    expect(message.split(/\s+/).length, message).toBeLessThanOrEqual(25);
    console.log(`${file.name}: ${counter.bytes} of ${file.size} bytes, ${refused.report.issues[0].code}`);
  });

  test('a TopoJSON beyond its limit, at the limit', async () => {
    const { file, counter } = endless(
      't.topojson',
      600 * MB,
      '{"type":"Topology","arcs":[',
      '[[1,2],[3,4]],',
    );
    expect((await refusalOf(file)).report.issues[0].code).toBe('TOO_LARGE');
    expect(counter.bytes).toBeLessThan(file.size / 100);
  });
});

describe('begun with its size known, ended within a second, memory back', () => {
  test.each([
    [
      'a GeoJSON of 1 GB',
      () => endless('g.geojson', GB, '{"type":"FeatureCollection","features":[\n', FEATURE),
    ],
    [
      'a GeoJSON of 1 GB in one line',
      () => endless('g1.geojson', GB, '{"type":"FeatureCollection","features":[', FEATURE.trim()),
    ],
    ['a KML of 600 MB', () => endless('k.kml', 600 * MB, '<kml><Document>', PLACEMARK)],
    [
      'a list of records of 600 MB',
      () => endless('r.json', 600 * MB, '[', '{"id":1,"name":"Abbey","use":"R"},'),
    ],
    [
      'a table of 4 million rows',
      () => endless('c.csv', 4_000_000 * ROW.length, 'UPRN,pc,x,y,use,date\n', ROW),
    ],
  ])(
    '%s',
    async (_what, make) => {
      await cancelled(make(), 0.002);
      const before = await memoryInUse();
      const { file, counter } = make();
      const { fractions, milliseconds } = await cancelled({ file, counter }, 0.02);
      const after = await memoryInUse();
      expect(fractions[0]).toBe(0);
      expect(fractions.slice(1).every((fraction) => fraction > 0 && fraction < 0.1)).toBe(true);
      expect(milliseconds).toBeLessThan(1000);
      expect(counter.released).toBe(true);
      expect(after).toBeLessThan(before * 1.2);
      console.log(
        `${file.name}: cancelled at ${counter.bytes} bytes in ${milliseconds.toFixed(0)} ms, memory ${(before / MB).toFixed(0)} → ${(after / MB).toFixed(0)} MB`,
      );
    },
    30_000,
  );
});

describe('bombs', () => {
  test('a zip that would fill the memory is refused by its directory, in no time and space', async () => {
    const bomb = zipBytes([{ path: 'a.csv', content: new Uint8Array(100 * MB) }]);
    const before = await memoryInUse();
    const started = performance.now();
    const refused = await refusalOf(memoryFile('bomb.zip', bomb));
    const milliseconds = performance.now() - started;
    expect(refused.report.issues[0].code).toBe('TOO_LARGE');
    expect(milliseconds).toBeLessThan(2000);
    expect((await memoryInUse()) - before).toBeLessThan(20 * MB);
    console.log(`bomb.zip: ${bomb.length} bytes refused in ${milliseconds.toFixed(0)} ms`);
  });

  test('a zip that hides how far it grows is stopped by counting', async () => {
    const bomb = zipBytes([{ path: 'a.csv', content: `a,b\n${'1,2\n'.repeat(10_000_000)}`, size: 100_000 }]);
    expect((await refusalOf(memoryFile('liar.zip', bomb))).report.issues[0].code).toBe('ZIP_SIZE_MISMATCH');
  });

  test('a gzip of a format read in slices is stopped by counting too', async () => {
    const bomb = gzipSync(new Uint8Array([0x50, 0x4b, 3, 4, ...new Uint8Array(16), ...new Uint8Array(0)]));
    expect((await refusalOf(memoryFile('a.zip.gz', bomb))).report.issues[0].code).toBe('ZIP_CORRUPT');
    const zeros = new Uint8Array(30 * MB);
    zeros.set([0x50, 0x4b, 3, 4]);
    expect((await refusalOf(memoryFile('b.zip.gz', gzipSync(zeros)))).report.issues[0].code).toBe(
      'TOO_LARGE',
    );
  });
});

/** Reads until `fraction` is passed, then stops; how far it said to be, and how long the stop took. */
async function cancelled({ file }: ReturnType<typeof endless>, fraction: number) {
  const stop = new AbortController();
  const fractions: number[] = [];
  let asked = 0;
  const reading = readFile(file, {
    signal: stop.signal,
    onProgress: (now) => {
      fractions.push(now);
      if (now < fraction || asked > 0) return;
      asked = performance.now();
      stop.abort();
    },
  });
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  return { fractions, milliseconds: performance.now() - asked };
}

async function memoryInUse(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 4; round++) {
    collect();
    await wait(20);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
