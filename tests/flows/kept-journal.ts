import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { applyEntry, type Work, type WorkEntry } from '../../src/domain/project/work.ts';
import { canonicalJson } from '../../src/formats/canonical-json.ts';
import { KeptProjects } from '../../src/storage/kept-projects.ts';
import type { JournalRecord, ProjectRecord, SnapshotRecord } from '../../src/storage/kept-records.ts';
import { openDatabase } from '../../src/storage/open-database.ts';
import { headlineOf, waitForCount } from './app-page.ts';

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
    expect(only.work.done.map(({ label }) => label)).toEqual([(entry as { label: string }).label]);
    this.work = only.work;
    this.id = only.record.id;
  }

  undo(): void {
    if (this.work) this.work = applyEntry(this.work, { kind: 'undo' });
  }

  /**
   * The common check: the page is loaded anew, and what the disk then holds is, byte for byte in canonical form, what was
   * acknowledged, or that with some of `unsaved` after it. The screen shows the same.
   */
  async check(page: Page, unsaved: readonly WorkEntry[] = []): Promise<void> {
    await page.reload();
    await waitForCount(page);
    await this.holds(page, unsaved);
  }

  /** The same without loading anew. Gives how many of `unsaved` were on the disk. */
  async holds(page: Page, unsaved: readonly WorkEntry[] = []): Promise<number> {
    if (!this.work) throw new Error('Nothing was acknowledged.');
    const allowed = [this.work];
    for (const entry of unsaved) allowed.push(applyEntry(allowed[allowed.length - 1], entry));
    const found = (await readKept(page)).find(({ record }) => record.id === this.id);
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

export async function expectSaved(page: Page): Promise<void> {
  await page.locator('.bar-saved').filter({ hasText: 'Saved in this browser' }).waitFor();
}

/** The projects that the browser's store holds, read strictly and in Node, whatever the app makes of them. */
export async function readKept(page: Page): Promise<{ record: ProjectRecord; work: Work }[]> {
  const raw = await page.evaluate(async () => {
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
    return { projects, snapshots, journal };
  });
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
