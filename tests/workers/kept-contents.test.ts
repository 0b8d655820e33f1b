import { describe, expect, it } from 'vitest';
import { Workbench } from '../../src/domain/project/workbench.ts';
import { contentHash, writeContent } from '../../src/formats/content-pack.ts';
import { writePack } from '../../src/formats/pack.ts';
import type { ContentFiles } from '../../src/storage/content-files.ts';
import { Compute } from '../../src/workers/compute.ts';
import { KeptContents } from '../../src/workers/kept-contents.ts';
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
    reports: new Map(),
    files: async () => files,
    forget: (ids) => {
      workbench.forget(new Set(ids));
      contents.forget(ids);
    },
  });
  return { workbench, contents };
}

const hashOf = (table: typeof TABLE): Promise<string> => contentHash(writeContent({ table, report: null }));

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
    files.bytes.set(hash, writeContent({ table: OTHER, report: null }));
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
    const bytes = writeContent({ table: TABLE, report: null });
    new DataView(bytes.buffer).setUint32(4, 99, true);
    const hash = await contentHash(bytes);
    files.bytes.set(hash, bytes);
    const { contents } = made(files);
    expect(await contents.restore({ contentId: 'file-1', hash })).toMatchObject({ why: 'damaged' });
  });

  it('of the same name and other data take its place, and never stand for it', async () => {
    const files = memory();
    const hash = await hashOf(TABLE);
    files.bytes.set(hash, writeContent({ table: TABLE, report: null }));
    const { workbench, contents } = made(files);
    workbench.put('wards', OTHER);
    contents.restoreLater([{ contentId: 'wards', hash }]);
    await contents.bring([{ contentId: 'wards' }]);
    expect(workbench.tableAsRead('wards')).toEqual(TABLE);
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
    files.bytes.set(hash, writeContent({ table: TABLE, report: null }));
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
