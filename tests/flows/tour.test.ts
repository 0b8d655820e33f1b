import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { findAxeViolations } from '../browser/harness.ts';
import { useStoryBrowser } from '../browser/story.ts';
import { waitForCount } from './app-page.ts';

const openApp = useStoryBrowser();

async function step(page: Page, number: number): Promise<void> {
  await page.getByRole('region', { name: 'Tour' }).getByText(`Step ${number} of 6`).waitFor();
}

it('a first visitor takes the tour by keyboard, and is not asked again', async () => {
  const { page } = await openApp();
  await waitForCount(page);
  await page
    .getByRole('complementary', { name: 'What to try' })
    .getByRole('button', { name: /tour/ })
    .focus();
  await page.keyboard.press('Enter');
  await step(page, 1);
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await next.focus();
  await page.keyboard.press('Enter');
  await step(page, 2);
  await expect.poll(() => page.locator('.ward-title').innerText()).toBe('Ludderham');
  expect(await findAxeViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await step(page, 3);
  await page.keyboard.press('Enter');
  await step(page, 4);
  expect(page.url()).toContain('view=clusters');
  await page.keyboard.press('Enter');
  await step(page, 5);
  expect(page.url()).toContain('/interventions');
  await page.keyboard.press('Enter');
  await step(page, 6);
  await page.getByRole('button', { name: 'Finish' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Tour' }).waitFor({ state: 'detached' });
  await page.reload();
  await waitForCount(page);
  expect(await page.getByRole('complementary', { name: 'What to try' }).count()).toBe(0);
});

it('the tour is left at any step, and taken again from the foot of the panel', async () => {
  const { page } = await openApp({ map: false, widthPixels: 360, heightPixels: 780 });
  await waitForCount(page);
  await page.getByRole('button', { name: 'Take the tour' }).first().click();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await step(page, 2);
  expect(await findAxeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Tour' }).waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('.ward-title').innerText()).toBe('Ludderham');
  await page
    .getByRole('navigation', { name: 'About this app' })
    .getByRole('button', { name: 'Take the tour' })
    .click();
  await step(page, 1);
});
