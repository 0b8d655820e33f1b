import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchStoryBrowser, type StoryBrowser, waitForMap, withoutWebGl } from './harness.ts';
import { useStoryBrowser } from './story.ts';

const canvasOf = (page: Page) => page.locator('canvas.maplibregl-canvas');

interface Shown {
  ward: string | null;
  lon: number;
  lat: number;
  zoom: number;
}

/** What the address bar says of the ward and the camera, once the map stands still. */
async function addressOf(page: Page): Promise<Shown> {
  await waitForMap(page);
  const words = new URLSearchParams(new URL(page.url()).hash.split('?')[1]);
  const [zoom = Number.NaN, lat = Number.NaN, lon = Number.NaN] = (words.get('at') ?? '')
    .split('/')
    .filter(Boolean)
    .map(Number);
  return { ward: words.get('ward'), lon, lat, zoom };
}

/** The same, once the address says so: the camera is written a moment after it came to rest. */
async function untilAddress(page: Page, isSo: (shown: Shown) => boolean): Promise<Shown> {
  let shown = await addressOf(page);
  await expect
    .poll(async () => {
      shown = await addressOf(page);
      return isSo(shown);
    })
    .toBe(true);
  return shown;
}

/** Whether the map shows more than one colour: reads the picture, as an eye would. */
async function coloursShown(page: Page): Promise<number> {
  const picture = (await canvasOf(page).screenshot()).toString('base64');
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (!context) return 0;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }, picture);
}

describe('the map', () => {
  const openApp = useStoryBrowser();

  describe('as it opens', () => {
    // One page for all: each leaves no ward chosen, but for the last.
    let page: Page;
    beforeAll(async () => {
      ({ page } = await openApp());
      await waitForMap(page);
    });

    it('draws the demo borough, and says what it is and how to use it', async () => {
      expect(await coloursShown(page)).toBeGreaterThan(200);
      const canvas = canvasOf(page);
      expect(await canvas.getAttribute('aria-label')).toMatch(/^Map of \w/);
      const described = (await canvas.getAttribute('aria-describedby'))?.split(' ') ?? [];
      // Each topic's own headline describes the map while it is there.
      const words = await page.evaluate(
        (ids) => ids.flatMap((id) => document.getElementById(id)?.textContent ?? []),
        described,
      );
      expect(words.length).toBeGreaterThanOrEqual(2);
      expect(words).not.toContain('');
      expect(words.join(' ')).toMatch(/neither gigabit nor 5G/);
      const hint = page.locator('.notspot-map-hint');
      expect(await hint.isVisible()).toBe(false);
      await page.keyboard.press('Tab');
      await canvas.focus();
      expect(await hint.isVisible()).toBe(true);
      await page.keyboard.press('Alt+KeyK');
      expect(await hint.isVisible()).toBe(false);
    });

    it('takes the colours of the theme', async () => {
      await waitForMap(page);
      const light = await canvasOf(page).screenshot();
      await page.emulateMedia({ colorScheme: 'dark' });
      const isSame = async () => {
        await waitForMap(page);
        return Buffer.compare(light, await canvasOf(page).screenshot()) === 0;
      };
      await expect.poll(isSame, { interval: 300 }).toBe(false);
      expect(await coloursShown(page)).toBeGreaterThan(200);
      await page.emulateMedia({ colorScheme: 'light' });
      await waitForMap(page);
    });

    it('selects the ward that is clicked', async () => {
      const box = await canvasOf(page).boundingBox();
      if (!box) throw new Error('The map has no place.');
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await expect.poll(async () => (await addressOf(page)).ward).toMatch(/\w/);
      await page.keyboard.press('Escape');
      await untilAddress(page, ({ ward }) => ward === null);
    });

    it('comes back after its graphics were lost, with the selection', async () => {
      await canvasOf(page).focus();
      await page.keyboard.press('Enter');
      await untilAddress(page, ({ ward, zoom }) => ward !== null && zoom > 0);
      const before = await coloursShown(page);
      await page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas');
        const graphics = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
        graphics?.loseContext();
        setTimeout(() => graphics?.restoreContext(), 300);
      });
      await page.waitForFunction(() => document.documentElement.dataset.map === 'loading');
      await waitForMap(page);
      expect(await coloursShown(page)).toBeGreaterThan(before / 2);
      expect((await addressOf(page)).ward).toMatch(/\w/);
    });
  });

  it('is worked by keys alone', async () => {
    const { page } = await openApp({ reducedMotion: 'reduce' });
    await waitForMap(page);
    await page.keyboard.press('Tab');
    await canvasOf(page).focus();
    const start = await untilAddress(page, ({ zoom }) => zoom > 0);
    await page.keyboard.press('ArrowRight');
    const east = await untilAddress(page, ({ lon }) => lon !== start.lon);
    await page.keyboard.press('Shift+ArrowRight');
    const nudged = await untilAddress(page, ({ lon }) => lon !== east.lon);
    expect(east.lon).toBeGreaterThan(start.lon);
    expect(nudged.lon - east.lon).toBeGreaterThan(0);
    expect(nudged.lon - east.lon).toBeLessThan((east.lon - start.lon) / 3);
    await page.keyboard.press('+');
    await untilAddress(page, ({ zoom }) => zoom > start.zoom + 0.4);
    await page.keyboard.press('0');
    await expect
      .poll(() => addressOf(page))
      .toMatchObject({ lon: expect.closeTo(start.lon, 3), zoom: expect.closeTo(start.zoom, 1) });
    await page.keyboard.press('Enter');
    const chosen = await untilAddress(page, ({ ward, zoom }) => ward !== null && zoom > start.zoom);
    expect(chosen.ward).toMatch(/\w/);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await addressOf(page)).ward).toBeNull();
  });

  it('shows where the address bar says', async () => {
    const { page } = await openApp({ route: '#/not-spots?at=15.00/52.93500/-0.78000' });
    await waitForMap(page);
    // By then the address would say where the map stands, were that elsewhere.
    await page.waitForTimeout(400);
    expect(await addressOf(page)).toMatchObject({ zoom: 15, lat: 52.935, lon: -0.78 });
    expect(await page.locator('.notspot-map-scale-text').textContent()).toBe('100 m');
  });
});

describe('a computer without WebGL', () => {
  let browser: StoryBrowser;
  beforeAll(async () => {
    browser = await launchStoryBrowser({
      address: inject('appAddress'),
      chromiumPath: inject('chromiumPath'),
      chromiumArguments: withoutWebGl,
    });
  });
  afterAll(() => browser.close());

  it('has the numbers and the table, is told why there is no map, and meets no error', async () => {
    const { page, pageErrors, policyViolations } = await browser.open();
    await page.waitForFunction(() => document.documentElement.dataset.map === 'none', undefined, {
      timeout: 60_000,
    });
    expect(await page.getByText('The map cannot be shown on this computer.').isVisible()).toBe(true);
    // The count may come after the news that there is no map.
    await page.getByRole('table').first().waitFor();
    expect({ pageErrors, policyViolations }).toEqual({ pageErrors: [], policyViolations: [] });
  });
});
