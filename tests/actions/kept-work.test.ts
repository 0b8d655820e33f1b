import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followDeletion } from '../../src/actions/delete-all-data.ts';
import { forgetFile } from '../../src/actions/forget-file.ts';
import { keepAgain, keepNothing } from '../../src/actions/keep-nothing.ts';
import { openProjectOfList, renameProject, startAfresh } from '../../src/actions/kept-projects.ts';
import { startStoreAfresh, trySavingAgain } from '../../src/actions/mend-store.ts';
import { openKeptWork } from '../../src/actions/open-kept-work.ts';
import { openSecondCopy, putCopiesBack } from '../../src/actions/second-copy-list.ts';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { openDeletionChannel } from '../../src/storage/deletion-channel.ts';
import { FakeBrowser, type FakeTab } from '../builders/fake-browser.ts';
import { drop, openTab, rename, saved } from '../builders/kept-tab.ts';
import { MemoryFolder } from '../builders/memory-folder.ts';

let browser: FakeBrowser;
let files: MemoryFolder;
beforeEach(() => {
  files = new MemoryFolder();
  browser = new FakeBrowser();
});
afterEach(() => {
  browser.end();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('data that the browser lost', () => {
  it('works again where the same file is dropped, and is kept again', async () => {
    const tab = await opened();
    await drop(tab, 'a', 1);
    await drop(tab, 'b', 2);
    await saved(tab);
    const before = workOf(tab);
    tab.close();
    browser.contents.bytes.clear();
    const next = await opened();
    expect(keepOf(next).welcome).toMatchObject({ kind: 'contents-lost', fileNames: ['a.csv', 'b.csv'] });
    await drop(next, 'b', 2);
    expect(keepOf(next).welcome).toEqual({
      kind: 'files-found',
      fileNames: ['b.csv'],
      stillMissing: ['a.csv'],
    });
    await drop(next, 'a', 1);
    expect(keepOf(next).welcome).toEqual({ kind: 'files-found', fileNames: ['a.csv'], stillMissing: [] });
    expect(workOf(next)).toBe(before);
    expect(browser.contents.bytes.size).toBe(2);
    next.close();
    expect(keepOf(await opened()).welcome).toBeNull();
  });

  it('is not taken for another file of the same name', async () => {
    const tab = await opened();
    await drop(tab, 'a', 1);
    await saved(tab);
    tab.close();
    browser.contents.bytes.clear();
    const next = await opened();
    await drop(next, 'a', 7);
    expect(keepOf(next).welcome).toMatchObject({ kind: 'contents-lost', fileNames: ['a.csv'] });
    expect(next.context.project.getState().project.datasets).toHaveLength(1);
    const [{ report }] = next.context.imports.getState().files;
    expect(report.issues.map(({ code }) => code)).toEqual(['OTHER_DATA']);
  });
});

describe('keeping nothing', () => {
  it('deletes what is kept of the work on show and writes nothing more, until it is wanted again', async () => {
    const tab = await opened();
    await drop(tab, 'a', 1);
    await saved(tab);
    const [{ contentId }] = tab.context.project.getState().project.datasets;
    tab.in(() => forgetFile(tab.context, contentId));
    await saved(tab);
    tab.close();
    const next = await opened();
    expect(await next.in(() => keepNothing(next.context))).toBeNull();
    expect(keepOf(next)).toMatchObject({ status: 'off', trouble: 'not-wanted', projectId: null });
    expect(await kept(browser)).toBe(0);
    // The page clears the browser's own file system, which this one has not.
    browser.contents.bytes.clear();
    next.in(() =>
      next.context.project.getState().change('B', { kind: 'set-name', name: 'B', fictional: false }),
    );
    next.in(() => next.context.project.getState().undo());
    expect(await kept(browser)).toBe(0);
    next.in(() => next.context.project.getState().undo());
    await next.in(() => keepAgain(next.context));
    expect(keepOf(next)).toMatchObject({ status: 'saved', trouble: null });
    next.close();
    // The file that only a step named then had its data in the store alone.
    const last = await opened();
    expect(keepOf(last).welcome).toBeNull();
    expect(last.context.project.getState().project.datasets).toHaveLength(1);
    last.in(() => last.context.project.getState().redo());
    expect(last.context.project.getState().project.datasets).toHaveLength(0);
  });

  it('holds for the tab over a reload, and says so', async () => {
    const tab = await opened();
    await tab.in(() => keepNothing(tab.context));
    expect(await tab.in(() => openKeptWork(tab.context))).toBe('none');
    expect(keepOf(tab)).toMatchObject({ status: 'off', trouble: 'not-wanted' });
  });
});

describe('a store that does not open', () => {
  it('is tried again without loss of what was done meanwhile', async () => {
    const tab = browser.open();
    const open = vi.spyOn(browser.factory, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store.', 'UnknownError');
    });
    expect(await tab.in(() => openKeptWork(tab.context))).toBe('refused');
    expect(keepOf(tab)).toMatchObject({ status: 'off', trouble: 'unreadable', copies: [] });
    rename(tab, 'Meanwhile');
    await tab.in(() => trySavingAgain(tab.context));
    expect(keepOf(tab)).toMatchObject({ status: 'off', trouble: 'unreadable' });
    open.mockRestore();
    await tab.in(() => trySavingAgain(tab.context));
    expect(keepOf(tab)).toMatchObject({ status: 'saved', trouble: null });
    tab.close();
    expect((await opened()).context.project.getState().project.name).toBe('Meanwhile');
  });
});

describe('second copies', () => {
  it('are offered where the store does not open, opened in memory, and put back by starting afresh', async () => {
    const tab = await openedWith(files);
    rename(tab, 'First');
    await saved(tab);
    await copied(1);
    await tab.in(() => tab.context.keeper.current?.keepAsNew('Second'));
    await copied(2);
    const before = workOf(tab);
    tab.close();
    files.folders.get('projects')?.files.set('bad.json', '{"record":');

    const open = vi.spyOn(browser.factory, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store.', 'UnknownError');
    });
    const next = await openedWith(files);
    const copies = keepOf(next).copies ?? [];
    expect(copies.map(({ name, state }) => [name, state]).sort()).toEqual([
      ['First', 'whole'],
      ['Project without a readable name', 'damaged'],
      ['Second', 'whole'],
    ]);
    const second = copies.find(({ name }) => name === 'Second')?.id ?? '';
    expect(await next.in(() => openSecondCopy(next.context, second))).toBeNull();
    expect(workOf(next)).toBe(before);
    expect(await next.in(() => openSecondCopy(next.context, 'bad'))).toMatch(/cannot be read/);
    expect(workOf(next)).toBe(before);

    open.mockRestore();
    expect(await next.in(() => startStoreAfresh(next.context))).toBeNull();
    expect(keepOf(next)).toMatchObject({ status: 'saved', trouble: null });
    expect(keepOf(next).copies?.map(({ state }) => state)).toEqual(['damaged']);
    const listed = (await next.in(() => next.context.keeper.current?.projects.list())) ?? [];
    const names = listed.map((one) => (one.state === 'whole' ? one.record.name : one.state));
    // The one that was open in memory is kept as a project of its own beside what was put back.
    expect(names.sort()).toEqual(['First', 'Second', 'Second']);
  });

  it('are put back where the browser threw its store away', async () => {
    const tab = await openedWith(files);
    rename(tab, 'First');
    await saved(tab);
    await copied(1);
    const before = workOf(tab);
    tab.close();
    browser.localStorage.removeItem('notspot.work-was-kept');
    const next = new FakeBrowser();
    const fresh = next.open();
    Object.assign(fresh.navigator, { storage: { getDirectory: async () => files } });
    expect(await fresh.in(() => openKeptWork(fresh.context))).toBe('none');
    expect(keepOf(fresh).welcome).toEqual({ kind: 'removed-by-browser', lastKeptAt: null });
    await fresh.in(() => putCopiesBack(fresh.context));
    expect(keepOf(fresh)).toMatchObject({ status: 'saved', welcome: null, copies: [] });
    expect(workOf(fresh)).toBe(before);
    next.end();
  });

  it('say why where the browser cannot delete its store either', async () => {
    const tab = await openedWith(files);
    vi.spyOn(browser.factory, 'deleteDatabase').mockImplementation(() => {
      const request = {} as IDBOpenDBRequest;
      setImmediate(() => request.onerror?.(new Event('error')));
      return request as never;
    });
    expect(await tab.in(() => startStoreAfresh(tab.context))).toMatch(/clear this site’s data/);
  });
});

