import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { findAxeViolations } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { addressParts, downloadOf, plain, waitForCount } from './app-page.ts';

const openApp = useStoryBrowser({ map: false });

describe('comparing areas', () => {
  it('by keyboard: targets, other authorities, wards by a column, need and undo, and the file', async () => {
    const { page } = await openApp({ route: '#/not-spots', reducedMotion: 'reduce' });
    page.setDefaultTimeout(20_000);
    await waitForCount(page);
    await page.getByRole('button', { name: 'Compare', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Published beside counted' }).waitFor();
    await waitForCount(page);
    expect(addressParts(page).get('view')).toBe('compare');
    const panel = page.locator('.compare');
    const text = plain(await panel.innerText());
    expect(text).toContain('Wrenminster (E08999001)');
    expect(text).toMatch(
      /At least 85 % gigabit by the end of 2025 .* Not reached(?: as of|, date not known)[^.]*\. [\d,]+ more premises/,
    );
    expect(text).toMatch(/Wrenminster: [\d.]+ %, (?:joint )?\d+\w\w of 24 authorities/);
    expect(text).toMatch(/[\d.]+ percentage points (?:more|less) than published/);

    // Wards by a technology: the address says so, panel and table follow.
    await page.getByLabel('Compare by').focus();
    await page.keyboard.type('With 5G');
    await page.keyboard.press('Tab');
    await expect.poll(() => addressParts(page).get('by')).toBe('technology:5g');
    await page.getByRole('table', { name: 'Wards compared: With 5G, share of premises' }).waitFor();

    // Need: two rankings side by side, and a column of moves in the table.
    // The loaded table of need is weighed at once; another choice is a step.
    const sides = page.getByRole('table', { name: 'Wards by not-spots, without need and with it' });
    await sides.waitFor();
    expect(addressParts(page).get('need')).toMatch(/^high\/.*\/deprivation\//);
    await page.getByLabel('low (income, skills)').check();
    await expect.poll(() => addressParts(page).get('need')).toMatch(/^low\//);
    await sides.waitFor();
    await page.getByLabel('high (deprivation, people offline)').check();
    await sides.waitFor();
    await waitForCount(page);
    const moves = await sides.locator('tbody tr td:last-child').allInnerTexts();
    expect(moves).toHaveLength(20);
    expect(moves.some((move) => /^[▲▼] \d+$/.test(move))).toBe(true);
    const table = page.getByRole('region', { name: 'Wards compared: table' });
    await table.getByRole('button', { name: 'By need' }).focus();
    await page.keyboard.press('Enter');
    const first = table.locator('tbody tr[data-row="0"]');
    await expect.poll(() => first.innerText()).toContain('1st');
    await first.getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => addressParts(page).get('ward')).toMatch(/^E05999\d{3}$/);

    const { fileName, text: csv } = await downloadOf(page, /comparison \(CSV\)/);
    expect(fileName).toBe('wrenminster-comparison-fictional.csv');
    const { data, errors } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    const sections = new Set(data.map(({ section }) => section));
    expect([...sections]).toEqual([
      'target',
      'counted beside published',
      'published, authorities',
      'ward',
      'ward by need',
      'over time',
    ]);
    expect(data.every((row) => row.definition.includes('recipe:') && row.fictional === 'fictional')).toBe(
      true,
    );

    // The choice of need is a step of the work, and undone like any other.
    await page.getByLabel('Weigh by').focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => addressParts(page).get('need')).toMatch(/^low\//);
    await page.getByLabel('Weigh by').selectOption('');
    await sides.waitFor({ state: 'detached' });
    expect(addressParts(page).get('need')).toBe('none');
  });

  it.each([
    { widthPixels: 360, heightPixels: 740, colourScheme: 'dark' },
    { widthPixels: 1280, heightPixels: 800, colourScheme: 'light' },
  ] as const)('axe finds nothing at $widthPixels px, $colourScheme', async (look) => {
    const { page } = await openApp({ ...look, route: '#/not-spots?view=compare', reducedMotion: 'reduce' });
    page.setDefaultTimeout(20_000);
    await waitForCount(page);
    await page.getByRole('heading', { name: 'Published beside counted' }).waitFor();
    await page.getByLabel('Weigh by').selectOption({ label: 'deprivation, by ward' });
    await page.getByRole('table', { name: 'Wards by not-spots, without need and with it' }).waitFor();
    for (const summary of await page.locator('.compare summary').all()) await summary.click();
    await waitForCount(page);
    expect(await findAxeViolations(page)).toEqual([]);
  });
});
