import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { openArchive } from '../../src/formats/zip-archive.ts';
import { findAxeViolations } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { zipBytes } from '../builders/zip-bytes.ts';
import { memoryFile, quietly } from '../formats/input-file.ts';
import { downloadWards, goTo, headlineOf, waitForCount } from './app-page.ts';
import { chooseWorkFile, goToWork, saveFile } from './saved-file.ts';

const openApp = useStoryBrowser({ map: false });

it('work saved to a file opens elsewhere as the same, and what cannot be opened changes nothing', async () => {
  const { page } = await openApp({ reducedMotion: 'reduce' });
  await waitForCount(page);
  await page.getByLabel('Definition').selectOption({ label: 'No gigabit' });
  await expect.poll(() => headlineOf(page)).toContain('have no gigabit');
  await waitForCount(page);
  const sentence = await headlineOf(page);
  const rows = await downloadWards(page);
  await goToWork(page);
  const saved = await saveFile(page);
  expect(saved.name).toMatch(/-fictional-\d{4}-\d\d-\d\d\.notspot$/);
  expect([rows[0].inputs_sha256, rows[0].project_sha256], 'printed on the export').toEqual([
    saved.manifest.inputsHash,
    saved.manifest.projectHash,
  ]);
  const section = page.getByRole('region', { name: 'Saved to a file' });
  await section.getByText(/just now .*, nothing changed since/).waitFor();
  expect(await findAxeViolations(page)).toEqual([]);

  const elsewhere = (await openApp({ reducedMotion: 'reduce' })).page;
  await waitForCount(elsewhere);
  expect(await headlineOf(elsewhere)).not.toBe(sentence);
  await goToWork(elsewhere);
  await chooseWorkFile(elsewhere, saved.name, saved.bytes);
  await elsewhere
    .getByRole('region', { name: 'Saved to a file' })
    .getByText(/nothing changed since/)
    .waitFor();
  await goTo(elsewhere, 'Not-spots');
  await expect.poll(() => headlineOf(elsewhere)).toBe(sentence);
  await waitForCount(elsewhere);
  expect(await downloadWards(elsewhere), 'the same numbers and fingerprints').toEqual(rows);
  await goToWork(elsewhere);
  const again = await saveFile(elsewhere);
  expect(again.project).toBe(saved.project);
  expect(again.manifest).toEqual({ ...saved.manifest, savedAt: again.manifest.savedAt });

  const alert = elsewhere.getByRole('alert').filter({ hasText: 'Your present work is as it was.' });
  for (const { name, bytes, reason } of [
    { name: 'damaged.notspot', bytes: saved.bytes.slice(0, 60_000), reason: /damaged\.notspot/ },
    { name: 'newer.notspot', bytes: await newer(saved.bytes), reason: /newer version of Notspot/ },
  ]) {
    await elsewhere.getByLabel('Open a file that Notspot saved').focus();
    await chooseWorkFile(elsewhere, name, bytes);
    await alert.filter({ hasText: reason }).waitFor();
    expect(await elsewhere.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file');
  }
  expect(await findAxeViolations(elsewhere)).toEqual([]);
  await alert.getByRole('button', { name: 'Dismiss this message' }).click();
  expect((await saveFile(elsewhere)).project).toBe(saved.project);
  await chooseWorkFile(elsewhere, 'v1.notspot', readFileSync(EARLIEST));
  await expect.poll(async () => (await saveFile(elsewhere)).project).not.toBe(saved.project);
}, 120_000);

const EARLIEST = join(projectRoot, 'tests/fixtures/projects/v1.notspot');

/** The same file as a later Notspot would mark it. */
async function newer(bytes: Uint8Array): Promise<Uint8Array> {
  const members = await openArchive(memoryFile('x.notspot', bytes), quietly().signal);
  const parts = await Promise.all(members.map(async ({ path, bytes }) => ({ path, content: await bytes() })));
  return zipBytes(
    parts.map(({ path, content }) => {
      if (path !== 'manifest.json') return { path, content };
      const json = JSON.parse(new TextDecoder().decode(content));
      return { path, content: JSON.stringify({ ...json, version: json.version + 1 }) };
    }),
  );
}
