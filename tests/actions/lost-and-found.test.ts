import { IDBOpenDBRequest } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetFile } from '../../src/actions/forget-file.ts';
import { listSecondCopies } from '../../src/actions/list-second-copies.ts';
import { startStoreAfresh, trySavingAgain } from '../../src/actions/mend-store.ts';
import { openKept, openKeptWork } from '../../src/actions/open-kept-work.ts';
import { openSecondCopy, putCopiesBack } from '../../src/actions/second-copy-list.ts';
import { FakeBrowser, type FakeTab } from '../builders/fake-browser.ts';
import { drop, openTab, rename, saved } from '../builders/kept-tab.ts';
import { MemoryFolder } from '../builders/memory-folder.ts';

let browser: FakeBrowser;
let files: MemoryFolder;
beforeEach(() => {
  browser = new FakeBrowser();
  files = new MemoryFolder();
});
afterEach(() => {
  browser.end();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('data that was missing and is given again', () => {
  it('takes nothing from work that waits for room', async () => {
    await lostFile();
    const tab = await opened();
    browser.isFull = true;
    await tab.in(() => tab.context.keeper.current?.keepWhole());
    rename(tab, 'Only in memory');
    await flush(tab);
    expect(keepOf(tab)).toMatchObject({ status: 'full', projectId: null });
    const { waiting } = keepOf(tab);
    expect(waiting).toBeGreaterThan(0);
    await drop(tab, 'a', 1);
    expect(keepOf(tab).waiting).toBe(waiting);
    expect(await flush(tab)).toBe(false);
    browser.isFull = false;
    await tab.in(() => trySavingAgain(tab.context));
    expect(keepOf(tab)).toMatchObject({ status: 'saved', waiting: 0 });
    expect(await names(tab)).toContain('Only in memory');
  });

  it('is no change: a tab that only reads writes nothing, and its writer goes on', async () => {
    await lostFile();
    const writer = await opened();
    const reader = await opened();
    expect(keepOf(reader).heldElsewhere).toBe(true);
    await drop(reader, 'a', 1);
    await flush(reader);
    expect(keepOf(reader)).toMatchObject({ heldElsewhere: true, welcome: { kind: 'files-found' } });
    expect(reader.context.project.getState().readOnly).toBe(true);
    rename(writer, 'By the writer');
    await saved(writer);
    expect(keepOf(writer).welcome?.kind).not.toBe('kept-as-copy');
    expect(await names(writer)).toEqual(['By the writer']);
    // What it was given lies in the store all the same, for whoever opens the project next.
    expect(browser.contents.bytes.size).toBe(1);
  });

  it('is told as not saved until the store has it', async () => {
    await lostFile();
    const tab = await opened();
    expect(keepOf(tab).welcome?.kind).toBe('contents-lost');
    browser.isFull = true;
    await drop(tab, 'a', 1);
    await flush(tab);
    expect(keepOf(tab)).toMatchObject({ status: 'full', failing: 'full' });
    browser.isFull = false;
    await tab.in(() => trySavingAgain(tab.context));
    expect(keepOf(tab).status).toBe('saved');
    expect(browser.contents.bytes.size).toBe(1);
    tab.close();
    expect(keepOf(await opened()).welcome).toBeNull();
  });
});

describe('the age of the last file', () => {
  it('counts on where a project is put back from its second copy', async () => {
    const tab = await openedWith(files);
    for (const name of ['A', 'B', 'C', 'D', 'E']) await change(tab, name);
    await tab.in(() => tab.context.keeper.current?.savedToFile('2026-11-27T07:00:00.000Z'));
    await change(tab, 'F');
    await copied(tab);
    tab.close();
    browser.end();
    browser = new FakeBrowser();
    const fresh = await openedWith(files);
    await fresh.in(() => putCopiesBack(fresh.context));
    expect(keepOf(fresh).file?.changesSince).toBe(1);
    await change(fresh, 'G');
    await change(fresh, 'H');
    expect(keepOf(fresh).file?.changesSince).toBe(3);
  });

  it('tells of a work that has less than the file, and no later edit makes up for it', async () => {
    const tab = await opened();
    await change(tab, 'A');
    await change(tab, 'B');
    browser.contents.isFull = true;
    // Changes whose data has no room: the file has them, the disk has not.
    await drop(tab, 'a', 1);
    await drop(tab, 'b', 2);
    expect(await flush(tab)).toBe(false);
    await tab.in(() => tab.context.keeper.current?.savedToFile('2026-11-27T07:00:00.000Z'));
    expect(keepOf(tab).file?.changesSince).toBe(0);
    tab.crash();
    browser.contents.isFull = false;
    const next = await opened();
    expect(next.context.project.getState().project.datasets).toEqual([]);
    const since = keepOf(next).file?.changesSince ?? 0;
    expect(since).toBeGreaterThan(0);
    await change(next, 'C');
    expect(keepOf(next).file?.changesSince).toBe(since + 1);
  });
});

describe('steps of undo that are not kept', () => {
  it('are told while they can still be taken', async () => {
    const tab = await opened();
    await change(tab, 'A');
    browser.contents.isFull = true;
    await drop(tab, 'a', 1);
    const [{ contentId }] = tab.context.project.getState().project.datasets;
    tab.in(() => forgetFile(tab.context, contentId));
    await saved(tab);
    expect(keepOf(tab)).toMatchObject({ status: 'saved', isUndoShorter: true });
    browser.contents.isFull = false;
    await change(tab, 'B');
    expect(keepOf(tab).isUndoShorter).toBe(false);
  });
});

describe('a store that the browser closed', () => {
  it('stays told as closed whatever is put on show, and opens again with the next save', async () => {
    const tab = await opened();
    await change(tab, 'A');
    tab.context.keep.setState({ status: 'off', trouble: 'closed' });
    tab.in(() => tab.context.keeper.current?.show(null));
    expect(keepOf(tab)).toMatchObject({ status: 'off', trouble: 'closed' });
    rename(tab, 'After it');
    await saved(tab);
    expect(keepOf(tab)).toMatchObject({ status: 'saved', trouble: null });
    expect(await names(tab)).toContain('After it');
  });

  it('one that a newer version changed lets nobody edit here', async () => {
    const tab = await opened();
    await change(tab, 'A');
    tab.context.keep.setState({ status: 'off', trouble: 'overtaken' });
    tab.in(() => tab.context.keeper.current?.show(null));
    expect(tab.context.project.getState().readOnly).toBe(true);
    expect(keepOf(tab).trouble).toBe('overtaken');
  });
});

describe('a store that does not answer', () => {
  it('is not called damaged, and is found when it answers', async () => {
    const one = await opened();
    await change(one, 'A');
    one.close();
    const tab = browser.open();
    const open = vi.spyOn(browser.factory, 'open').mockImplementation(() => new IDBOpenDBRequest() as never);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const opening = tab.in(() => openKeptWork(tab.context));
    await vi.advanceTimersByTimeAsync(16_000);
    expect(await opening).toBe('refused');
    vi.useRealTimers();
    expect(keepOf(tab)).toMatchObject({ status: 'off', trouble: 'silent' });
    open.mockRestore();
    await tab.in(() => trySavingAgain(tab.context));
    expect(tab.context.project.getState().project.name).toBe('A');
  });
});

describe('second copies', () => {
  it('one that cannot be read takes no other with it, and starting afresh says what became of them', async () => {
    const tab = await openedWith(files);
    await change(tab, 'First');
    await copied(tab);
    tab.close();
    const folder = files.folders.get('projects') as MemoryFolder;
    folder.files.set('bad.json', 'x');
    const get = folder.getFileHandle.bind(folder);
    folder.getFileHandle = async (name, options) => {
      if (name === 'bad.json') throw new DOMException('The disk fails.', 'NotReadableError');
      return get(name, options);
    };
    browser.end();
    browser = new FakeBrowser();
    const fresh = await openedWith(files);
    expect(
      keepOf(fresh)
        .copies?.map(({ state }) => state)
        .sort(),
    ).toEqual(['damaged', 'whole']);
    expect(await fresh.in(() => startStoreAfresh(fresh.context))).toBeNull();
    expect(await names(fresh)).toEqual(['First']);
  });

  it('a failing one is named once the others are back, and is still there', async () => {
    const tab = await openedWith(files);
    await change(tab, 'First');
    await copied(tab);
    tab.close();
    browser.end();
    browser = new FakeBrowser();
    const fresh = await openedWith(files);
    const projects = fresh.context.keeper.current?.projects;
    if (!projects) throw new Error('no store');
    vi.spyOn(projects, 'create').mockRejectedValue(new DOMException('No room.', 'QuotaExceededError'));
    await expect(fresh.in(() => putCopiesBack(fresh.context))).rejects.toThrow('No room.');
    expect(keepOf(fresh).copies).toHaveLength(1);
  });

  it('of a damaged project is offered, and opens over other work as a step that can be undone', async () => {
    const tab = await openedWith(files);
    await change(tab, 'Damaged later');
    const id = keepOf(tab).projectId ?? '';
    await copied(tab);
    await tab.in(() => tab.context.keeper.current?.keepAsNew('Other'));
    await saved(tab);
    const listed = await tab.in(() => tab.context.keeper.current?.projects.list());
    const found = listed?.find((one) => one.state === 'whole' && one.record.id === id);
    if (!found) throw new Error('not listed');
    await spoil(id);
    expect(await tab.in(() => openKept(tab.context, found))).toBe('refused');
    expect(keepOf(tab).copies).toMatchObject([{ id, state: 'whole' }]);
    expect(await tab.in(() => openSecondCopy(tab.context, id))).toBeNull();
    expect(tab.context.project.getState().project.name).toBe('Damaged later');
    tab.in(() => tab.context.project.getState().undo());
    expect(tab.context.project.getState().project.name).toBe('Other');
  });

  it('are not written by a tab whose lock is gone, nor once they are ended', async () => {
    const tab = await openedWith(files);
    await change(tab, 'Mine');
    const id = keepOf(tab).projectId ?? '';
    tab.isFrozen = true;
    browser.locks.drop(tab);
    const other = await openedWith(files);
    const listed = await other.in(() => other.context.keeper.current?.projects.list());
    await other.in(() => openKept(other.context, listed?.[0] as never, { take: true }));
    await change(other, 'Theirs');
    await copied(other, 'Theirs');
    tab.isFrozen = false;
    await new Promise((resolve) => setTimeout(resolve, 1700));
    expect(files.folders.get('projects')?.files.get(`${id}.json`)).toContain('Theirs');
    await change(other, 'Secret');
    await other.in(() => other.context.keeper.current?.endCopies());
    await new Promise((resolve) => setTimeout(resolve, 1700));
    expect(files.folders.get('projects')?.files.get(`${id}.json`)).not.toContain('Secret');
    await other.in(() => listSecondCopies(other.context));
    expect(keepOf(other).copies).toEqual([]);
  });
});

const keepOf = (tab: FakeTab) => tab.context.keep.getState();
const flush = (tab: FakeTab) => tab.in(() => tab.context.keeper.current?.flush());

const opened = (): Promise<FakeTab> => openTab(browser);

const openedWith = (root: MemoryFolder): Promise<FakeTab> => openTab(browser, root);

/** A kept project with one file whose data the browser has thrown away. */
async function lostFile(): Promise<void> {
  const one = await opened();
  await drop(one, 'a', 1);
  await saved(one);
  one.close();
  browser.contents.bytes.clear();
}

async function change(tab: FakeTab, name: string): Promise<void> {
  rename(tab, name);
  await saved(tab);
}

async function names(tab: FakeTab): Promise<string[]> {
  const listed = (await tab.in(() => tab.context.keeper.current?.projects.list())) ?? [];
  return listed.map((one) => (one.state === 'whole' ? one.record.name : one.state)).sort();
}

/** Waits until the second copy of the project on show holds its name. */
async function copied(tab: FakeTab, name = tab.context.project.getState().project.name): Promise<void> {
  const copyOf = () => files.folders.get('projects')?.files.get(`${keepOf(tab).projectId}.json`) ?? '';
  await vi.waitFor(() => expect(copyOf()).toContain(name), { timeout: 4000 });
}

/** Damages what is kept of a project's work. */
async function spoil(id: string): Promise<void> {
  const request = browser.factory.open('notspot');
  const database = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result as IDBDatabase);
  });
  const transaction = database.transaction(['snapshots'], 'readwrite');
  transaction.objectStore('snapshots').put({ id, schema: 1, revision: 1, text: '{"project":' });
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}
