import type { AppContext } from './app-context.ts';
import { removeUnnamedContents } from './forget-project.ts';

/**
 * Lets go of data that a deleted project left on the disk because a tab was saving, or a project could not be read, when
 * it was deleted. Never throws: what stays is tried again at the next visit.
 */
export async function sweepContents(context: AppContext): Promise<void> {
  await removeUnnamedContents(context).catch(() => undefined);
}
