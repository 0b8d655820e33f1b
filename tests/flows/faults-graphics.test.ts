import { expect, it } from 'vitest';
import { findAxeViolations, waitForMap } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { waitForCount } from './app-page.ts';
import { KeptJournal } from './kept-journal.ts';

const openApp = useStoryBrowser();

it('R14: a map whose graphics went is told to be reloading, and is back as it was, layers and ward', async () => {
  const { page } = await openApp({ reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  await waitForCount(page);
  const journal = new KeptJournal();
  for (const label of ['No gigabit', 'Double not-spot']) await journal.define(page, label);
  await waitForMap(page);
  await page
    .getByRole('region', { name: 'Ward table' })
    .getByRole('button')
    .filter({ hasText: /\w/ })
    .nth(8)
    .click();
  await waitForMap(page);
  const before = await page.locator('canvas.maplibregl-canvas').screenshot();
  const address = page.url();
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas');
    const gl = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    gl?.loseContext();
    (window as unknown as { gl: unknown }).gl = gl;
  });
  await page.getByRole('status').filter({ hasText: 'The map is reloading' }).waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.evaluate(() => (window as unknown as { gl: WEBGL_lose_context }).gl.restoreContext());
  await waitForMap(page, 10_000);
  expect(page.url()).toBe(address);
  await expect
    .poll(async () => Buffer.compare(before, await page.locator('canvas.maplibregl-canvas').screenshot()), {
      timeout: 10_000,
    })
    .toBe(0);
  await journal.check(page);
});
