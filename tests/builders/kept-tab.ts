import { expect } from 'vitest';
import { importFiles } from '../../src/actions/import-files.ts';
import { openKeptWork } from '../../src/actions/open-kept-work.ts';
import type { FakeBrowser, FakeTab } from './fake-browser.ts';
import type { MemoryFolder } from './memory-folder.ts';

/** A tab with what the browser keeps on show; `files` is the browser's own file system, where it has one. */
export async function openTab(browser: FakeBrowser, files?: MemoryFolder): Promise<FakeTab> {
  const tab = browser.open();
  if (files) Object.assign(tab.navigator, { storage: { getDirectory: async () => files } });
  await tab.in(() => openKeptWork(tab.context));
  return tab;
}

export function rename(tab: FakeTab, name: string): void {
  tab.in(() => tab.context.project.getState().change(name, { kind: 'set-name', name, fictional: false }));
}

/** Drops a file of two rows, and waits until it is read. */
export async function drop(tab: FakeTab, name: string, first: number): Promise<void> {
  const file = new File([`code,${name}\nE05000001,${first}\nE05000002,2\n`], `${name}.csv`);
  await tab.in(() => importFiles(tab.context, [file]));
  expect(tab.context.imports.getState().status).toBe('done');
}

/** Everything changed so far is saved. */
export async function saved(tab: FakeTab): Promise<void> {
  expect(await tab.in(() => tab.context.keeper.current?.flush())).toBe(true);
}
