import type { Page } from 'playwright';
import { waitForMap } from '../browser/harness.ts';

/** Something a person does, until all of it stands on the screen. */
export interface Deed {
  readonly what: string;
  run(page: Page): Promise<void>;
}

/** Nothing is being worked out and the map is idle, and both stays so for a moment: one leads to the other. */
export async function settled(page: Page): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet++) {
    await waitForMap(page, 120_000);
    await page.waitForFunction(
      () =>
        document.documentElement.dataset.map === 'idle' &&
        !document.querySelector('[aria-busy="true"], #panel [role="progressbar"], #panel progress'),
    );
    await page.waitForTimeout(100);
  }
}

export async function topic(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  await settled(page);
}

export async function presses(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().click();
  await settled(page);
}
