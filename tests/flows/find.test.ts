import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { findAxeViolations, waitForMap } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { disclose, downloadOf, plain, waitForCount } from './app-page.ts';
import { chooseFiles } from './give-files.ts';

const openApp = useStoryBrowser();

const field = (page: Page) => page.getByRole('combobox', { name: 'Find a place' });
const options = (page: Page) => page.getByRole('listbox', { name: 'Find a place' }).getByRole('option');

/** Types into the search of the bar with the keyboard alone, until the list says that it understood this. */
async function ask(page: Page, query: string, understood: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(query);
  const popup = page.locator('.bar-find .combobox-popup');
  await popup.waitFor();
  // Answers to the letters before the last one may come first.
  await expect.poll(async () => plain(await popup.locator('.combobox-note').innerText())).toMatch(understood);
}

async function openDemo(size: { widthPixels?: number; heightPixels?: number } = {}): Promise<Page> {
  const { page } = await openApp({ ...size, map: false, reducedMotion: 'reduce' });
  await waitForCount(page);
  return page;
}

async function verdictTitle(page: Page): Promise<string> {
  const title = page.locator('#verdict-title');
  await title.waitFor();
  return plain(await title.innerText());
}

describe('finding', () => {
  it('a postcode by keyboard at 360 px leads to what it gets, and nothing of it into the title', async () => {
    const { page } = await openApp({ widthPixels: 360, heightPixels: 740, reducedMotion: 'reduce' });
    await waitForCount(page);
    await waitForMap(page);
    expect(await field(page).isVisible()).toBe(false);
    await page.keyboard.press('/');
    expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field(page).getAttribute('autocomplete')).toBe('off');
    const box = await field(page).boundingBox();
    expect(box?.width).toBeGreaterThan(300);
    await page.keyboard.type('zx1  1aA');
    await options(page).first().waitFor();
    await expect
      .poll(async () => plain(await options(page).first().innerText()))
      .toMatch(/^ZX1 1AA Postcode \d+ premises, in \w+/);
    await page.keyboard.press('ArrowDown');
    expect(await options(page).first().getAttribute('aria-selected')).toBe('true');
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(
      await options(page).first().getAttribute('id'),
    );
    expect(await findAxeViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await verdictTitle(page)).toBe('ZX1 1AA');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('verdict-title');
    const words = plain(await page.getByRole('article', { name: 'ZX1 1AA' }).innerText());
    expect(words).toMatch(/Gigabit: /);
    expect(words).toMatch(/we do not know/);
    expect([await page.title(), page.url()].join(' ')).not.toMatch(/zx1/i);
    await waitForMap(page);
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

describe('without a map, one question after the other on one page', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openDemo();
  });

  it('Enter before the answer opens the first result; Escape empties, then leaves', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('999000000001');
    await page.keyboard.press('Enter');
    expect(await verdictTitle(page)).toBe('Flat 1, 1 High Street');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('abbey');
    await options(page).first().waitFor();
    await page.keyboard.press('Escape');
    expect(await field(page).inputValue()).toBe('');
    expect(await page.locator('.bar-find .combobox-popup').isVisible()).toBe(false);
  });

  it('says what it understood, and what is wrong: postcode, UPRN, coordinate, grid reference, address, ward', async () => {
    await ask(page, 'ZX1 1AO', /letter O: C, I, K, M, O and V are never used there\. The nearest/);
    await expect.poll(() => options(page).count()).toBeGreaterThan(3);
    // What is only near what was meant is never opened unasked.
    await page.keyboard.press('Enter');
    expect(await field(page).inputValue()).toBe('ZX1 1AO');
    await ask(page, 'zx99zz', /ZX9 9ZZ has the form of a postcode but is not in the loaded premises/);
    await ask(page, 'ZX1 1', /^Postcode sector ZX1 1: \d+ postcodes\.$/);
    await ask(page, '999000099999999', /too long for a UPRN/);
    await ask(page, '<img src=x onerror=alert(1)>', /Nothing loaded is called “<img src=x/);

    await ask(page, '52.93551, -0.7924', /^Coordinate 52\.93551, -0\.79240\. Read as latitude/);
    await page.keyboard.press('Enter');
    await verdictTitle(page);
    await expect
      .poll(async () => plain(await page.locator('.verdict').innerText()))
      .toMatch(/You asked for 52\.93551, -0\.79240\. This is the nearest loaded premises, .* away/);

    await ask(page, 'SK 812 382', /^Grid reference SK 812 382 \(British National Grid\)/);
    await expect
      .poll(async () => plain(await options(page).first().innerText()))
      .toMatch(/Nearest loaded premises, \d+ m away/);

    await ask(page, '112 luskcroft road', /address(?:es)? match/);
    await page.keyboard.press('Enter');
    expect(await verdictTitle(page)).toBe('112 Luskcroft Road');

    await ask(page, 'water lane', /^\d+ ward/);
    await expect.poll(async () => plain(await options(page).first().innerText())).toMatch(/^Water Lane/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Water Lane' }).waitFor();
    expect(page.url()).toMatch(/#\/not-spots\?ward=E05999020/);
  });

  it('gives a verdict that has layers with source and date, neighbours that open, the ward beside it, and evidence to download', async () => {
    await ask(page, '999000000001', /^UPRN 999000000001\.$/);
    await page.keyboard.press('Enter');
    await verdictTitle(page);
    await disclose(page, 'Meaning and source');
    const words = plain(await page.locator('.verdict').innerText());
    expect(words).toMatch(/One of \d+ premises at this very point/);
    expect(words).toMatch(/Notspot demo, 2026-11-01/);
    expect(words).toMatch(/We know only that \d+\.\d % of premises in .+ have it/);
    expect(words).toMatch(/Gigabit: of the 20 nearest premises/);
    expect(words).toMatch(/not-spots are premises that have neither gigabit nor 5G/);

    await disclose(page, 'This is wrong');
    await page.getByLabel('What is wrong, in your own words').fill('We were told there is none.');
    const { fileName, text } = await downloadOf(page, /download as text/i);
    expect(fileName).toMatch(/^wrenminster-evidence-\d{4}-\d\d-\d\d-fictional\.txt$/);
    for (const part of ['999000000001', 'We were told there is none.', 'Full fibre survey', 'FICTIONAL'])
      expect(text).toContain(part);
    expect(JSON.parse((await downloadOf(page, /download as json/i)).text).objection).toBe(
      'We were told there is none.',
    );

    const neighbour = page.getByRole('region', { name: 'The nearest places' }).getByRole('button').first();
    const name = plain(await neighbour.innerText());
    await neighbour.click();
    await expect.poll(() => verdictTitle(page)).toBe(name);
    await page.getByRole('button', { name: /^Open the ward / }).click();
    await page.getByRole('button', { name: 'Back to all wards' }).waitFor();
  });
});

describe('a dot on the map', () => {
  it('is chosen by a click, and by Enter at the cross', async () => {
    const { page } = await openApp({ reducedMotion: 'reduce' });
    await waitForCount(page);
    await ask(page, '112 luskcroft road', /address(?:es)? match/);
    await page.keyboard.press('Enter');
    await verdictTitle(page);
    // What was found stands in the middle of the map, once the map has gone there.
    await expect.poll(() => page.url(), { timeout: 20_000 }).toMatch(/at=1[5-9]\./);
    await waitForMap(page);
    const map = page.locator('.maplibregl-canvas');
    const leave = page.getByRole('button', { name: 'Look up another place' });
    await leave.press('Enter');
    await page.locator('#verdict-title').waitFor({ state: 'detached' });
    await waitForMap(page);
    await map.focus();
    await page.keyboard.press('Enter');
    expect(await verdictTitle(page)).toBe('112 Luskcroft Road');
    await leave.press('Enter');
    await page.locator('#verdict-title').waitFor({ state: 'detached' });
    await waitForMap(page);
    const box = await map.boundingBox();
    if (!box) throw new Error('There is no map.');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    expect(await verdictTitle(page)).toBe('112 Luskcroft Road');
  });
});

describe('on a phone a place far from the data', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openDemo({ widthPixels: 360, heightPixels: 740 });
  });

  it('is said not to be known, and nothing of an earlier answer stays', async () => {
    await ask(page, '999000000001', /^UPRN 999000000001\.$/);
    await page.keyboard.press('Enter');
    await verdictTitle(page);
    await ask(page, '51.5, -0.12', /^Coordinate 51\.5/);
    await page.keyboard.press('Enter');
    const marks = page.getByRole('region', { name: 'Marked on the map' });
    await expect
      .poll(async () => plain(await marks.innerText()))
      .toMatch(/51\.50000, -0\.12000: We do not know: the nearest loaded premises is \d+ km away/);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('marks');
    expect(await page.locator('.verdict').count()).toBe(0);
  });

  it('of premises far down the page the answer comes into sight', async () => {
    await ask(page, '999000000001', /^UPRN 999000000001\.$/);
    await page.keyboard.press('Enter');
    const first = await verdictTitle(page);
    await page.getByRole('region', { name: 'The nearest places' }).getByRole('button').last().click();
    await expect.poll(() => verdictTitle(page)).not.toBe(first);
    const top = () => page.locator('#verdict-title').evaluate((title) => title.getBoundingClientRect().top);
    await expect.poll(top).toBeGreaterThan(80);
    expect(await top()).toBeLessThan(500);
  });
});

