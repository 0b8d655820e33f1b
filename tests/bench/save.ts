import { statSync } from 'node:fs';
import type { Page } from 'playwright';
import { launchStoryBrowser, waitForMap } from '../browser/harness.ts';
import { type Figure, limitFigure } from './figure.ts';
import { boroughFiles, LARGE_BOROUGH_PREMISES, largeBoroughFiles } from './large-borough-files.ts';
import { rendererMemory } from './renderer-memory.ts';

const SMALL_PREMISES = 10_000;
const CHANGES = 40;

/**
 * Asked: is a change on the disk within a second? At a generated borough of 10,000 premises definitions are chosen one
 * after another; each is timed from the choice to the bar's "Saved". Then the large borough: seconds from its count to
 * "Saved", memory, the file it is saved to, and the count after a reload.
 */
export async function benchSave(at: { address: string; chromiumPath: string }): Promise<Figure[]> {
  return [...(await benchChanges(at)), ...(await benchLarge(at))];
}

async function benchChanges(at: { address: string; chromiumPath: string }): Promise<Figure[]> {
  const browser = await launchStoryBrowser({ ...at, withGraphics: true });
  try {
    const { page } = await browser.open({ route: '#/data' });
    await waitForMap(page);
    await drop(page, await boroughFiles(SMALL_PREMISES), SMALL_PREMISES);
    await untilSaved(page);
    await page.goto(`${at.address}#/not-spots`);
    await page.locator('.headline-number').waitFor();
    const times = (await timeChanges(page)).sort((a, b) => a - b);
    const [p50, p95] = [0.5, 0.95].map((share) => times[Math.ceil(share * times.length) - 1]);
    const what = `${SMALL_PREMISES.toLocaleString('en-GB')} premises, ${times.length} changes: from the choice to "Saved"`;
    return [
      save(`${what}: median`, p50, null, 'ms'),
      save(`${what}: p95`, p95, 1000, 'ms'),
      save(`${what}: longest`, times[times.length - 1], null, 'ms'),
    ];
  } finally {
    await browser.close();
  }
}

async function benchLarge(at: { address: string; chromiumPath: string }): Promise<Figure[]> {
  const files = await largeBoroughFiles();
  const browser = await launchStoryBrowser({ ...at, withGraphics: true });
  try {
    const { page, context } = await browser.open({ route: '#/data' });
    page.setDefaultTimeout(120_000);
    await waitForMap(page);
    const session = await context.newCDPSession(page);
    await drop(page, files, LARGE_BOROUGH_PREMISES);
    const opened = performance.now();
    await untilSaved(page);
    const saved = performance.now();
    const memory = await rendererMemory(session);
    await page.getByTitle(/Open “Your work”/).click();
    const button = page.getByRole('button', { name: 'Save to a file', exact: true });
    await button.waitFor();
    const began = performance.now();
    const coming = page.waitForEvent('download');
    await button.click();
    const bytes = statSync(await (await coming).path()).size;
    const written = performance.now();
    const whileWriting = await rendererMemory(session);
    await page.goto(`${at.address}#/not-spots`);
    await page.locator('.headline-number').waitFor();
    const reload = performance.now();
    await page.reload();
    await untilCounted(page, LARGE_BOROUGH_PREMISES);
    const reopened = performance.now();
    const large = `${LARGE_BOROUGH_PREMISES.toLocaleString('en-GB')} premises, ${files.length} files`;
    return [
      save(`${large}: from counted to "Saved"`, (saved - opened) / 1000, null, 's'),
      save("the renderer's own memory then", memory.own, null, 'MB'),
      save("resident with Chromium's program", memory.resident, null, 'MB'),
      save('saved to a file', (written - began) / 1000, null, 's'),
      save('its size', bytes / 1e6, null, 'MB'),
      save("the renderer's own memory after it", whileWriting.own, null, 'MB'),
      save('reloaded: counted again', (reopened - reload) / 1000, null, 's'),
    ];
  } finally {
    await browser.close();
  }
}

function save(what: string, value: number, most: number | null, unit: string): Figure {
  return limitFigure({ row: 'save', what, value, most, unit });
}

async function drop(page: Page, files: readonly string[], premises: number): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
  await untilCounted(page, premises);
}

async function untilCounted(page: Page, premises: number): Promise<void> {
  await page.waitForFunction(
    (count) => document.querySelector('tfoot')?.textContent?.includes(count),
    premises.toLocaleString('en-GB'),
    { timeout: 120_000 },
  );
}

async function untilSaved(page: Page): Promise<void> {
  await page.getByTitle(/^Saved in this browser\. /).waitFor({ timeout: 120_000 });
}

/** Milliseconds from each choice of a definition until the bar says that it is saved. */
async function timeChanges(page: Page): Promise<number[]> {
  return page.evaluate(async (changes) => {
    const saved = (): boolean =>
      document.querySelector('[title*="Open “Your work”"]')?.getAttribute('title')?.startsWith('Saved') ??
      false;
    const until = async (isSo: () => boolean): Promise<void> => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 4));
    };
    const select = [...document.querySelectorAll('select')].find((one) =>
      [...one.options].some(({ value }) => value === 'double'),
    );
    if (!select) throw new Error('There is no choice of definitions.');
    const choices = [...select.options].map(({ value }) => value).filter((value) => value !== '');
    const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set;
    const times: number[] = [];
    for (let i = 0; times.length < changes; i++) {
      const choice = choices[i % choices.length];
      if (choice === select.value) continue;
      const began = performance.now();
      set?.call(select, choice);
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await until(() => !saved());
      await until(saved);
      times.push(performance.now() - began);
    }
    return times;
  }, CHANGES);
}
