import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importFiles } from '../../src/actions/import-files.ts';
import { keepNothing } from '../../src/actions/keep-nothing.ts';
import {
  copyProject,
  deleteProject,
  openProjectOfList,
  startAfresh,
  takeOver,
} from '../../src/actions/kept-projects.ts';
import { openKeptWork } from '../../src/actions/open-kept-work.ts';
import { sweepContents } from '../../src/actions/sweep-contents.ts';
import { whileNaming } from '../../src/storage/contents-guard.ts';
import { troubleNotices } from '../../src/stores/derived/trouble-notices.ts';
import { FakeBrowser, type FakeTab } from '../builders/fake-browser.ts';
import { rename, saved } from '../builders/kept-tab.ts';
import { MemoryFolder } from '../builders/memory-folder.ts';

let browser: FakeBrowser;
let files: MemoryFolder;
beforeEach(() => {
  files = new MemoryFolder();
  browser = new FakeBrowser();
  vi.stubGlobal('fetch', async () => {
    throw new Error('No connection.');
  });
  // Contents lie in the private file system.
  vi.stubGlobal(
    'FileSystemFileHandle',
    class {
      createWritable() {}
    },
  );
});
afterEach(() => {
  browser.end();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a project that a person deleted', () => {
  it.each<[string, (tab: FakeTab) => Promise<unknown>]>([
    ['deleting the only project', (tab) => deleteProject(tab.context, idIn(tab))],
    ['keeping nothing', (tab) => keepNothing(tab.context)],
  ])('is not missed at the next start: %s', async (_, act) => {
    const tab = await opened();
    rename(tab, 'Only');
    await saved(tab);
    expect(browser.localStorage.getItem('notspot.work-was-kept')).not.toBeNull();
    expect(await tab.in(() => act(tab))).toBeNull();
    tab.close();
    const next = await opened();
    expect([keepOf(next).welcome, said(next)]).toEqual([null, '']);
    expect(browser.localStorage.getItem('notspot.last-project')).toBeNull();
  });

  it('leaves the marks of those that remain', async () => {
    const tab = await opened();
    rename(tab, 'First');
    await saved(tab);
    await tab.in(() => tab.context.keeper.current?.keepAsNew('Second'));
    expect(await tab.in(() => deleteProject(tab.context, idIn(tab)))).toBeNull();
    expect(browser.localStorage.getItem('notspot.work-was-kept')).not.toBeNull();
    expect(await names(tab)).toEqual(['First']);
  });

  it.each<[string, (tab: FakeTab) => Promise<unknown>]>([
    ['deleting it', (tab) => deleteProject(tab.context, idIn(tab))],
    ['keeping nothing', (tab) => keepNothing(tab.context)],
    [
      'deleting it from the list, another on show',
      async (tab) => {
        const id = idIn(tab);
        await tab.in(() => tab.context.keeper.current?.keepAsNew('Another'));
        return deleteProject(tab.context, id);
      },
    ],
  ])('comes back by no second copy that was being written on a slow disk: %s', async (_, act) => {
    const tab = await opened();
    const projects = files.folders.get('projects') as MemoryFolder;
    let isWriting = false;
    const get = projects.getFileHandle.bind(projects);
    projects.getFileHandle = async (name, options) => {
      const handle = await get(name, options);
      const createWritable = async () => {
        const writable = await handle.createWritable();
        const close = async (): Promise<undefined> => {
          isWriting = true;
          await new Promise((resolve) => setTimeout(resolve, 300));
          return writable.close();
        };
        return { ...writable, close };
      };
      return { ...handle, createWritable };
    };
    rename(tab, 'Secret');
    await saved(tab);
    await vi.waitFor(() => expect(isWriting).toBe(true), { timeout: 5000 });
    expect(await tab.in(() => act(tab))).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([...projects.files.values()].join()).not.toContain('Secret');
  });

  it('comes back by none that was still to follow', async () => {
    const tab = await opened();
    rename(tab, 'Secret');
    await saved(tab);
    expect(await tab.in(() => deleteProject(tab.context, idIn(tab)))).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 1800));
    expect(files.folders.get('projects')?.files.size).toBe(0);
  });

  it('leaves no name and no assumption on show where the demo cannot be fetched', async () => {
    const tab = await opened();
    rename(tab, 'Secret');
    const assumptions = [{ text: 'A secret', source: null }];
    tab.in(() => tab.context.project.getState().change('x', { kind: 'set-assumptions', assumptions }));
    await saved(tab);
    expect(await tab.in(() => deleteProject(tab.context, idIn(tab)))).toBeNull();
    expect(JSON.stringify(tab.context.project.getState())).not.toMatch(/secret/i);
    expect(tab.context.analysis.getState().status).toBe('failed');
  });

  it('that cannot be deleted stays, and why is said', async () => {
    const tab = await opened();
    rename(tab, 'Stays');
    await saved(tab);
    const keeper = tab.context.keeper.current;
    if (!keeper) throw new Error('No keeper.');
    const id = idIn(tab);
    vi.spyOn(keeper.projects, 'remove').mockRejectedValue(new Error('The disk fails.'));
    await expect(tab.in(() => keepNothing(tab.context))).rejects.toThrow('The disk fails.');
    expect([idIn(tab), nameIn(tab), tab.context.project.getState().readOnly]).toEqual([id, 'Stays', false]);
    rename(tab, 'Goes on');
    await saved(tab);
    await expect(tab.in(() => deleteProject(tab.context, id))).rejects.toThrow('The disk fails.');
    expect(await names(tab)).toEqual(['Goes on']);
  });
});

