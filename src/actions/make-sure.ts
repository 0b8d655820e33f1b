import { ProjectRefused } from '../formats/project-refused.ts';
import { KeptByAnother } from '../storage/kept-projects.ts';
import type { Keeper } from './keeper.ts';
import type { KeptSession } from './kept-session.ts';

/** Finds out whether what seemed to fail was written after all. Throws KeptByAnother where what lies there cannot be read. */
export async function makeSure(keeper: Keeper, session: KeptSession): Promise<void> {
  const found = await keeper.projects.recordOf(session.id).catch((error: unknown) => {
    // What lies there is not what this tab wrote.
    throw error instanceof ProjectRefused ? new KeptByAnother() : error;
  });
  session.isUnsure = false;
  if (!found || found.writer !== keeper.tab || found.revision <= (session.record?.revision ?? -1)) return;
  session.record = found;
  session.journalLength = Number.POSITIVE_INFINITY;
}
