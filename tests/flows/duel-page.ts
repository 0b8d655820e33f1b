import type { Page } from 'playwright';
import { expect } from 'vitest';
import { plain } from './app-page.ts';

/** Designs are made, on a machine that may be busy with other stories. */
export const PATIENCE = 120_000;

/** Fetches the demo's parts and asks for all three designs of the ward with the fewest not-spots above twenty. */
export async function askSmallWard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fetch the demo’s parts' }).click();
  const wards = page.getByRole('combobox', { name: 'Ward' });
  await wards.waitFor({ timeout: PATIENCE });
  const names = await wards.locator('option').allInnerTexts();
  const at = names.findLastIndex((name) => Number(/: ([\d,]+)/.exec(name)?.[1].replace(',', '')) >= 20);
  expect(at).toBeGreaterThan(0);
  await wards.selectOption({ index: at });
  await page.getByRole('button', { name: /^Design all three for these/ }).click();
}

/** Waits until all that is shown is of the plan as it now is, and gives the headline and every line of the cards. */
export async function answered(page: Page): Promise<string[]> {
  await page.locator('#plan-headline').waitFor({ timeout: PATIENCE });
  await page.locator('.dig-run').waitFor({ state: 'detached', timeout: PATIENCE });
  await page.locator('.earlier-line').waitFor({ state: 'detached', timeout: PATIENCE });
  return (await page.locator('#plan-headline, .duel-table tbody').allInnerTexts()).map(plain);
}

/** Opens a topic of the Interventions page. */
export async function interventionTopic(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Views of the interventions' })
    .getByRole('button', { name, exact: true })
    .click();
}
