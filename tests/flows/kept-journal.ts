import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { applyEntry, type Work, type WorkEntry } from '../../src/domain/project/work.ts';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { projectByHashes } from '../../src/formats/project-hash.ts';
import { KeptProjects } from '../../src/storage/kept-projects.ts';
import type { JournalRecord, ProjectRecord, SnapshotRecord } from '../../src/storage/kept-records.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { goTo, headlineOf, waitForCount } from './app-page.ts';
import { goToWork, type SavedFile, saveFile } from './saved-file.ts';

/**
 * The journal of acknowledged changes that a story keeps outside the browser. It begins with the first definition that is
 * chosen and shown as saved; the work that must be on the disk after each further one is worked out here, not read.
 */
export class KeptJournal {
  /** The work as acknowledged; null until something was. */
  work: Work | null = null;
  private id = '';

  /** Chooses a definition and waits until the screen calls it saved: it is owed from then on. */
  async define(page: Page, label: string): Promise<void> {
    const entry = await this.choose(page, label);
    await expectSaved(page);
    await this.acknowledge(page, entry);
  }

  /** Chooses a definition and waits for nothing; gives what it does to the work. */
  async choose(page: Page, label: string): Promise<WorkEntry> {
    await page.getByLabel('Definition', { exact: true }).selectOption({ label });
    return this.entryOf(label);
  }

  /** What choosing a definition does to the work. */
  entryOf(label: string): WorkEntry {
    const recipeId = this.work?.project.recipes.find(({ name }) => name === label)?.id ?? '';
    const change = { kind: 'all', changes: [{ kind: 'set-view', view: { recipeId } }] } as const;
    return { kind: 'change', label: `Not-spot now means: ${label}`, change };
  }

  /** What was shown as saved. */
  async acknowledge(page: Page, entry: WorkEntry): Promise<void> {
    if (this.work) {
      this.work = applyEntry(this.work, entry);
      return;
    }
    const [only, ...others] = await readKept(page);
    expect(others).toEqual([]);
    // Files may have been loaded before.
    expect(only.work.done.at(-1)?.label).toBe((entry as { label: string }).label);
    expect(await namedWrongly(page, only.record)).toEqual([]);
    this.work = only.work;
    this.id = only.record.id;
  }

  undo(): void {
    if (this.work) this.work = applyEntry(this.work, { kind: 'undo' });
  }

  /**
   * The common check: the page is loaded anew, and what the disk then holds is, byte for byte in canonical form, what was
   * acknowledged, or that with some of `unsaved` after it. The screen shows the same, and a file that is saved of it holds
   * the same project.
   */
  async check(page: Page, unsaved: readonly WorkEntry[] = []): Promise<void> {
    await page.reload();
    await waitForCount(page);
    await this.holds(page, unsaved);
    await goToWork(page);
    await this.isIn(await saveFile(page), page);
    await goTo(page, 'Not-spots');
    await waitForCount(page);
  }

  /** A file that the app saved holds the project as acknowledged, its contents named as the disk names them. */
  async isIn({ project }: Pick<SavedFile, 'project'>, page: Page): Promise<void> {
    if (!this.work) throw new Error('Nothing was acknowledged.');
    const found = (await readKept(page)).find(({ record }) => record.id === this.id);
    const hashes = new Map(found?.record.contents.map(({ contentId, hash }) => [contentId, hash]));
    const named = projectByHashes(this.work.project, (contentId) => hashes.get(contentId));
    expect(project, 'what the saved file holds').toBe(canonicalJson(named));
  }

  /**
   * The same as `holds` after an import that nobody had been told was saved: it is there whole, with its data, or not at
   * all. Where it is, it is taken back. Gives whether it was.
   */
  async holdsOrImported(page: Page, label: string): Promise<boolean> {
    const found = (await readKept(page)).find(({ record }) => record.id === this.id);
    if (found?.work.done.at(-1)?.label !== label) {
      await waitForCount(page);
      await this.holds(page);
      return false;
    }
    expect(await namedWrongly(page, found.record)).toEqual([]);
    await page.keyboard.press('Control+z');
    await expectSaved(page);
    await waitForCount(page);
    const [kept] = (await readKept(page)).filter(({ record }) => record.id === this.id);
    expect(kept.work.undone.map((step) => step.label)).toEqual([label]);
    expect(canonicalJson({ ...kept.work, undone: this.work?.undone })).toBe(canonicalJson(this.work));
    this.work = kept.work;
    return true;
  }

