import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { planPage } from '../../src/formats/plan-page.ts';
import type { PlanPageContent } from '../../src/formats/plan-page-content.ts';
import { findAxeViolations } from '../browser/harness.ts';
import { HOSTILE_TEXTS } from '../builders/hostile-texts.ts';
import { FULL_PAGE } from '../builders/plan-page-content.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plan-page-'));
  browser = await chromium.launch({
    executablePath: inject('chromiumPath') ?? undefined,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** The page opened from a disk, as a clerk opens it, with all that it asked for and complained of. */
async function opened(content: PlanPageContent, widthPixels = 1280) {
  const file = join(folder, 'plan.html');
  writeFileSync(file, planPage(content));
  const context = await browser.newContext({ viewport: { width: widthPixels, height: 900 } });
  const page = await context.newPage();
  const said: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { page, said, asked, address: pathToFileURL(file).href };
}

describe('the page about a plan in a browser', () => {
  it.each([360, 1280])('has nothing that axe finds, and fits, at %i pixels', async (width) => {
    const { page, said, asked, address } = await opened(FULL_PAGE, width);
    // axe is a script of the test's own; the page's policy lets it in by the debugger alone.
    expect(await findAxeViolations(page)).toEqual([]);
    for (const each of [width, 768]) {
      await page.setViewportSize({ width: each, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(each);
    }
    expect(
      await page
        .locator('.assumed')
        .first()
        .evaluate((mark) => getComputedStyle(mark).color),
    ).toBe('rgb(138, 75, 0)');
    expect(said).toEqual([]);
    expect(asked).toEqual([address]);
    await page.context().close();
  });

  it('can be read across by keyboard where a table is wider than the window', async () => {
    const { page } = await opened(FULL_PAGE, 360);
    const region = page.getByRole('region', { name: 'Table: Both answers, side by side' });
    await region.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => region.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
    await page.context().close();
  });

  it('runs nothing of hostile texts, and lets nobody add what runs', async () => {
    const all = HOSTILE_TEXTS.join(' ');
    const hostile = await opened({
      ...FULL_PAGE,
      plan: { ...FULL_PAGE.plan, name: all },
      askedFor: all,
      sources: HOSTILE_TEXTS.map((text) => ({ ...FULL_PAGE.sources[0], title: text, url: text })),
    });
    expect(await hostile.page.locator('h1').textContent()).toBe(all);
    expect(await hostile.page.evaluate(() => 'pwned' in window)).toBe(false);
    expect(hostile.asked).toEqual([hostile.address]);
    await hostile.page.context().close();
    const { page } = await opened(FULL_PAGE);
    const blocked = await page.evaluate(() => {
      const tried: string[] = [];
      try {
        document.body.innerHTML = '<b>x</b>';
      } catch (error) {
        tried.push((error as Error).name);
      }
      const script = document.createElement('script');
      try {
        script.text = 'window.pwned = 1';
      } catch (error) {
        tried.push((error as Error).name);
      }
      document.body.append(script);
      return { tried, pwned: 'pwned' in window };
    });
    expect(blocked).toEqual({ tried: ['TypeError', 'TypeError'], pwned: false });
    await page.context().close();
  });

  it('is printed as a PDF with a title, a language, an outline, headings, tables and alternative texts', async () => {
    const { page } = await opened(FULL_PAGE);
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    });
    const pdf = bytes.toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toMatch(/\/Lang \(en-GB\)/);
    expect(pdf).toMatch(/\/Marked true/);
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Outlines');
    const count = (what: RegExp): number => pdf.match(what)?.length ?? 0;
    expect(count(/\/S \/H1\b/g)).toBe(1);
    expect(count(/\/S \/H2\b/g)).toBe(15);
    expect(count(/\/S \/Table\b/g)).toBe(await page.locator('table').count());
    expect(count(/\/S \/TH\b/g)).toBeGreaterThan(100);
    expect(count(/\/S \/Figure\b/g)).toBeGreaterThanOrEqual(2);
    expect(count(/\/Alt /g)).toBeGreaterThanOrEqual(2);
    // A4, upright.
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/);
    await page.context().close();
  });

  it('has no text below 14 pixels on a screen and below 9 points on paper', async () => {
    const { page } = await opened(FULL_PAGE);
    const least = (): Promise<number> =>
      page.evaluate(() =>
        Math.min(
          ...[...document.body.querySelectorAll('*')]
            .filter((one) =>
              [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
            )
            .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
        ),
      );
    expect(await least()).toBeGreaterThanOrEqual(14);
    await page.emulateMedia({ media: 'print' });
    expect(await least()).toBeGreaterThanOrEqual(12);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    await page.context().close();
  });
});