describe('the verdict', () => {
  it('on own files says “we do not know” and why, never “no”', async () => {
    const { page } = await openApp({ map: false, route: '#/data', reducedMotion: 'reduce' });
    await waitForCount(page);
    await chooseFiles(page, [
      { name: 'wards.geojson', text: square('E05998001', 'Alder Edge', -1.8) },
      {
        name: 'premises.csv',
        text: 'uprn,lon,lat,address\n100000000001,-1.75,52.65,1 Mill Lane\n100000000002,-1.74,52.65,2 Mill Lane\n100000000003,-1.73,52.65,3 Mill Lane\n',
      },
      { name: 'lines.csv', text: 'uprn,gigabit\n100000000001,yes\n100000000002,\n' },
    ]);
    await page.getByRole('heading', { name: 'What became of the files' }).waitFor();
    await waitForCount(page);
    const expected = {
      '1 Mill Lane': /Gigabit: yes/,
      '2 Mill Lane': /Its record in the file is blank/,
      '3 Mill Lane': /The file has no record of it/,
    };
    for (const [address, said] of Object.entries(expected)) {
      await ask(page, address, /address(?:es)? match/);
      await page.keyboard.press('Enter');
      await expect.poll(() => verdictTitle(page)).toBe(address);
      const words = plain(await page.getByRole('article', { name: address }).innerText());
      expect(words).toMatch(said);
      if (address !== '1 Mill Lane') expect(words).toMatch(/Gigabit: we do not know/);
    }
    expect(await findAxeViolations(page)).toEqual([]);
  });
});

function square(code: string, name: string, west: number): string {
  const ring = [
    [west, 52.6],
    [west + 0.1, 52.6],
    [west + 0.1, 52.7],
    [west, 52.7],
    [west, 52.6],
  ];
  return JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { WD24CD: code, WD24NM: name },
        geometry: { type: 'Polygon', coordinates: [ring] },
      },
    ],
  });
}
