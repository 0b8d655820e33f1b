import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { openArchive } from '../../src/formats/zip-archive.ts';
import { memoryFile, quietly } from '../formats/input-file.ts';

/** A .notspot file that the app handed out. */
export interface SavedFile {
  name: string;
  /** Where the browser put it, under a name of its own. */
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** project.json as it stands in the file. */
  project: string;
  manifest: { inputsHash: string; projectHash: string; savedAt: string };
}

/** Goes to the page “Your work” by its link in the bar. */
export async function goToWork(page: Page): Promise<void> {
  await page.getByTitle(/Open “Your work”/).click();
  await page.getByRole('heading', { name: 'Saved to a file' }).waitFor();
}

/** Saves the work to a file, from the page “Your work”. */
export async function saveFile(page: Page): Promise<SavedFile> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to a file', exact: true }).click();
  const download = await coming;
  await page.getByText(`Handed to your browser as ${download.suggestedFilename()}`).waitFor();
  const path = await download.path();
  const bytes = new Uint8Array(readFileSync(path));
  const members = await openArchive(memoryFile('saved.notspot', bytes), quietly().signal);
  const textOf = async (part: string): Promise<string> => {
    const found = members.find((member) => member.path === part);
    if (!found) throw new Error(`The file holds no ${part}.`);
    return new TextDecoder().decode(await found.bytes());
  };
  return {
    name: download.suggestedFilename(),
    path,
    bytes,
    project: await textOf('project.json'),
    manifest: JSON.parse(await textOf('manifest.json')),
  };
}

/** Chooses a file in the field of the page “Your work”. */
export async function chooseWorkFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page
    .getByLabel('Open a file that Notspot saved')
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
}
