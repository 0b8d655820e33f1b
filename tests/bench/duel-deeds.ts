import type { Page } from 'playwright';
import { type Deed, settled, topic } from './deeds.ts';

/** A duel over the demo's worst cluster, step by step: what a person does with it, and undoes. */
export const DUEL_DEEDS: readonly Deed[] = [
  { what: 'the page opened', run: opensPage },
  { what: 'its parts fetched', run: fetchesParts },
  { what: 'clusters found', run: findsClusters },
  { what: 'the worst cluster chosen', run: choosesWorst },
  { what: 'all three designs, first drawn on both maps', run: designs },
  { what: 'the swipe moved', run: movesSwipe },
  { what: 'another answer on the right', run: choosesSide },
  { what: 'the cheapest opened', run: (page) => topic(page, 'Cheapest') },
  { what: 'the cheapest found', run: findsCheapest },
  { what: 'barriers opened', run: (page) => topic(page, 'Barriers') },
  { what: 'compare opened', run: (page) => topic(page, 'Compare') },
  { what: 'the register opened', run: (page) => topic(page, 'Register') },
  { what: 'back to the duel', run: (page) => topic(page, 'Duel') },
  { what: 'the plan copied', run: copies },
  { what: 'the copy undone', run: undoes },
];

const PATIENCE = { timeout: 240_000 };

async function opensPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/interventions?about=duel';
  });
  await page.getByRole('heading', { name: 'Rooftop radio or dig?' }).waitFor();
  await settled(page);
}

async function fetchesParts(page: Page): Promise<void> {
  const fetches = page.getByRole('button', { name: 'Fetch the demo’s parts' });
  await fetches.click();
  await fetches.waitFor({ state: 'detached', ...PATIENCE });
  await page.getByRole('radio', { name: 'Cluster' }).waitFor(PATIENCE);
  await settled(page);
}

async function findsClusters(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Cluster' }).check();
  await page.getByRole('button', { name: 'Find the clusters' }).click();
  await worst(page).waitFor({ state: 'attached', ...PATIENCE });
  await settled(page);
}

async function choosesWorst(page: Page): Promise<void> {
  await page.locator('#panel select').last().selectOption({ index: 1 });
  await page.getByRole('status').filter({ hasText: 'are not-spots' }).waitFor(PATIENCE);
  await settled(page);
}

/** The first of the list, which goes from the worst down, after the words that ask to choose. */
function worst(page: Page) {
  return page.locator('#panel select').last().locator('option:nth-child(2)');
}

async function designs(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Design all three/ }).click();
  await page.locator('#plan-headline').waitFor(PATIENCE);
  await page.locator('.map-place-second canvas').waitFor(PATIENCE);
  await settled(page);
}

async function movesSwipe(page: Page): Promise<void> {
  await page.getByRole('slider', { name: /^Divider between/ }).focus();
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowLeft');
  await settled(page);
}

async function choosesSide(page: Page): Promise<void> {
  await page.locator('.sides select').last().selectOption('hybrid');
  await settled(page);
}

async function findsCheapest(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Find the cheapest/ }).click();
  await page.waitForTimeout(500);
  await settled(page);
}

async function copies(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Copy/ }).first().click();
  await page.waitForTimeout(1000);
  await settled(page);
}

async function undoes(page: Page): Promise<void> {
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(1000);
  await settled(page);
}
