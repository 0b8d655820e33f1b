import type { Page } from 'playwright';

/**
 * Ends the process that draws the page, as running out of memory does; resolves when the browser has said so.
 * What the page had open in the browser's stores stays there. The page cannot be used afterwards: a tab is loaded
 * anew with `context.newPage()`.
 */
export async function crashRenderer(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash', { timeout: 30_000 });
  const session = await page.context().newCDPSession(page);
  // The answer never comes: who would send it is gone.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}