describe('deleting everything in one tab', () => {
  it('stops the others at once, with what they had not kept yet unwritten', async () => {
    const reload = vi.fn();
    vi.stubGlobal('location', { pathname: '/', reload });
    vi.stubGlobal('history', { replaceState: vi.fn(), state: null });
    const tab = await opened();
    tab.in(() => followDeletion(tab.context));
    rename(tab, 'A');
    await saved(tab);
    rename(tab, 'B');
    const other = browser.open();
    const tell = other.in(() => openDeletionChannel(() => undefined));
    other.in(() => tell('deleting'));
    await vi.waitFor(() =>
      expect(keepOf(tab)).toMatchObject({ status: 'off', trouble: 'deleted', waiting: 0 }),
    );
    rename(tab, 'C');
    expect(tab.context.project.getState()).toMatchObject({ readOnly: true, refusals: 1 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    tab.sessionStorage.setItem('notspot.project', 'x');
    Object.assign(tab.sessionStorage, { clear: () => tab.sessionStorage.removeItem('notspot.project') });
    other.in(() => tell('deleted'));
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
    expect(tab.sessionStorage.length).toBe(0);
    other.in(() => expect(other.context.keeper.current).toBeNull());
  });
});

const opened = (): Promise<FakeTab> => openTab(browser);

const openedWith = (root: MemoryFolder): Promise<FakeTab> => openTab(browser, root);

async function copied(count: number): Promise<void> {
  const written = (): number =>
    [...(files.folders.get('projects')?.files.values() ?? [])].filter((text) => text !== '').length;
  await vi.waitFor(() => expect(written()).toBe(count), { timeout: 10_000 });
}

function keepOf(tab: FakeTab) {
  return tab.context.keep.getState();
}

function workOf(tab: FakeTab): string {
  const { project, done, undone } = tab.context.project.getState();
  return canonicalJson({ project, done, undone });
}

/** Projects that a browser holds. */
async function kept({ factory }: FakeBrowser): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = factory.open('notspot');
    request.onsuccess = () => resolve(request.result as unknown as IDBDatabase);
  });
  const projects = await new Promise<number>((resolve) => {
    const request = database.transaction(['projects']).objectStore('projects').count();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return projects;
}

describe('another project of the list', () => {
  /** A tab with a new project on show, and the id of one kept before. */
  async function besideAnother(): Promise<{ tab: FakeTab; id: string }> {
    const tab = await opened();
    await drop(tab, 'a', 1);
    await saved(tab);
    const id = keepOf(tab).projectId as string;
    expect(await tab.in(() => startAfresh(tab.context))).toBeNull();
    return { tab, id };
  }

  it('takes a new name without being opened, and its renaming can be undone once it is', async () => {
    const { tab, id } = await besideAnother();
    const before = workOf(tab);
    expect(await tab.in(() => renameProject(tab.context, id, '  Northtown '))).toBeNull();
    expect(workOf(tab)).toBe(before);
    expect(keepOf(tab).projects?.map((one) => one.name)).toContain('Northtown');
    await tab.in(() => openProjectOfList(tab.context, id));
    const { project } = tab.context;
    expect(project.getState().project.name).toBe('Northtown');
    expect(project.getState().done.at(-1)?.label).toBe('Renamed to Northtown');
    tab.in(() => project.getState().undo());
    expect(project.getState().project.name).not.toBe('Northtown');
  });

  it('keeps its name where another tab has it open', async () => {
    const { tab, id } = await besideAnother();
    const other = await opened();
    await other.in(() => openProjectOfList(other.context, id));
    expect(keepOf(other)).toMatchObject({ projectId: id, heldElsewhere: false });
    expect(await tab.in(() => renameProject(tab.context, id, 'Northtown'))).toMatch(/Another tab/);
    expect(keepOf(tab).projects?.map((one) => one.name)).not.toContain('Northtown');
  });
});

describe('a new project', () => {
  it('is not started over work that is not saved, and says why', async () => {
    const tab = await opened();
    await drop(tab, 'a', 1);
    await saved(tab);
    browser.isFull = true;
    await drop(tab, 'b', 2);
    const before = workOf(tab);
    expect(await tab.in(() => startAfresh(tab.context))).toMatch(/not saved in this browser/);
    expect(workOf(tab)).toBe(before);
  });
});
