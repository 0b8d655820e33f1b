import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { findAxeViolations, waitForMap } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { disclose, goTo, headlineOf, readTable, waitForCount } from './app-page.ts';
import { chooseFiles } from './give-files.ts';

const openApp = useStoryBrowser();
const routes = [
  ...['#/not-spots', '#/premises', '#/rooftops', '#/interventions', '#/data'],
  ...['#/work', '#/accessibility', '#/privacy'],
];
const topicRoutes = ['clusters', 'areas', 'compare', 'before-after'].map(
  (topic) => `#/not-spots?view=${topic}`,
);
const sizes = [
  { widthPixels: 360, heightPixels: 740 },
  { widthPixels: 1280, heightPixels: 800 },
] as const;
/** The states between the pages are looked at narrow and dark, and wide and light. */
const looks = [
  { ...sizes[0], colourScheme: 'dark' },
  { ...sizes[1], colourScheme: 'light' },
] as const;

/** Looks something up in the bar by the keyboard, until the list says what it understood. */
async function find(page: Page, query: string, understood: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(query);
  await page.locator('.bar-find .combobox-note').filter({ hasText: understood }).waitFor();
}

async function goToRoute(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
  const name = route.slice(2).replace(/\?.*/, '');
  await page.getByRole('heading', { level: 1, name: new RegExp(`^(your )?${name}`, 'i') }).waitFor();
  // Its files, and what a duel needs, come after the heading.
  if (name === 'data') await page.locator('#panel .file').first().waitFor();
  if (name === 'interventions') await page.locator('#panel .duel-lacks').waitFor();
  const [, topic] = /view=(.*)/.exec(route) ?? [];
  if (!topic) return;
  const label = topic === 'before-after' ? 'Before/after' : topic;
  await page
    .getByRole('button', { name: new RegExp(`^${label}$`, 'i') })
    .and(page.locator('[aria-current]'))
    .waitFor();
  // The study's answer is what can be too wide.
  await page.locator('#panel .panel-section').nth(1).waitFor();
  await page.locator('#panel progress').waitFor({ state: 'detached' });
}

async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await waitForMap(page);
    for (const route of routes) {
      await goToRoute(page, route);
      const found = await findAxeViolations(page);
      expect({ colorScheme, route, found }).toEqual({ colorScheme, route, found: [] });
    }
  }
}

describe.each(sizes)('at $widthPixels px', (size) => {
  it('axe finds nothing on any page, light and dark', async () => {
    const { page } = await openApp({ ...size, reducedMotion: 'reduce' });
    await waitForCount(page);
    await expectNoViolations(page);
  }, 240_000);
});

it('text at 200 % fits 360 px', async () => {
  const { page } = await openApp({ ...sizes[0], reducedMotion: 'reduce' });
  await waitForCount(page);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  for (const route of [...routes, ...topicRoutes]) {
    await goToRoute(page, route);
    const tooWide = await page.evaluate(() => {
      const wide = document.documentElement.scrollWidth;
      const outside = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
        const { right, width, height } = element.getBoundingClientRect();
        const inScroller = element.closest('.table-scroller, canvas, .unseen, .skip, .maplibregl-map');
        return width > 1 && height > 1 && right > innerWidth + 1 && !inScroller;
      });
      return {
        wide,
        outside: outside.slice(0, 5).map(({ tagName, className }) => `${tagName}.${className}`),
      };
    });
    expect({ route, ...tooWide }).toEqual({ route, wide: 360, outside: [] });
  }
});

