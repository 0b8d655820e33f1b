import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { findAxeViolations, waitForMap } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { pmtilesOf } from '../builders/pmtiles.ts';
import { townBasemap } from '../builders/town-basemap.ts';
import { waitForCount } from './app-page.ts';

const openApp = useStoryBrowser();

describe('what to know about the data', () => {
  it('stands by the headline, leads to the notes, and shows their places on the map by keyboard', async () => {
    const { page } = await openApp({ reducedMotion: 'reduce' });
    page.setDefaultTimeout(20_000);
    await waitForCount(page);
    await page.getByRole('button', { name: /things? to know about this data/ }).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('quality');
    await page.getByRole('button', { name: 'Show on map: Rows stacked on one point' }).press('Enter');
    const marks = page.getByRole('region', { name: 'Marked on the map' });
    await marks.getByText('200 places on the map').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('marks');
    const first = marks.locator('[data-mark="0"] button');
    await first.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await waitForMap(page);
    await expect.poll(() => new URL(page.url()).hash).toMatch(/at=16\.00/);
    await expect
      .poll(() => marks.locator('[aria-current="true"]').innerText())
      .toContain('rows at one point');
    expect(await findAxeViolations(page)).toEqual([]);
    await marks.getByRole('button', { name: 'Clear' }).press('Enter');
    await marks.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('panel');
  });
});

describe('a basemap file', () => {
  it('is drawn under the data, named, taken off and put back', async () => {
    const page = await openData();
    const before = await mapPicture(page);
    const bytes = townBasemap(
      -0.83,
      52.93,
      '<img src=x onerror=alert(1)>&copy; <a href="https://x.example">Mapham</a>',
    );
    await give(page, 'town.pmtiles', bytes);
    await page.getByRole('heading', { name: 'Basemap' }).waitFor();
    await page.getByText('Fictional data · © Mapham').waitFor();
    await waitForMap(page);
    const after = await mapPicture(page);
    expect(after.equals(before)).toBe(false);
    await page.getByRole('button', { name: 'Remove basemap' }).click();
    await waitForMap(page);
    await page.getByText('Fictional data', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Put it back' }).click();
    await page.getByText('Fictional data · © Mapham').waitFor();
  });

  it('may hold pictures, and stays when a broken one is dropped over it', async () => {
    const page = await openData();
    const tiles = [{ z: 0, x: 0, y: 0, data: purplePng() }];
    await give(
      page,
      'picture.pmtiles',
      pmtilesOf({ tiles, tileType: 2, metadata: { attribution: 'Purple' } }),
    );
    await page.getByText('Fictional data · Purple').waitFor();
    await waitForMap(page);
    await expect.poll(() => colourAt(page, 30, 250)).toSatisfy(isPurple);
    const whole = townBasemap(-0.83, 52.93, 'Cut');
    await give(page, 'cut.pmtiles', whole.slice(0, whole.length - 30));
    await page
      .getByText(/cut\.pmtiles is broken/)
      .first()
      .waitFor();
    await page.getByText('Fictional data · Purple').waitFor();
    await waitForMap(page);
    expect(isPurple(await colourAt(page, 30, 250))).toBe(true);
  });
});

async function openData(): Promise<Page> {
  const { page } = await openApp({ route: '#/data', reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  await waitForCount(page);
  await waitForMap(page);
  return page;
}

async function give(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
}

function mapPicture(page: Page): Promise<Buffer> {
  return page.locator('.maplibregl-canvas').screenshot();
}

/** Red, green and blue of the map's picture at a point from its top left corner. */
async function colourAt(page: Page, x: number, y: number): Promise<number[]> {
  const picture = [...(await mapPicture(page))];
  return page.evaluate(
    async ({ picture, x, y }) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(picture)]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return [...(context?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3);
    },
    { picture, x, y },
  );
}

/** More red and blue than green, as nothing of the app's own map is. */
function isPurple([red, green, blue]: readonly number[]): boolean {
  return red > green + 20 && blue > green + 20;
}

/** A PNG of 256 × 256 purple pixels. */
function purplePng(): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body) >>> 0);
    return Buffer.concat([head, body, sum]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(256, 0);
  size.writeUInt32BE(256, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.from(Array.from({ length: 256 }, () => [200, 0, 200]).flat()),
  ]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: 256 }, () => row)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
