import { createHash } from 'node:crypto';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { findAxeViolations, waitForMap } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { waitForCount } from './app-page.ts';
import { press, tabTo } from './by-keyboard.ts';
import { answered, askSmallWard } from './duel-page.ts';

const openApp = useStoryBrowser();

it('the duel’s two maps are wiped, asked and left by keyboard alone, and outlive lost graphics in the middle of a run', {
  timeout: 240_000,
}, async () => {
  const { page } = await openApp({ route: '#/interventions', reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
  await waitForCount(page);
  await askSmallWard(page);
  await answered(page);
  await waitForMap(page);

  const divider = page.getByRole('slider', { name: /^Divider between/ });
  await tabTo(page, /^Left ?Rooftop radio/);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => divider.getAttribute('aria-label')).toBe('Divider between dig and dig');
  await page.keyboard.press('ArrowUp');
  await tabTo(page, /^Divider between rooftop radio and dig$/);
  for (const [key, left] of [
    ['ArrowLeft', 48],
    ['ArrowRight', 50],
    ['PageUp', 60],
    ['Home', 0],
    ['End', 100],
  ] as const) {
    await page.keyboard.press(key);
    expect(await divider.getAttribute('aria-valuenow')).toBe(String(left));
    expect(await divider.getAttribute('aria-valuetext')).toBe(
      `rooftop radio ${left} %, dig ${100 - left} % of the map`,
    );
  }
  await waitForMap(page);
  // What has the focus stands over the map.
  await page.locator('#plan-title').focus();
  const bare = await drawnAtRest(page);

  // A hub in its list and premises in the table are ringed on the map.
  const without = page.getByRole('button', { name: /^Do without it/ }).first();
  await without.focus();
  await expect.poll(() => drawn(page)).not.toEqual(bare);
  const ringed = await drawnAtRest(page);
  await page.keyboard.press('Tab');
  // Labels may come to stand elsewhere than before: the ring is gone all the same.
  await expect.poll(() => drawn(page), { timeout: 10_000 }).not.toEqual(ringed);
  const row = page
    .getByRole('table', { name: /^Premises of the plan/ })
    .locator('.row-button')
    .first();
  await row.focus();
  const unringed = await drawnAtRest(page);
  await page.keyboard.press('Enter');
  expect(await page.locator('tr[aria-current="true"]').count()).toBe(1);
  await expect.poll(() => drawn(page)).not.toEqual(unringed);

  // One map's graphics go: said for it alone. Then both, while the plan is worked out anew.
  await loseGraphics(page, 1);
  await page.getByText('The map on the right is reloading').waitFor();
  await restoreGraphics(page);
  await waitForMap(page);
  await page.getByText('Change what is asked').click();
  await page.getByLabel('Take-up').fill('60');
  await page.keyboard.press('Enter');
  await page.getByRole('progressbar').waitFor();
  await loseGraphics(page, 0);
  const reloading = page.getByRole('status').filter({ hasText: 'The map is reloading' });
  await reloading.waitFor();
  expect(await page.getByText('The map on the right is reloading').isVisible()).toBe(false);
  expect((await answered(page)).length).toBeGreaterThan(5);
  // They do not come back for some seconds: the numbers stand for them.
  await page.getByText('Every number is in the panel and the table.').waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
  await restoreGraphics(page);
  await waitForMap(page);
  await reloading.waitFor({ state: 'hidden' });

  // Escape leaves the plan for its place in the list.
  await row.focus();
  await page.keyboard.press('Escape');
  await page.locator('#plan-title').waitFor({ state: 'detached' });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-plan')))
    .toBe('plan-1');
  await page.keyboard.press('Enter');
  await page.locator('#plan-title').waitFor();
  await press(page, /^Back to all plans$/);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-plan')))
    .toBe('plan-1');
});

/** What the maps show once it stays the same for a while: labels come in after the map says that it rests. */
async function drawnAtRest(page: Page): Promise<string> {
  let before = '';
  let since = 0;
  await expect
    .poll(
      async () => {
        const now = await drawn(page);
        since = now === before ? since + 1 : 0;
        before = now;
        return since;
      },
      { interval: 300, timeout: 20_000 },
    )
    .toBeGreaterThanOrEqual(4);
  return before;
}

/** The picture of the map that leads, as a sum. */
async function drawn(page: Page): Promise<string> {
  const canvas = page.locator('canvas.maplibregl-canvas').first();
  return createHash('sha256')
    .update(await canvas.screenshot())
    .digest('hex');
}

/** Takes the graphics of every map from the `first` on (0: the left one) away. */
async function loseGraphics(page: Page, first: number): Promise<void> {
  await page.evaluate((from) => {
    const maps = [...document.querySelectorAll<HTMLCanvasElement>('canvas.maplibregl-canvas')].slice(from);
    const lost = maps.map((map) => map.getContext('webgl2')?.getExtension('WEBGL_lose_context'));
    for (const one of lost) one?.loseContext();
    Object.assign(window, { lost });
  }, first);
}

async function restoreGraphics(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of (window as unknown as { lost: WEBGL_lose_context[] }).lost) one.restoreContext();
  });
}