describe.each(looks)('at $widthPixels px, $colourScheme', (look) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await openApp({ ...look, reducedMotion: 'reduce' }));
    page.setDefaultTimeout(15_000);
    await waitForCount(page);
    await waitForMap(page);
  });
  const expectNothing = async (state: string): Promise<void> => {
    expect({ state, found: await findAxeViolations(page) }).toEqual({ state, found: [] });
  };

  it('axe finds nothing in finding a place and asking about it', async () => {
    await find(page, 'ZX1 1AO', /never used there/);
    await expectNothing('what was looked for is wrong');
    await find(page, 'high street', /addresses match/);
    await expectNothing('several places found');
    await find(page, 'ZX1 1', /Postcode sector/);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Marked on the map' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('marks');
    await expectNothing('a list of marks');
    await find(page, 'ZX1 1AA', /Postcode ZX1 1AA/);
    await page.keyboard.press('Enter');
    await page.locator('#verdict-title').waitFor();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('#panel details'))
        details.open = true;
    });
    await page.getByRole('button', { name: 'Download as text' }).click();
    await page.getByText(/^Downloaded /).waitFor();
    await expectNothing('a verdict with everything open and evidence made');
    await goTo(page, 'Data');
    await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('#panel details'))
        details.open = true;
    });
    await expectNothing('the Data page with everything open');
  });

  it('axe finds nothing in the states between', async () => {
    await goTo(page, 'Not-spots');
    await disclose(page, 'How this is counted');
    await disclose(page, 'Source and extent');
    await disclose(page, 'Write it in words');
    await page.getByLabel('Recipe', { exact: true }).fill('no gigabyte');
    await expectNothing('an error in the recipe, everything open');
    const { rows } = await readTable(page);
    await page
      .getByRole('region', { name: 'Ward table' })
      .getByRole('button', { name: rows[0].Ward })
      .click();
    await page.getByRole('article', { name: rows[0].Ward }).waitFor();
    await expectNothing('a ward selected');
    await page
      .getByRole('button', { name: /^Explain/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await expectNothing('a figure explained');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('article', { name: rows[0].Ward }).waitFor();
    await goTo(page, 'Data');
    await chooseFiles(page, [
      { name: 'broken.geojson', text: '{' },
      { name: 'wards.geojson', text: oneWard },
    ]);
    await page.getByRole('alert').waitFor();
    await disclose(page, 'Columns');
    await expectNothing('an import refused, another taken');
    await goTo(page, 'Not-spots');
    await expectNothing('wards alone');
    await goTo(page, 'Data');
    await page.getByRole('button', { name: /^Forget this file/ }).click();
    await goTo(page, 'Not-spots');
    await expectNothing('nothing loaded');
  });
});

it('forced colours leave every answer its own sign and the key of the dots its colours', async () => {
  const { page } = await openApp({ route: '#/premises', reducedMotion: 'reduce' });
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await waitForCount(page);
  await find(page, 'ZX1 1AA', /Postcode ZX1 1AA/);
  await page.keyboard.press('Enter');
  await page.locator('#verdict-title').waitFor();
  const signs = await page
    .getByRole('list', { name: 'What the signs mean' })
    .locator('.answer-mark')
    .evaluateAll((marks) =>
      marks.map((mark) => {
        const { borderStyle, backgroundColor } = getComputedStyle(mark);
        return [borderStyle, backgroundColor, mark.querySelector('path')?.getAttribute('d')].join(' ');
      }),
    );
  expect(new Set(signs).size).toBe(5);
  const ramp = page.locator('.dot-key-ramp').first();
  expect(await ramp.evaluate((mark) => getComputedStyle(mark).backgroundImage)).toMatch(/rgb|color/);
  expect(await ramp.evaluate((mark) => getComputedStyle(mark).forcedColorAdjust)).toBe('none');
  // The colours that axe compares are those of the style sheets, not the ones that are forced.
  const found = await findAxeViolations(page);
  expect(found.filter((violation) => !violation.startsWith('color-contrast'))).toEqual([]);
});

