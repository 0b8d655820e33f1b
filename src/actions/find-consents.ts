import type { AppContext } from './app-context.ts';
import { runStudy } from './run-study.ts';

/** Finds the consents of a site, unless they are there or being found. */
export async function findConsents(context: AppContext, siteId: string): Promise<void> {
  await runStudy(context, 'consents', { siteId });
}
