import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Workbench } from '../../src/domain/project/workbench.ts';
import { contentHash, readContent, writeContent } from '../../src/formats/content-pack.ts';
import { writePack } from '../../src/formats/pack.ts';
import type { ContentFiles } from '../../src/storage/content-files.ts';
import { Compute } from '../../src/workers/compute.ts';
import { KeptContents } from '../../src/workers/kept-contents.ts';
import { FULL_PROJECT } from '../builders/full-project.ts';
import { datasetOf, projectOf } from '../builders/project.ts';
import { tableOf } from '../builders/tables.ts';

const TABLE = tableOf('wards.csv', ['code', 'n'], ['E05000001,1', 'E05000002,2']);
const OTHER = tableOf('wards.csv', ['code', 'n'], ['E05000001,1', 'E05000002,3']);

function memory(): ContentFiles & { readonly bytes: Map<string, Uint8Array<ArrayBuffer>>; puts: number } {
  const bytes = new Map<string, Uint8Array<ArrayBuffer>>();
  const files = {
    bytes,
    puts: 0,
    has: async (hash: string) => bytes.has(hash),
    put: async (hash: string, put: Uint8Array<ArrayBuffer>) => {
      files.puts++;
      bytes.set(hash, put);
    },
    get: async (hash: string) => bytes.get(hash) ?? null,
    remove: async (hash: string) => void bytes.delete(hash),
    list: async () => [...bytes.keys()],
  };
  return files;
}

function made(files: ContentFiles) {
  const workbench = new Workbench();
  const contents: KeptContents = new KeptContents({
    workbench,
    files: async () => files,
    forget: (ids) => {
      workbench.forget(new Set(ids));
      contents.forget(ids);
    },
  });
  return { workbench, contents };
}

const hashOf = (table: typeof TABLE): Promise<string> => contentHash(writeContent(table));

describe('kept contents', () => {
  it('are gone where only their name is left and the store has let go of them; one told to be lost is still named', async () => {
    const files = memory();
    const { workbench, contents } = made(files);
    workbench.put('file-1', TABLE);
    const { hash } = await contents.keep('file-1');
    const next = made(files).contents;
    next.restoreLater([{ contentId: 'file-1', hash }]);
    expect(await next.keep('file-1')).toEqual({ contentId: 'file-1', hash, isGone: false });
    files.bytes.clear();
    expect(await next.keep('file-1')).toEqual({ contentId: 'file-1', hash, isGone: true });
    await next.bring([{ contentId: 'file-1' }]);
    expect(next.lostContents()).toEqual([{ contentId: 'file-1', hash }]);
    expect(await next.keep('file-1')).toEqual({ contentId: 'file-1', hash, isGone: false });
  });

  it('are put once, and brought back only when a project names them', async () => {
    const files = memory();
    const { workbench, contents } = made(files);
    workbench.put('file-1', TABLE);
    const name = await contents.keep('file-1');
    expect(name).toEqual({ contentId: 'file-1', hash: await hashOf(TABLE), isGone: false });
    await contents.keep('file-1');
    expect(files.puts).toBe(1);
    const next = made(files);
    next.contents.restoreLater([name]);
    expect(next.workbench.has('file-1')).toBe(false);
    await next.contents.bring([{ contentId: 'file-1' }]);
    expect(next.workbench.tableAsRead('file-1')).toEqual(TABLE);
    next.workbench.forget(new Set(['file-1']));
    next.contents.forget(['file-1']);
    await next.contents.bring([{ contentId: 'file-1' }]);
    expect(next.workbench.has('file-1'), 'forgotten, and brought again').toBe(true);
  });

  it('that are damaged or missing are told, named all the same, and put anew where they are given again', async () => {
    const files = memory();
    const hash = await hashOf(TABLE);
    files.bytes.set(hash, writeContent(OTHER));
    const { workbench, contents } = made(files);
    expect(await contents.restore({ contentId: 'file-1', hash })).toMatchObject({ why: 'damaged' });
    expect(await contents.restore({ contentId: 'file-2', hash: 'f'.repeat(64) })).toMatchObject({
      why: 'missing',
    });
    expect(workbench.has('file-1')).toBe(false);
    expect(await contents.keep('file-1')).toEqual({ contentId: 'file-1', hash, isGone: false });
    workbench.put('file-3', TABLE);
    expect(await contents.keep('file-3')).toEqual({ contentId: 'file-3', hash, isGone: false });
    expect(await contentHash(files.bytes.get(hash) as Uint8Array)).toBe(hash);
  });

  it('in a form of a newer Notspot are told as damaged, and take nothing else with them', async () => {
    const files = memory();
    const bytes = writeContent(TABLE);
    new DataView(bytes.buffer).setUint32(4, 99, true);
    const hash = await contentHash(bytes);
    files.bytes.set(hash, bytes);
    const { contents } = made(files);
    expect(await contents.restore({ contentId: 'file-1', hash })).toMatchObject({ why: 'damaged' });
  });

  it('of the same name and other data take its place, and never stand for it', async () => {
    const files = memory();
    const hash = await hashOf(TABLE);
    files.bytes.set(hash, writeContent(TABLE));
    const { workbench, contents } = made(files);
    workbench.put('wards', OTHER);
    contents.restoreLater([{ contentId: 'wards', hash }]);
    await contents.bring([{ contentId: 'wards' }]);
    expect(workbench.tableAsRead('wards')).toEqual(TABLE);
  });
});