it('at 400 % zoom, 320 px, no page scrolls sideways', async () => {
  const { page } = await openApp({ widthPixels: 320, heightPixels: 256, reducedMotion: 'reduce' });
  await waitForCount(page);
  for (const route of [...routes, ...topicRoutes]) {
    await goToRoute(page, route);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect({ route, wide }).toEqual({ route, wide: 320 });
  }
  await find(page, 'ZX1 1AA', /Postcode ZX1 1AA/);
  await page.keyboard.press('Enter');
  await page.locator('#verdict-title').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const top = await page.locator('#verdict-title').evaluate((title) => title.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(256);
});

describe('with the keyboard alone', () => {
  it('everything is reached, in an order, with the focus in sight', async () => {
    const { page } = await openApp({ reducedMotion: 'reduce' });
    await waitForCount(page);
    await waitForMap(page);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatchObject({ name: 'Skip to the numbers', shown: true, inSight: true });
    const stops: Stop[] = [];
    for (let i = 0; i < 150; i++) {
      await page.keyboard.press('Tab');
      const stop = await focused(page);
      if (stop.tag === 'BODY') break;
      stops.push(stop);
    }
    expect(stops.length).toBeLessThan(150);
    expect(stops.filter(({ shown }) => !shown).map(({ tag, name }) => `${tag} ${name}`)).toEqual([]);
    expect(stops.filter(({ inSight }) => !inSight).map(({ tag, name }) => `${tag} ${name}`)).toEqual([]);
    expect(stops.filter(({ name }) => name === '').map(({ tag }) => tag)).toEqual([]);
    const names = stops.map(({ name }) => name);
    for (const wanted of [
      'Not-spots',
      'Data',
      'Definition',
      'Map of Wrenminster',
      'Zoom in',
      'Height of the table',
      'One column for every layer',
      'Hide the table',
    ]) {
      expect(names, wanted).toContainEqual(expect.stringContaining(wanted));
    }
    // The text comes before the map, the map before its table.
    const at = (words: string): number => names.findIndex((name) => name.includes(words));
    expect(at('Definition')).toBeLessThan(at('Map of'));
    expect(at('Map of')).toBeLessThan(at('Height of the table'));
  });

  describe('without a map', () => {
    // One page for both, new for the first.
    let page: Page;
    beforeAll(async () => {
      ({ page } = await openApp({ map: false, reducedMotion: 'reduce' }));
      await waitForCount(page);
    });

    it('the first link leads past the bar, the splitter moves, the table closes and opens', async () => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('panel');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('#panel') !== null)).toBe(true);
      const splitter = page.getByRole('separator', { name: 'Height of the table' });
      const height = async () => Number(await splitter.getAttribute('aria-valuenow'));
      const before = await height();
      await splitter.focus();
      await page.keyboard.press('ArrowUp');
      expect(await height()).toBeGreaterThan(before);
      await page.keyboard.press('Home');
      expect(await height()).toBe(Number(await splitter.getAttribute('aria-valuemin')));
      await page.keyboard.press('End');
      expect(await height()).toBe(Number(await splitter.getAttribute('aria-valuemax')));
      const table = page.getByRole('region', { name: 'Ward table' }).getByRole('table');
      expect((await table.boundingBox())?.height).toBeGreaterThan(300);
      await page.getByRole('button', { name: 'Hide the table' }).press('Enter');
      await table.waitFor({ state: 'hidden' });
      const toggle = page.getByRole('button', { name: 'Show the table' });
      expect(await toggle.evaluate((button) => button === document.activeElement)).toBe(true);
      await toggle.press('Enter');
      await table.waitFor();
    });

    it('going back from a ward leaves the focus on its name in the panel', async () => {
      const { rows } = await readTable(page);
      await page
        .getByRole('region', { name: 'Most not-spots' })
        .getByRole('button', { name: rows[0].Ward })
        .press('Enter');
      await page.getByRole('article', { name: rows[0].Ward }).waitFor();
      expect(await page.evaluate(() => document.activeElement?.closest('#panel') !== null)).toBe(true);
      await page.getByRole('button', { name: 'Back to all wards' }).press('Enter');
      expect(await headlineOf(page)).toMatch(/neither/);
      const focusedName = () => page.evaluate(() => document.activeElement?.textContent);
      await expect.poll(focusedName).toBe(rows[0].Ward);
      await page.keyboard.press('Enter');
      await page.getByRole('article', { name: rows[0].Ward }).waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(focusedName).toBe(rows[0].Ward);
    });
  });
});

interface Stop {
  tag: string;
  name: string;
  /** An outline stands round it, or round what holds it. */
  shown: boolean;
  inSight: boolean;
}

function focused(page: Page): Promise<Stop> {
  return page.evaluate(async () => {
    // What takes the focus is scrolled into sight with the next frame.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const element = document.activeElement as HTMLElement;
    const label = (element as HTMLInputElement).labels?.[0]?.textContent;
    const name = element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
    const around = [element, element.parentElement, element.parentElement?.parentElement].filter(
      (one): one is HTMLElement => one instanceof HTMLElement,
    );
    const { top, left, bottom, right } = element.getBoundingClientRect();
    // The middle of the part that lies in the window: what stands there must be the element, not what hides it.
    const x = (Math.max(0, left) + Math.min(innerWidth, right)) / 2;
    const y = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2;
    const there = document.elementFromPoint(x, y);
    return {
      tag: element.tagName,
      name: name.replaceAll(/\s+/g, ' ').trim(),
      shown: around.some((one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      }),
      inSight: there !== null && (element.contains(there) || there.contains(element)),
    };
  });
}

const oneWard = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { WD24CD: 'E05998001', WD24NM: 'Alder Edge' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-1.8, 52.6],
            [-1.7, 52.6],
            [-1.7, 52.7],
            [-1.8, 52.6],
          ],
        ],
      },
    },
  ],
});
