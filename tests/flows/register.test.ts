import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findAxeViolations } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { plain, waitForCount } from './app-page.ts';
import { press, tabTo } from './by-keyboard.ts';

const openApp = useStoryBrowser({ map: false });

describe('the register', () => {
  it('is searched, edited, saved, loaded and undone by the keyboard alone, and fits a phone', async () => {
    const { page } = await openApp({
      route: '#/interventions?about=register',
      widthPixels: 1280,
      heightPixels: 800,
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(30_000);
    const headline = page.locator('.headline-text');
    await headline.waitFor();
    await waitForCount(page);
    const before = plain(await headline.innerText());
    expect(before).toMatch(
      /\d+ of \d+ figures of the plan card and the rate card are assumed: nobody sourced them\./,
    );
    expect(await findAxeViolations(page)).toEqual([]);

    await tabTo(page, /^Find in the register$/);
    await page.keyboard.type('voucher publ');
    expect(
      plain(
        await page
          .getByRole('status')
          .filter({ hasText: /line|Nothing/ })
          .innerText(),
      ),
    ).toBe('Nothing in the register is so.');
    for (let letter = 0; letter < 5; letter++) await page.keyboard.press('Backspace');
    await page.getByText('Fewest premises for vouchers').waitFor();
    await press(page, /^Edit ?: Who pays$/);
    await page.getByRole('heading', { name: 'Edit Who pays' }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await tabTo(page, /^High$/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('7000');
    await page.keyboard.press('Enter');
    await page.getByText('£4,500–£7,000').waitFor();
    expect(plain(await headline.innerText())).not.toBe(before);

    const coming = page.waitForEvent('download');
    await press(page, /^Save as CSV$/);
    const saved = readFileSync(await (await coming).path(), 'utf8');
    expect(saved).toMatch(/^plan item,,,,poundsOfVoucherPerPremises,Voucher,£ each,,4500,4500,7000,/m);

    const undo = page.getByRole('button', { name: /^Undo/ }).first();
    await undo.focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => plain(await headline.innerText())).toBe(before);
    const choosing = page.waitForEvent('filechooser');
    await press(page, /^Load a register$/);
    await (await choosing).setFiles({ name: 'ours.csv', mimeType: 'text/csv', buffer: Buffer.from(saved) });
    await page.getByText('Taken from ours.csv').waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByText('£4,500–£7,000').waitFor();

    await page.setViewportSize({ width: 360, height: 780 });
    await page.getByRole('searchbox', { name: 'Find in the register' }).fill('');
    await page.getByText('Fitting out a roof').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await findAxeViolations(page)).toEqual([]);
  });
});
