import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { seeded } from '../bench/seeded.ts';
import { waitForMap } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { headlineOf, readTable, waitForCount } from '../flows/app-page.ts';
import { crashRenderer } from './crash-renderer.ts';

const openApp = useStoryBrowser();
const REPEATS = 5;
const LATEST_MILLISECONDS = 2000;

const shownOn = async (page: Page) => {
  await waitForCount(page);
  return { headline: await headlineOf(page), table: await readTable(page) };
};

it(`the demo borough opens as ever after ${REPEATS} crashes of the renderer while it was being opened`, async () => {
  const undisturbed = await openApp({ reducedMotion: 'reduce' });
  const expected = await shownOn(undisturbed.page);
  expect(expected.headline).toMatch(/neither/);
  await undisturbed.context.close();

  let beforeTheCount = 0;
  for (let seed = 1; seed <= REPEATS; seed++) {
    // The first is at once, so that one at least comes before there is a count.
    const delayMilliseconds = seed === 1 ? 0 : Math.round(seeded(seed)() * LATEST_MILLISECONDS);
    const { page, context } = await openApp({ reducedMotion: 'reduce' });
    await page.waitForTimeout(delayMilliseconds);
    const isCounted = await page.evaluate(() => document.documentElement.dataset.headline === 'ready');
    if (!isCounted) beforeTheCount++;
    const address = page.url();
    await crashRenderer(page);

    const again = await context.newPage();
    await again.goto(address);
    const where = `seed ${seed}, ${delayMilliseconds} ms after loading`;
    expect({ where, ...(await shownOn(again)) }).toEqual({ where, ...expected });
    await waitForMap(again);
    expect(await again.getByRole('alert').count(), where).toBe(0);
    await context.close();
  }
  expect(beforeTheCount, 'crashes before the count').toBeGreaterThan(0);
});
