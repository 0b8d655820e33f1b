import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { findAxeViolations } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { addressParts, downloadOf, plain, waitForCount } from './app-page.ts';

const openApp = useStoryBrowser({ map: false });

describe('one link', () => {
  it('by keyboard, over the demo’s heights: two ends, profile, budget, a height that is moved, undo and files', async () => {
    const { page } = await openApp({ route: '#/rooftops?roofs=link', reducedMotion: 'reduce' });
    page.setDefaultTimeout(60_000);
    await page.getByRole('button', { name: /Fetch the demo’s heights/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Use this radio ?: 60 GHz point-to-multipoint/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Give the link two ends.').waitFor();
    const [first, second] = [
      page.getByRole('group', { name: /^From:/ }),
      page.getByRole('group', { name: /^To:/ }),
    ];
    await first.getByLabel('Site').selectOption({ index: 1 });
    await second.getByLabel('Site').selectOption({ index: 2 });
    const plot = page.getByRole('slider', { name: /^Place on the path/ });
    await plot.waitFor();
    expect(addressParts(page).get('from')).not.toBeNull();
    const verdict = page.getByLabel('What the link comes to');
    await expect
      .poll(async () => plain(await verdict.innerText()))
      .toMatch(/Clear|Marginal|Blocked|Obstructed|Too weak/);

    // Along the profile by keys: distance, heights and clearance are read out.
    await plot.focus();
    await page.keyboard.press('Home');
    for (let i = 0; i < 3; i++) await page.keyboard.press('PageUp');
    const said = page.locator('.link-profile [aria-live]');
    await expect.poll(() => said.innerText()).toMatch(/m from .*: surface [\d.]+ m.*line of sight [\d.]+ m/);

    // A taller mast by arrow keys: asked at once, one step of undo when it rests.
    const slider = first.getByRole('slider', { name: 'Antenna (metres)' });
    const before = await slider.inputValue();
    await slider.focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight');
    const after = String(Number(before) + 3);
    expect(await slider.inputValue()).toBe(after);
    await expect
      .poll(() => page.getByRole('button', { name: /^Undo/ }).getAttribute('title'))
      .toMatch(/Changed the height/);
    await page.keyboard.press('Control+z');
    await expect.poll(() => slider.inputValue()).toBe(before);

    const { text } = await downloadOf(page, /Profile as CSV/);
    const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data.length).toBeGreaterThan(50);
    expect(data.every(({ remark }) => remark === 'fictional')).toBe(true);
    const budget = await downloadOf(page, /Budget as CSV/);
    expect(budget.text).toContain('free space');

    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Table' }).check();
    await page.getByRole('table', { name: 'Places along the link, from its first end' }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);

    // A site's consents: hints, overridden with a reason, and undone.
    await page.getByRole('button', { name: 'Sites', exact: true }).click();
    await page.locator('[data-site]').first().click();
    await page.getByRole('heading', { name: 'Consents: a hint, not advice' }).waitFor();
    const summary = page.locator('.consents-summary');
    const reckoned = await summary.innerText();
    expect(reckoned).toMatch(/in the way, \d+ not known, \d+ not in the way, of 8 rules/);
    const mast = page.locator('.consent').first();
    await mast.locator('summary').click();
    await mast.getByRole('textbox', { name: 'Because' }).fill('Heard from the planners');
    await mast.getByRole('button', { name: /^Say so/ }).click();
    await expect
      .poll(async () => plain(await mast.innerText()))
      .toMatch(/overridden Heard from the planners/);
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => summary.innerText()).toBe(reckoned);
  });

  it.each([
    { widthPixels: 360, heightPixels: 740, colourScheme: 'dark' },
    { widthPixels: 1280, heightPixels: 800, colourScheme: 'light' },
  ] as const)('axe finds nothing on Radios at $widthPixels px, $colourScheme', async (look) => {
    const { page } = await openApp({ ...look, route: '#/rooftops?roofs=radios', reducedMotion: 'reduce' });
    page.setDefaultTimeout(30_000);
    await waitForCount(page);
    await page.getByRole('button', { name: /^Use this radio ?: 5.8 GHz/ }).click();
    await page.getByRole('heading', { name: 'What links are reckoned with' }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Edit ?: 5.8 GHz/ }).click();
    await page.getByRole('heading', { name: /^Edit 5.8 GHz/ }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
  });
});