  /** The same without loading anew. Gives how many of `unsaved` were on the disk. */
  async holds(page: Page, unsaved: readonly WorkEntry[] = []): Promise<number> {
    if (!this.work) throw new Error('Nothing was acknowledged.');
    const allowed = [this.work];
    for (const entry of unsaved) allowed.push(applyEntry(allowed[allowed.length - 1], entry));
    const found = (await readKept(page)).find(({ record }) => record.id === this.id);
    if (found)
      expect(await namedWrongly(page, found.record), 'contents that are not what their name says').toEqual(
        [],
      );
    const texts = allowed.map(canonicalJson);
    const at = texts.lastIndexOf(canonicalJson(found?.work ?? null));
    if (at < 0) expect(canonicalJson(found?.work ?? null), 'what the disk holds').toBe(texts[0]);
    this.work = allowed[at];
    const { recipes, view } = this.work.project;
    const shown = recipes.find(({ id }) => id === view.recipeId)?.name;
    const definition = page.getByLabel('Definition', { exact: true });
    expect(await definition.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.label)).toBe(
      shown,
    );
    expect(await headlineOf(page)).toMatch(/\d/);
    return at;
  }
}

/** Of the contents that a project names, those whose bytes are missing or do not have that SHA-256. */
async function namedWrongly(page: Page, { contents }: ProjectRecord): Promise<readonly string[]> {
  return page.evaluate(
    async (names) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('contents', { create: true });
      const wrong: string[] = [];
      for (const { contentId, hash } of names) {
        const file = await folder.getFileHandle(hash).then(
          (handle) => handle.getFile(),
          () => null,
        );
        const digest = file && (await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
        const found =
          digest && [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        if (found !== hash) wrong.push(`${contentId}: ${found ?? 'missing'}`);
      }
      return wrong;
    },
    contents as { contentId: string; hash: string }[],
  );
}

export async function expectSaved(page: Page): Promise<void> {
  await page.locator('.bar-saved').filter({ hasText: 'Saved in this browser' }).waitFor();
}

/** A name longer than any project may have is brought to Node cut to so many characters, and is still too long. */
const LONGEST_NAME_READ = 100_000;

/** The projects that the browser's store holds, read strictly and in Node, whatever the app makes of them. */
export async function readKept(page: Page): Promise<{ record: ProjectRecord; work: Work }[]> {
  const raw = await page.evaluate(async (longest) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('notspot');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const all = (store: string) =>
      new Promise<unknown[]>((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const [projects, snapshots, journal] = [
      await all('projects'),
      await all('snapshots'),
      await all('journal'),
    ];
    database.close();
    const briefly = (project: unknown) => {
      const { name } = project as { name?: unknown };
      return typeof name === 'string'
        ? Object.assign(project as object, { name: name.slice(0, longest) })
        : project;
    };
    return { projects: projects.map(briefly), snapshots, journal };
  }, LONGEST_NAME_READ);
  globalThis.indexedDB = new IDBFactory();
  const database = await openDatabase();
  for (const record of raw.projects) await database.put('projects', record as ProjectRecord);
  for (const record of raw.snapshots) await database.put('snapshots', record as SnapshotRecord);
  for (const record of raw.journal) await database.put('journal', record as JournalRecord);
  const kept = new KeptProjects(database);
  const found: { record: ProjectRecord; work: Work }[] = [];
  for (const one of await kept.list()) {
    if (one.state !== 'whole') continue;
    const read = await kept.read(one.record.id);
    if (read) found.push(read);
  }
  database.close();
  return found;
}