it('are known again whatever a later version says of their file', async () => {
  const files = memory();
  const { workbench, contents } = made(files);
  workbench.put('file-1', TABLE);
  const { hash } = await contents.keep('file-1');
  const next = made(memory()).contents;
  next.lose({ contentId: 'file-1', hash });
  const [report] = FULL_PROJECT.datasets.map((dataset) => dataset.report);
  const issues = report.issues.map((issue) => ({ ...issue, message: 'In other words.' }));
  expect(await next.takeIfLost(TABLE, { ...report, issues })).toEqual({ hash, contentIds: ['file-1'] });
});

describe('contents kept in form 1', () => {
  const name = 'e8385b5e23aad5c3036f27a9761ccec2272731aee585626c33fad4c28bbd78ac';
  const former = (): Uint8Array<ArrayBuffer> =>
    new Uint8Array(readFileSync('tests/fixtures/projects/content-1.nspk'));

  it('are brought by the name they have, and kept anew under that of the table alone', async () => {
    const files = memory();
    files.bytes.set(name, former());
    const { workbench, contents } = made(files);
    expect(await contents.restore({ contentId: 'file-1', hash: name })).toBeNull();
    expect(contents.formerReport('file-1')?.issues[0].code).toBe('NO_LOCATION');
    expect(await contents.restore({ contentId: 'file-1', hash: name }), 'once').toBeNull();
    const hash = await hashOf(workbench.tableAsRead('file-1'));
    expect(await contents.hashOf('file-1'), 'fingerprints are those of other people’s').toBe(hash);
    expect(await contents.find({ hash: name, rows: 6 }), 'what a link calls by that name').toBe(true);
    expect(workbench.has(name)).toBe(true);
    // Let go of before it was put anew, it is still to be had.
    workbench.forget(new Set(['file-1']));
    contents.forget(['file-1']);
    await contents.bring([{ contentId: 'file-1' }]);
    expect(await contents.keep('file-1')).toEqual({ contentId: 'file-1', hash, isGone: false });
    expect([...files.bytes.keys()].sort()).toEqual([name, hash].sort());
    expect(await contentHash((await contents.pack('file-1')).bytes)).toBe(hash);
  });

  it('that were lost are known again when the same file is dropped', async () => {
    const files = memory();
    const { table, former: kept } = readContent(former());
    const { workbench, contents } = made(files);
    contents.lose({ contentId: 'file-1', hash: name });
    expect((await contents.takeIfLost(OTHER, kept?.report ?? null))?.contentIds).toEqual([]);
    const taken = await contents.takeIfLost(table, kept?.report ?? null);
    expect(taken).toEqual({ hash: await hashOf(table), contentIds: ['file-1'] });
    expect(workbench.tableAsRead('file-1')).toBe(table);
    expect(contents.lostContents()).toEqual([]);
  });
});

describe('a new release of the demo', () => {
  const packOf = (table: typeof TABLE): ArrayBuffer => {
    const project = projectOf({ datasets: [datasetOf({ role: 'wards', contentId: 'wards' })] });
    return writePack({ project, contents: [{ contentId: 'wards', table }] }).slice().buffer;
  };
  const open = async (compute: Compute, table: typeof TABLE): Promise<string> => {
    const outcome = await compute.openPack('open', packOf(table), () => undefined);
    if (outcome.state !== 'done') throw new Error('The pack does not open.');
    return outcome.value.datasets[0].contentId;
  };

  it('gets names of its own where kept work names data of the release before it', async () => {
    const files = memory();
    const compute = new Compute({ contentFiles: async () => files });
    expect(await open(compute, OTHER)).toBe('wards');
    const hash = await hashOf(TABLE);
    files.bytes.set(hash, writeContent(TABLE));
    // A project whose history names the earlier release is opened, and the demo after it.
    const names = { now: [], later: [{ contentId: 'wards', hash }] };
    await compute.restoreContents('restore', names, () => undefined);
    const renamed = await open(compute, OTHER);
    expect(renamed).toBe('wards-2');
    const kept = await compute.keepContents('keep', [renamed], () => undefined);
    expect(kept).toMatchObject({ value: [{ contentId: 'wards-2', hash: await hashOf(OTHER) }] });
    expect(await open(compute, OTHER), 'and keeps them').toBe('wards-2');
  });
});
