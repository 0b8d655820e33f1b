import type { Page } from 'playwright';
import { launchStoryBrowser, waitForMap } from '../browser/harness.ts';
import { type Figure, limitFigure } from './figure.ts';
import { LARGE_BOROUGH_PREMISES, largeBoroughFiles } from './large-borough-files.ts';
import { rendererMemory } from './renderer-memory.ts';
import { median } from './seeded.ts';

/**
 * Asked: half a million premises in a real browser. The files of a generated borough (wards, premises, eleven
 * footprints) are dropped over the demo; the clock runs from the drop until the new headline stands and the map is
 * idle. Then the definition is changed several times; each is timed from the choice to the painted headline. Long tasks
 * of the main thread are counted throughout; memory is the renderer's, workers included.
 */
export async function benchLargeBorough(options: {
  address: string;
  chromiumPath: string;
}): Promise<Figure[]> {
  const { address, chromiumPath } = options;
  const files = await largeBoroughFiles();
  const browser = await launchStoryBrowser({ address, chromiumPath, withGraphics: true });
  try {
    const { page, context } = await browser.open({ route: '#/data' });
    await waitForMap(page);
    const session = await context.newCDPSession(page);
    await watchLongTasks(page);
    const began = performance.now();
    await page.locator('input[type=file]').first().setInputFiles(files);
    await page.waitForFunction(
      () => /500,000/.test(document.querySelector('tfoot')?.textContent ?? ''),
      undefined,
      { timeout: 120_000 },
    );
    const counted = performance.now() - began;
    await waitForMap(page);
    const shown = performance.now() - began;
    const memory = await rendererMemory(session);
    await page.goto(`${address}#/not-spots`);
    await page.locator('.headline-number').waitFor();
    const changes = await timeRecipeChanges(page);
    await waitForMap(page);
    const after = await rendererMemory(session);
    const longest = await page.evaluate(() =>
      Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks),
    );
    const screen = (what: string, value: number, most: number | null, unit: string): Figure =>
      limitFigure({ row: 'screen', what, value, most, unit });
    const dropped = `${LARGE_BOROUGH_PREMISES.toLocaleString('en-GB')} premises, ${files.length} files dropped`;
    return [
      screen(`${dropped}: counted and in the table`, counted / 1000, null, 's'),
      screen(`${dropped}: map idle`, shown / 1000, 5, 's'),
      screen("the renderer's own memory when shown", memory.own, 400, 'MB'),
      screen('and after eight changes of definition', after.own, 400, 'MB'),
      screen("resident with Chromium's program, which its processes share", after.resident, null, 'MB'),
      screen('change of definition, painted: median', median(changes), 300, 'ms'),
      screen('change of definition, painted: longest', Math.max(...changes), 300, 'ms'),
      screen('longest task of the main thread (0: none over 50 ms)', longest, 100, 'ms'),
    ];
  } finally {
    await browser.close();
  }
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map((entry) => entry.duration)),
    ).observe({ type: 'longtask' });
  });
}

async function timeRecipeChanges(page: Page): Promise<number[]> {
  const options = await page
    .locator('select')
    .filter({ has: page.locator('option[value="double"]') })
    .first()
    .locator('option')
    .evaluateAll((list) => list.map((option) => (option as HTMLOptionElement).value));
  const times: number[] = [];
  for (const value of [...options, ...options].filter((one) => one !== '').slice(0, 8)) {
    const milliseconds = await page.evaluate(async (choice) => {
      const select = [...document.querySelectorAll('select')].find((one) =>
        [...one.options].some((option) => option.value === 'double'),
      );
      const headline = document.querySelector('#headline-text');
      if (!select || !headline || select.value === choice) return null;
      const before = headline.textContent;
      const began = performance.now();
      const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set;
      set?.call(select, choice);
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise<void>((resolve) => {
        const look = (): void =>
          document.querySelector('#headline-text')?.textContent === before
            ? void requestAnimationFrame(look)
            : resolve();
        look();
      });
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - began;
    }, value);
    if (milliseconds !== null) times.push(milliseconds);
    await waitForMap(page);
  }
  return times;
}
