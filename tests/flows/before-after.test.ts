import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findAxeViolations, waitForMap } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { addressParts, downloadOf, numberIn, plain, waitForCount } from './app-page.ts';

const openApp = useStoryBrowser();

async function openDemo(route = ''): Promise<Page> {
  const { page } = await openApp({ route, reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  await waitForCount(page);
  return page;
}

/** Presses Tab until what has the focus says this; a person counts no further than this either. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const { activeElement: element } = document;
      const label = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
      return label
        ? `${element.labels?.[0]?.textContent}`
        : `${element?.getAttribute('aria-label') ?? element?.textContent}`;
    });
    if (words.test(name.trim())) return;
  }
  throw new Error(`Tab never came to ${words}.`);
}

/** The sentence of the comparison, once it begins so. */
async function sentence(page: Page, begins: string): Promise<string> {
  const place = page.locator('#sides-headline', { hasText: begins });
  await place.waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  return plain(await place.innerText());
}

async function tableRow(page: Page, name: string): Promise<string[]> {
  const row = page
    .getByRole('region', { name: 'Before and after: table' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  return (await row.getByRole('cell').allInnerTexts()).map(plain);
}

describe('before and after', () => {
  it('by keyboard: two definitions chosen, the divider moved, the table read', async () => {
    const page = await openDemo();
    await waitForMap(page);
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(globalThis, { longTasks: tasks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: 'longtask' });
    });
    // Told, not held to: the machine that runs the stories draws in software and is shared.
    const tellLongest = async (what: string): Promise<void> => {
      const longest = await page.evaluate(() => {
        const { longTasks } = globalThis as unknown as { longTasks: number[] };
        return Math.max(0, ...longTasks.splice(0));
      });
      process.stdout.write(
        `before and after, ${what}: longest task of the main thread ${longest.toFixed(0)} ms\n`,
      );
    };
    await page.getByRole('button', { name: 'Before/after' }).focus();
    await page.keyboard.press('Enter');
    const first = await sentence(page, 'With no gigabit instead of neither gigabit nor 5G');
    expect(first).toContain('more not-spots');
    await waitForMap(page);
    await tellLongest('opened with its second map');
    await tabTo(page, /^After$/);
    await page.keyboard.type('No superfast');
    const second = await sentence(page, 'With no superfast instead of neither gigabit nor 5G');
    expect(second).toMatch(/fewer|more|difference/);
    await waitForMap(page);
    expect(addressParts(page).get('sides')).toBe('swipe/definitions/no gigabit and no 5g/no superfast');

    await tellLongest('another definition');
    const divider = page.getByRole('slider', { name: 'Divider between before and after' });
    await tabTo(page, /^Divider between before and after$/);
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
    expect(await divider.getAttribute('aria-valuetext')).toBe('before 40 %, after 60 % of the map');
    const clip = (): Promise<string> =>
      page.locator('.map-place-second').evaluate((element) => getComputedStyle(element).clipPath);
    expect(await clip()).toContain('40%');
    await page.keyboard.press('Home');
    expect(await divider.getAttribute('aria-valuenow')).toBe('0');
    await tellLongest('the divider moved');
    expect(await findAxeViolations(page)).toEqual([]);

    // Both maps show one place: what moves one moves the other, and the address tells it.
    const maps = page.locator('.notspot-map canvas.maplibregl-canvas');
    await expect.poll(() => maps.count()).toBe(2);
    await maps.nth(1).focus();
    await page.keyboard.press('+');
    await expect.poll(() => addressParts(page).get('at')).toMatch(/^(?!9\.8)/);
    await waitForMap(page);

    const total = await tableRow(page, 'Total');
    const [before, after, difference] = total.map(numberIn);
    const shown = /\(([\d,]+) → ([\d,]+)\)/.exec(second) ?? [];
    expect([before, after]).toEqual([shown[1], shown[2]].map((text) => numberIn(text ?? '')));
    expect(Math.abs(difference)).toBe(Math.abs(after - before));
  });

  it('side by side, and as a difference, the view is in the address; leaving takes the second map away', async () => {
    const page = await openDemo(
      '#/not-spots?view=before-after&sides=beside/definitions/no+gigabit/no+superfast',
    );
    await sentence(page, 'With no superfast instead of no gigabit');
    await waitForMap(page);
    const maps = page.locator('.notspot-map canvas.maplibregl-canvas');
    await expect.poll(() => maps.count()).toBe(2);
    const [one, other] = await Promise.all([maps.nth(0).boundingBox(), maps.nth(1).boundingBox()]);
    expect(Math.abs((one?.width ?? 0) - (other?.width ?? 1))).toBeLessThanOrEqual(3);
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Difference' }).check({ force: true });
    await expect.poll(() => maps.count()).toBe(1);
    await waitForMap(page);
    await expect.poll(() => page.locator('.side-label').innerText()).toContain('after less before');
    expect(await findAxeViolations(page)).toEqual([]);

    const { fileName, text } = await downloadOf(page, /the difference \(CSV\)/);
    expect(fileName).toMatch(/before-and-after-fictional\.csv$/);
    const [head, ...lines] = text.trim().split('\r\n');
    expect(head).toContain('definition_before,definition_after,sources,counted_on');
    expect(lines.at(-1)).toMatch(/^total,/);
    expect(lines[0]).toContain('no gigabit');

    await page.getByRole('button', { name: 'Wards', exact: true }).click();
    await waitForMap(page);
    await expect.poll(() => maps.count()).toBe(1);
    expect(addressParts(page).get('sides')).toBeNull();
    await page.goBack();
    await sentence(page, 'With no superfast instead of no gigabit');
  });

  it('on a phone the two stack, and the divider still moves', async () => {
    const { page } = await openApp({
      route: '#/not-spots?view=before-after',
      reducedMotion: 'reduce',
      widthPixels: 360,
      heightPixels: 780,
    });
    page.setDefaultTimeout(20_000);
    await waitForCount(page);
    await sentence(page, 'With no gigabit');
    await waitForMap(page);
    const divider = page.getByRole('slider', { name: 'Divider between before and after' });
    const box = await divider.boundingBox();
    if (!box) throw new Error('The divider is on the page.');
    await page.mouse.move(box.x + box.width / 2, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(90, box.y + 200);
    await page.mouse.up();
    expect(await divider.getAttribute('aria-valuenow')).toBe('25');
    await page.getByRole('radio', { name: 'Side by side' }).check({ force: true });
    const maps = page.locator('.notspot-map canvas.maplibregl-canvas');
    await waitForMap(page);
    // One reading of both, since the page may be scrolling between two.
    const [firstFoot = Number.NaN, secondHead = Number.NaN] = await maps.evaluateAll(([one, other]) => [
      one?.getBoundingClientRect().bottom,
      other?.getBoundingClientRect().top,
    ]);
    expect(secondHead).toBeGreaterThanOrEqual(firstFoot);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await findAxeViolations(page)).toEqual([]);
  });
});
