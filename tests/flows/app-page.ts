import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { POLLING_MILLISECONDS } from '../browser/harness.ts';

/** The ward table as it stands on the screen. */
export interface ShownTable {
  columns: string[];
  rows: ShownRow[];
  outside: ShownRow;
  total: ShownRow;
}

/** A line's cells by column name; bands stand after their number. */
export type ShownRow = Record<string, string>;

/**
 * Waits until what was counted is on the screen and nothing is being counted again.
 * @throws with the words on the screen when the count failed
 */
export async function waitForCount(page: Page): Promise<void> {
  const failed = page.getByText('Nothing could be counted');
  const end = await page.waitForFunction(
    () => {
      if (document.querySelector('[aria-busy="true"]')) return null;
      if (document.documentElement.dataset.headline === 'ready') return 'counted';
      return document.querySelector('#panel')?.textContent?.includes('Nothing could be counted')
        ? 'failed'
        : null;
    },
    undefined,
    { timeout: 30_000, polling: POLLING_MILLISECONDS },
  );
  if ((await end.jsonValue()) === 'counted') return;
  throw new Error(plain(await page.locator('section, div').filter({ has: failed }).last().innerText()));
}

/** The headline sentence, its spaces made single. */
export async function headlineOf(page: Page): Promise<string> {
  return plain(await page.locator('#headline-text').innerText());
}

/** The not-spots the headline names: "4,312 of …" is 4312. */
export async function headlineNumber(page: Page): Promise<number> {
  return numberIn(await headlineOf(page));
}

/** The first number of a text: thousands are parted by commas. */
export function numberIn(text: string): number {
  const found = /-?\d[\d,]*(?:\.\d+)?/.exec(text);
  if (!found) throw new Error(`There is no number in "${text}".`);
  return Number(found[0].replaceAll(',', ''));
}

/** Reads the ward table, all of its lines: it must be short enough to stand in the page. */
export async function readTable(page: Page): Promise<ShownTable> {
  const lines = await page
    .getByRole('region', { name: 'Ward table' })
    .getByRole('table')
    .evaluate((table) => {
      const textOf = (cell: Element): string => (cell.textContent ?? '').trim();
      const cellsOf = (row: Element): string[] => [...row.children].map(textOf);
      const body = [...table.querySelectorAll('tbody tr:not([aria-hidden])')];
      return {
        head: [...table.querySelectorAll('thead tr')].map(cellsOf)[0],
        body: body.map(cellsOf),
        foot: [...table.querySelectorAll('tfoot tr')].map(cellsOf),
        count: Number(table.getAttribute('aria-rowcount')),
      };
    });
  expect(lines.body.length + lines.foot.length + 1, 'every line is in the page').toBe(lines.count);
  const columns = lines.head.map(plain);
  const lineOf = (cells: string[]): ShownRow =>
    Object.fromEntries(columns.map((column, i) => [column, plain(cells[i])]));
  const [outside, total] = lines.foot.map(lineOf);
  return { columns, rows: lines.body.map(lineOf), outside, total };
}

/** Presses a button that downloads, and gives what came. */
export async function downloadOf(page: Page, name: RegExp): Promise<{ fileName: string; text: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const download = await coming;
  return { fileName: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** Downloads the ward counts. */
export async function downloadWards(page: Page): Promise<Record<string, string>[]> {
  const { text } = await downloadOf(page, /ward counts \(CSV\)/i);
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

/** Goes to a page of the app by its link in the bar. */
export async function goTo(page: Page, name: 'Not-spots' | 'Data'): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${name}`) }).waitFor();
}

/** What the address bar says after the '#', by name. */
export function addressParts(page: Page): URLSearchParams {
  return new URLSearchParams(new URL(page.url()).hash.split('?')[1] ?? '');
}

/** Opens the lines below some words, if they are not open yet. */
export async function disclose(page: Page, words: string | RegExp, nth = 0): Promise<void> {
  const details = page
    .locator('details')
    .filter({ has: page.locator('summary', { hasText: words }) })
    .nth(nth);
  if ((await details.getAttribute('open')) === null) await details.locator('summary').first().click();
}

/** Opens the details of every loaded file: they are made when they are first asked for. */
export async function openFileDetails(page: Page): Promise<void> {
  const summaries = page.getByText(/^Columns, report/);
  for (let i = 0; i < (await summaries.count()); i++) await summaries.nth(i).click();
}

export function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
