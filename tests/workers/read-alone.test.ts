import { expose } from 'comlink';
import { describe, expect, it, vi } from 'vitest';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { type FileReading, fileReading } from '../../src/workers/file-reading.ts';
import { readOver } from '../../src/workers/read-alone.ts';
import { memoryFile } from '../formats/input-file.ts';
import { makeGeoTiff } from '../formats/made-geotiff.ts';

const CSV = 'uprn,lon,lat\n1,-1.5,52.5\n2,-1.6,52.6\n';
const WARDS = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { WD24CD: 'E05000001', WD24NM: 'Old Town' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-2, 52],
            [-1, 52],
            [-1, 53],
            [-2, 52],
          ],
        ],
      },
    },
  ],
});

/** A worker that reads as `reading` does; Node cannot post a File, so it is given only the name. */
function reader(reading: FileReading, signal = new AbortController().signal) {
  const { port1, port2 } = new MessageChannel();
  expose(reading, port2);
  const terminate = vi.fn(() => {
    port1.close();
    port2.close();
  });
  const onProgress = vi.fn();
  const file = { name: 'large.csv' } as Parameters<FileReading['read']>[0];
  const read = readOver(port1, terminate, { file, options: { signal, onProgress } });
  return { read, terminate, onProgress };
}

function viewsIn(value: unknown): ArrayBufferView[] {
  if (ArrayBuffer.isView(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(viewsIn) : [];
}

describe('a file read in a worker of its own', () => {
  it('gives what readFile gives, tells how far it is, and ends the worker', async () => {
    const { read, terminate, onProgress } = reader({
      read: async (_, tell) => {
        const answer = await fileReading({}).read(memoryFile('large.csv', CSV), () => undefined);
        await tell(0.5, 'Reading large.csv');
        return answer;
      },
    });
    const [{ table, report }] = await read;
    expect(table.columns.map((column) => cellText(column, 1))).toEqual(['2', '-1.6', '52.6']);
    expect(report).toMatchObject({ fileName: 'large.csv', rowsUsed: 2 });
    expect(onProgress).toHaveBeenCalledWith(0.5, 'Reading large.csv');
    expect(terminate).toHaveBeenCalledTimes(1);
  });

  it('refuses with the report of the reader', async () => {
    const { read, terminate } = reader({
      read: () => fileReading({}).read(memoryFile('empty.csv', ''), () => undefined),
    });
    const error = await read.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(FileRefused);
    expect((error as FileRefused).report.issues[0].outcome).toBe('refused');
    expect(terminate).toHaveBeenCalledTimes(1);
  });

  it('stops at once with the reason when it is asked to, also before it began', async () => {
    const abort = new AbortController();
    const { read, terminate } = reader({ read: () => new Promise(() => undefined) }, abort.signal);
    const failed = expect(read).rejects.toThrow('enough');
    abort.abort(new Error('enough'));
    await failed;
    expect(terminate).toHaveBeenCalledTimes(1);
    const late = reader({ read: () => new Promise(() => undefined) }, abort.signal);
    await expect(late.read).rejects.toThrow('enough');
    expect(late.terminate).toHaveBeenCalledTimes(1);
  });

  it('fails as the reader fails', async () => {
    const { read } = reader({ read: async () => Promise.reject(new TypeError('out of order')) });
    await expect(read).rejects.toMatchObject({ name: 'TypeError', message: 'out of order' });
  });

  it.each([
    ['rows', memoryFile('x.csv', CSV)],
    ['shapes', memoryFile('x.geojson', WARDS)],
    [
      'heights',
      memoryFile(
        'x.tif',
        makeGeoTiff({ columns: 2, rows: 2, values: [1, 2, 3, 4], cell: 2, keys: { 3072: 27_700 } }),
      ),
    ],
  ])('gives every buffer of %s away with the answer', async (_, file) => {
    const answer = await fileReading({}).read(file, () => undefined);
    const before = JSON.stringify(answer, (_key, value) =>
      ArrayBuffer.isView(value) ? [...(value as Uint8Array)] : value,
    );
    const views = viewsIn(answer).filter(({ byteLength }) => byteLength > 0);
    expect(views.length).toBeGreaterThan(1);
    const { port1, port2 } = new MessageChannel();
    const arrived = new Promise<unknown>((resolve) =>
      port2.addEventListener('message', ({ data }) => resolve(data)),
    );
    port2.start();
    expose({ answer: () => answer }, port1);
    port2.postMessage({ id: '1', type: 'APPLY', path: ['answer'], argumentList: [] });
    const { value } = (await arrived) as { value: unknown };
    port1.close();
    const read = JSON.stringify(value, (_key, part) =>
      ArrayBuffer.isView(part) ? [...(part as Uint8Array)] : part,
    );
    expect(read).toBe(before);
    expect(views.map(({ byteLength }) => byteLength)).toEqual(views.map(() => 0));
  });
});
