import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findAxeViolations } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { numberIn, plain, readTable, waitForCount } from './app-page.ts';

const openApp = useStoryBrowser();

/** Where the keyboard's focus is, in words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
}

describe('a sceptic with a keyboard', () => {
  it('asks a number of the ward table, reads its working, its rows and its check, and comes back to it', async () => {
    const { page } = await openApp({ map: false, reducedMotion: 'reduce' });
    page.setDefaultTimeout(15_000);
    await waitForCount(page);
    const { rows, total } = await readTable(page);
    const [worst] = rows;
    await page
      .getByRole('region', { name: 'Ward table' })
      .getByRole('button', { name: worst.Ward, exact: true })
      .focus();
    await page.keyboard.press('ArrowRight');
    expect(plain(await focused(page))).toBe(worst.Premises);
    await page.keyboard.press('ArrowRight');
    expect(plain(await focused(page))).toBe(worst['Not-spots']);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: `Not-spots in ${worst.Ward}` });
    await dialog.getByRole('heading', { name: 'How is it worked out?' }).waitFor();
    const words = plain(await dialog.innerText());
    expect(words).toContain(`of ${worst.Premises} premises`);
    expect(words).toMatch(/not-spots = [\d,.]+ premises − [\d,.]+ that are no not-spots − [\d,.]+ not known/);
    expect(words).toContain('src/domain/not-spots/crisp-truth.ts');

    // Of so few premises the rows are listed at once.
    const mark = dialog.getByRole('button', { name: 'Mark them on the map' });
    await mark.waitFor();
    expect({ found: await findAxeViolations(page) }).toEqual({ found: [] });

    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(plain(await focused(page))).toBe(worst['Not-spots']);

    // Down to the total, whose place is every ward's.
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(plain(await focused(page))).toBe(total['Not-spots']);
    expect(await page.evaluate(() => location.hash)).not.toContain('ward=');
  });

  it('marks the rows of a figure on the map, and has the figure counted again', async () => {
    const { page } = await openApp({ widthPixels: 360, heightPixels: 740, colourScheme: 'dark' });
    page.setDefaultTimeout(15_000);
    await waitForCount(page);
    await page.locator('#headline-text').getByRole('button').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Not-spots in/ });
    await dialog.getByRole('button', { name: 'Check by brute force' }).click();
    await expect
      .poll(() => dialog.innerText(), { timeout: 60_000 })
      .toMatch(/counted again row by row: [\d,]+/);
    expect({ found: await findAxeViolations(page) }).toEqual({ found: [] });
    const said = dialog.getByText(/rows count/);
    await said.waitFor();
    const sure = numberIn(await said.innerText());
    await dialog.getByRole('button', { name: 'Mark them on the map' }).click();
    const marks = page.getByRole('region', { name: 'Marked on the map' });
    await marks.waitFor();
    expect(numberIn(plain(await marks.locator('p.small').first().innerText()))).toBeGreaterThanOrEqual(
      Math.min(sure, 20_000),
    );
  });
});
