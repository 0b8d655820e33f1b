import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  findAxeViolations,
  launchStoryBrowser,
  type StoryBrowser,
  withoutWebGl,
} from '../browser/harness.ts';
import {
  downloadOf,
  downloadWards,
  headlineNumber,
  headlineOf,
  numberIn,
  readTable,
  waitForCount,
} from './app-page.ts';

const TOPIC_TABLES = [
  ['clusters', /^Clusters of not-spots/],
  ['areas', /^Wards: area/],
  ['compare', /^Wards compared/],
  ['before-after', /before and after, and the difference/],
] as const;

describe('on a computer without WebGL', () => {
  let browser: StoryBrowser;
  beforeAll(async () => {
    browser = await launchStoryBrowser({
      address: inject('appAddress'),
      chromiumPath: inject('chromiumPath'),
      chromiumArguments: withoutWebGl,
    });
  });

  it.each([1280, 360])(
    'at %i px every number, table and export is there, and it says why no map is',
    async (widthPixels) => {
      const { page, pageErrors, policyViolations } = await browser.open({ widthPixels });
      await page.waitForFunction(() => document.documentElement.dataset.map === 'none');
      await waitForCount(page);
      const graphics = await page.evaluate(
        () => document.createElement('canvas').getContext('webgl2') === null,
      );
      expect(graphics, 'the browser really has no WebGL').toBe(true);
      const map = page.getByRole('region', { name: 'Map', exact: true });
      expect(await map.innerText()).toMatch(/The map cannot be shown on this computer\..*WebGL/s);
      expect(await headlineOf(page)).toMatch(/neither gigabit nor 5G/);
      const table = await readTable(page);
      const notSpots = await headlineNumber(page);
      expect(numberIn(table.total['Not-spots'])).toBe(notSpots);
      const rows = await downloadWards(page);
      expect(Math.round(Number(rows.at(-1)?.not_spots))).toBe(notSpots);
      const { text } = await downloadOf(page, /download not-spots/i);
      expect(JSON.parse(text).features.length).toBeGreaterThan(0);
      await page.getByLabel('Definition').selectOption({ label: 'No gigabit' });
      await expect.poll(() => headlineOf(page)).toMatch(/have no gigabit\.$/);
      await page
        .getByRole('region', { name: 'Ward table' })
        .getByRole('button', { name: table.rows[0].Ward })
        .click();
      await page.getByRole('article', { name: table.rows[0].Ward }).waitFor();
      if (widthPixels > 700)
        for (const [view, name] of TOPIC_TABLES) {
          await page.evaluate((to) => {
            location.hash = `#/not-spots?view=${to}`;
          }, view);
          // A page opened again while the work is under way begins it again.
          if (view === 'areas') await page.reload();
          const number = page.getByRole('table', { name }).locator('tbody .explained').first();
          await number.waitFor();
          await waitForCount(page);
          expect(await map.innerText()).toMatch(/The map cannot be shown on this computer/);
          expect({ view, found: await findAxeViolations(page) }).toEqual({ view, found: [] });
          await number.click();
          await page.getByRole('dialog').getByRole('heading', { name: 'How is it worked out?' }).waitFor();
          await page.keyboard.press('Escape');
        }
      expect({ pageErrors, policyViolations }).toEqual({ pageErrors: [], policyViolations: [] });
    },
  );

  afterAll(async () => {
    const { foreign, carrying } = await browser.close();
    expect({ foreign, carrying }).toEqual({ foreign: [], carrying: [] });
  });
});