describe('the data of a deleted project', () => {
  it('stays where another project cannot be read, which is said; it goes with that one', async () => {
    const tab = await withContents();
    await putDamaged();
    expect(await tab.in(() => deleteProject(tab.context, idIn(tab)))).toBeNull();
    expect(onDisk()).toBe(1);
    expect(said(tab)).toMatch(/data of “North” is still on this computer.*cannot be read/);
    expect(await tab.in(() => deleteProject(tab.context, 'bad'))).toBeNull();
    expect([onDisk(), keepOf(tab).told]).toEqual([0, null]);
  });

  it('stays while another tab saves, which is said; a sweep of a later visit lets it go', async () => {
    const tab = await withContents();
    const other = browser.open();
    let end = (): void => undefined;
    const saving = other.in(() =>
      whileNaming(
        () =>
          new Promise<void>((resolve) => {
            end = resolve;
          }),
      ),
    );
    await new Promise((resolve) => setImmediate(resolve));
    expect(await tab.in(() => deleteProject(tab.context, idIn(tab)))).toBeNull();
    expect(onDisk()).toBe(1);
    expect(said(tab)).toMatch(/another tab is just saving.*It goes when Notspot is next opened/);
    end();
    await saving;
    tab.close();
    const next = await opened();
    await next.in(() => sweepContents(next.context));
    expect(onDisk()).toBe(0);
  });

  it('is let go of by no sweep where a project names it, or where nothing can be known', async () => {
    const tab = await withContents();
    await tab.in(() => sweepContents(tab.context));
    expect(onDisk()).toBe(1);
    await putDamaged();
    await tab.in(() => sweepContents(tab.context));
    expect([onDisk(), keepOf(tab).told]).toEqual([1, null]);
  });
});

describe('what is asked while files are being read', () => {
  it.each<[string, (tab: FakeTab, id: string) => Promise<unknown>]>([
    ['opening another project', (tab, id) => openProjectOfList(tab.context, id)],
    ['starting a new one', (tab) => startAfresh(tab.context)],
  ])('%s waits, and the files end where they were given', async (_, act) => {
    const tab = await opened();
    rename(tab, 'One');
    await saved(tab);
    const id = idIn(tab);
    await tab.in(() => tab.context.keeper.current?.keepAsNew('Two'));
    const { run } = tab.context.compute;
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    Object.assign(tab.context.compute, {
      run: async (...given: Parameters<typeof run>) => {
        await held;
        return run(...given);
      },
    });
    const importing = drop(tab);
    const why = await tab.in(() => act(tab, id));
    expect(nameIn(tab)).toBe('Two');
    expect(`${why} ${said(tab)}`).toMatch(/Files are just being read/);
    go();
    await importing;
    const { datasets } = tab.context.project.getState().project;
    expect([nameIn(tab), datasets.map(({ fileName }) => fileName)]).toEqual(['Two', ['a.csv']]);
    await tab.in(() => act(tab, id));
    expect(nameIn(tab)).not.toBe('Two');
    expect(keepOf(tab).told).toBeNull();
  });

  it('deleting the project on show waits too', async () => {
    const tab = await opened();
    rename(tab, 'One');
    await saved(tab);
    tab.context.imports.setState({ status: 'reading' });
    expect(await tab.in(() => deleteProject(tab.context, idIn(tab)))).toMatch(/being read/);
    expect(await names(tab)).toEqual(['One']);
  });
});

