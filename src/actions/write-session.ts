import type { WorkEntry } from '../domain/project/work.ts';
import { PROJECT_SCHEMA } from '../formats/project-migrations.ts';
import type { Addition } from '../storage/kept-projects.ts';
import { listName } from '../storage/kept-records.ts';
import { noteProject } from '../storage/visits.ts';
import { writerLock } from '../storage/writer-lock.ts';
import type { Keeper } from './keeper.ts';
import type { KeptSession } from './kept-session.ts';
import type { WorkOnShow } from './work-on-show.ts';

/** Entries that may follow a snapshot before the journal is folded into the next. */
const LONGEST_JOURNAL = 100;

export interface SessionWriting {
  readonly keeper: Keeper;
  readonly onShow: WorkOnShow;
  readonly addition: Addition;
  /** True where the addition's work has fewer steps of undo than the one on show. */
  readonly isShortened: boolean;
}

/**
 * Writes what a session adds: as a new project, to its journal, or as a whole where its entries do not tell all or the
 * journal is long. Throws KeptByAnother, KeptNoMore and what the store throws, with nothing noted in the session.
 */
export async function writeSession(session: KeptSession, writing: SessionWriting): Promise<void> {
  const { record } = session;
  const { keeper, addition, isShortened } = writing;
  const { entries, contents } = addition;
  const isTold = entries.every((entry): entry is WorkEntry => entry !== null);
  const isShort = isShortened || session.isShortened;
  if (!record) await create(session, writing);
  else if (isTold && !isShort && session.journalLength + entries.length <= LONGEST_JOURNAL) {
    session.record = await keeper.projects.append(record, addition);
    session.journalLength += entries.length;
  } else {
    session.record = await keeper.projects.fold(record, addition);
    session.journalLength = 0;
  }
  session.isShortened = isShortened;
  // What nothing names any more may be cleared away.
  session.kept = new Map(contents.map(({ contentId, hash }) => [contentId, hash]));
}

async function create(session: KeptSession, { keeper, onShow, addition }: SessionWriting): Promise<void> {
  const { id } = session;
  const { entries, work, contents, at, writer } = addition;
  // Before it is there for other tabs to see.
  session.lock ??= await writerLock(id, keeper.lockOptions(id));
  const { name, fictional } = work.project;
  const record = {
    id,
    schema: PROJECT_SCHEMA,
    name: listName(name),
    fictional,
    createdAt: at,
    changedAt: at,
    revision: entries.length,
    writer,
    contents,
    file: session.file,
  };
  await keeper.projects.create(record, work);
  session.record = record;
  session.journalLength = 0;
  if (session !== onShow.session) {
    session.end();
    return;
  }
  noteProject(id);
}