it('taking over a project that was deleted elsewhere keeps what is on show as a new one, and says so', async () => {
  const one = await opened();
  rename(one, 'Shared');
  await saved(one);
  const other = await opened();
  expect(keepOf(other).heldElsewhere).toBe(true);
  const before = idIn(other);
  await one.in(() => deleteProject(one.context, idIn(one)));
  await other.in(() => takeOver(other.context));
  expect(keepOf(other)).toMatchObject({ heldElsewhere: false, status: 'saved' });
  expect(idIn(other)).not.toBe(before);
  expect([nameIn(other), await names(other)]).toEqual(['Shared', ['Shared']]);
  expect(said(other)).toMatch(/deleted in another tab.*kept as a new project/);
  rename(other, 'Mine');
  await saved(other);
});

it('a copy for which there is no room says so', async () => {
  const tab = await opened();
  rename(tab, 'A');
  await saved(tab);
  browser.isFull = true;
  await tab.in(() => copyProject(tab.context, idIn(tab)));
  expect(said(tab)).toMatch(/could not be copied This browser is full/);
  browser.isFull = false;
  await tab.in(() => copyProject(tab.context, idIn(tab)));
  expect([await names(tab), said(tab)]).toEqual([['A', 'A (copy)'], '']);
});

async function opened(): Promise<FakeTab> {
  const tab = browser.open();
  Object.assign(tab.navigator, { storage: { getDirectory: async () => files } });
  await tab.in(() => openKeptWork(tab.context));
  return tab;
}

/** A kept project with one file, whose data lies in the private file system. */
async function withContents(): Promise<FakeTab> {
  const tab = await opened();
  rename(tab, 'North');
  await drop(tab);
  await saved(tab);
  await tab.in(() => openProjectOfList(tab.context, idIn(tab)));
  const contents = await files.getDirectoryHandle('contents', { create: true });
  for (const hash of browser.contents.bytes.keys()) contents.files.set(hash, 'rows');
  expect(onDisk()).toBe(1);
  return tab;
}

function onDisk(): number | undefined {
  return files.folders.get('contents')?.files.size;
}

/** A project of which nothing but its id can be read. */
async function putDamaged(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = browser.factory.open('notspot');
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction(['projects'], 'readwrite');
  transaction.objectStore('projects').put({ id: 'bad' });
  await new Promise<void>((resolve) => {
    transaction.oncomplete = () => resolve();
  });
  database.close();
}

function drop(tab: FakeTab): Promise<void> {
  return tab.in(() => importFiles(tab.context, [new File(['code,a\nE05000001,1\nE05000002,2\n'], 'a.csv')]));
}

function keepOf(tab: FakeTab) {
  return tab.context.keep.getState();
}

function idIn(tab: FakeTab): string {
  return keepOf(tab).projectId ?? '';
}

function nameIn(tab: FakeTab): string {
  return tab.context.project.getState().project.name;
}

function said(tab: FakeTab): string {
  return troubleNotices(keepOf(tab), { refusals: 0 })
    .map(({ title, happened }) => `${title} ${happened}`)
    .join(' ');
}

async function names(tab: FakeTab): Promise<string[]> {
  const listed = (await tab.in(() => tab.context.keeper.current?.projects.list())) ?? [];
  return listed.map((one) => (one.state === 'whole' ? one.record.name : one.state)).sort();
}
