import { applyEntry, type Work, type WorkEntry } from '../domain/project/work.ts';
import { canonicalJson } from '../formats/canonical-json.ts';
import { PROJECT_SCHEMA } from '../formats/project-migrations.ts';
import { ProjectRefused } from '../formats/project-refused.ts';
import { type FileSaved, type KeptContentName, listName, type ProjectRecord } from './kept-records.ts';
import { makeWay } from './make-way.ts';
import { type KeptDatabase, watched } from './open-database.ts';
import { readEntry, readRecord, readWork } from './read-records.ts';

/** A project of the list, or one that cannot be opened and why. */
export type ListedProject =
  | { readonly state: 'whole'; readonly record: ProjectRecord }
  | { readonly state: 'damaged' | 'newer'; readonly id: string; readonly name: string; readonly why: string };

/** Another tab wrote this project meanwhile: what was to be kept has not been. */
export class KeptByAnother extends Error {
  constructor() {
    super('Another tab has changed this project.');
    this.name = 'KeptByAnother';
  }
}

/** The store no longer holds the project: the browser's data was cleared meanwhile. */
export class KeptNoMore extends Error {
  constructor() {
    super('The browser no longer holds this project.');
    this.name = 'KeptNoMore';
  }
}

/** A project as it is kept. */
export interface Kept {
  readonly record: ProjectRecord;
  readonly work: Work;
  /** True where an older schema was brought up to date. */
  readonly updated: boolean;
}

/** What a save adds. */
export interface Addition {
  /** What was done, in order; null stands for a change that only the whole work tells (`fold`). */
  readonly entries: readonly (WorkEntry | null)[];
  /** The work once they are applied. */
  readonly work: Work;
  readonly contents: readonly KeptContentName[];
  readonly at: string;
  /** The tab that keeps it. */
  readonly writer: string;
}

/**
 * The projects kept in the browser: a snapshot of each and a journal of what came after. Every method is one transaction
 * that is on the disk when its promise resolves, and changes nothing when it rejects.
 */
export class KeptProjects {
  private readonly database: KeptDatabase;

  constructor(database: KeptDatabase) {
    this.database = database;
  }

  /** Lets go of the store. */
  close(): void {
    this.database.close();
  }

  /** Every project, the last changed first. One that the browser cannot read does not take the others with it. */
  async list(): Promise<readonly ListedProject[]> {
    const keys = await this.reading().objectStore('projects').getAllKeys();
    const found = await Promise.all(
      keys.map((id) =>
        this.found(id).then(
          (raw) => (raw === undefined ? [] : [listedProject(id, raw)]),
          (error: unknown) => [unreadable(id, error)],
        ),
      ),
    );
    const whenOf = (one: ListedProject): string => (one.state === 'whole' ? one.record.changedAt : '');
    const after = (one: ListedProject, other: ListedProject): number =>
      whenOf(one) < whenOf(other) ? 1 : whenOf(one) > whenOf(other) ? -1 : 0;
    return found.flat().sort(after);
  }

  /** The record of a project; null where there is none. Throws ProjectRefused. */
  async recordOf(id: string): Promise<ProjectRecord | null> {
    const raw = await this.found(id);
    return raw === undefined ? null : readRecord(raw);
  }

  /** The work of a project; throws ProjectRefused where it is damaged or newer, null where there is none. */
  async read(id: string): Promise<Kept | null> {
    const transaction = this.reading();
    const [rawRecord, snapshot, journal] = await Promise.all([
      transaction.objectStore('projects').get(id),
      transaction.objectStore('snapshots').get(id),
      transaction.objectStore('journal').getAll(journalOf(id)),
    ]);
    if (rawRecord === undefined) return null;
    const record = readRecord(rawRecord);
    if (!snapshot) throw new ProjectRefused('DAMAGED', 'The saved state of the project is missing.');
    const way = makeWay();
    const { work: start, updated } = readWork(snapshot);
    let work = start;
    let revision = snapshot.revision;
    for (const kept of journal) {
      if (kept.revision <= snapshot.revision) continue;
      await way();
      if (kept.revision !== revision + 1)
        throw new ProjectRefused('DAMAGED', 'The journal of the project has a gap.');
      work = applied(work, readEntry(kept, snapshot.schema));
      revision = kept.revision;
    }
    if (revision !== record.revision)
      throw new ProjectRefused('DAMAGED', 'The journal of the project is incomplete.');
    return { record, work, updated };
  }

  /** Keeps a new project with all its work. */
  async create(record: ProjectRecord, work: Work): Promise<void> {
    const snapshot = snapshotOf(record, work);
    await this.write(async (transaction) => {
      await Promise.all([
        transaction.objectStore('projects').add(record),
        transaction.objectStore('snapshots').add(snapshot),
      ]);
    });
  }

  /**
   * Keeps what happened to a project since `record`; resolves with the record as it now is. Throws KeptByAnother where
   * it is not as `record` says any more, KeptNoMore where it is not there.
   */
  async append(record: ProjectRecord, addition: Addition): Promise<ProjectRecord> {
    const { id: projectId, revision: last } = record;
    // Written before the transaction begins: one that cannot be written must not leave those before it behind.
    const entries = addition.entries.map((entry, i) => ({
      projectId,
      revision: last + 1 + i,
      text: canonicalJson(entry),
    }));
    return this.replacing(record, next(record, addition), async (transaction) => {
      await Promise.all(entries.map((entry) => transaction.objectStore('journal').add(entry)));
    });
  }

  /**
   * Keeps the whole work anew, its journal folded in; the form that an earlier version wrote is kept beside it. Same
   * conflicts as `append`.
   */
  async fold(record: ProjectRecord, addition: Addition): Promise<ProjectRecord> {
    const { id, schema } = record;
    const folded = next(record, addition);
    const snapshot = snapshotOf(folded, addition.work);
    return this.replacing(record, folded, async (transaction) => {
      const [snapshots, journal] = [transaction.objectStore('snapshots'), transaction.objectStore('journal')];
      if (schema < PROJECT_SCHEMA) {
        const earlier = {
          project: record,
          snapshot: await snapshots.get(id),
          journal: await journal.getAll(journalOf(id)),
        };
        await snapshots.put({
          id: `${id}@${schema}`,
          schema,
          revision: record.revision,
          text: JSON.stringify(earlier),
        });
      }
      await Promise.all([snapshots.put(snapshot), journal.delete(journalOf(id))]);
    });
  }

  /** Makes `writer` the one who may write, if the store still holds `record`; resolves with the record as it is now. */
  async takeOver(record: ProjectRecord, writer: string): Promise<ProjectRecord> {
    return this.replacing(record, { ...record, writer });
  }

  /** Notes that the project as it is at a revision lies in a file. */
  async savedToFile(record: ProjectRecord, file: FileSaved): Promise<ProjectRecord> {
    return this.replacing(record, { ...record, file });
  }

  /** Puts a copy of a project beside it, under a new id and name. */
  async copy(
    id: string,
    as: { readonly id: string; readonly name: string; readonly at: string },
  ): Promise<void> {
    const kept = await this.read(id);
    if (!kept) return;
    const { record, work } = kept;
    const project = { ...work.project, name: as.name };
    const { at, ...named } = as;
    const schema = PROJECT_SCHEMA;
    await this.create(
      { ...record, ...named, schema, createdAt: at, changedAt: at, revision: 0, writer: '', file: null },
      { ...work, project },
    );
  }

  async remove(id: string): Promise<void> {
    await this.write(async (transaction) => {
      await Promise.all([
        transaction.objectStore('projects').delete(id),
        transaction.objectStore('snapshots').delete(id),
        transaction.objectStore('snapshots').delete(earlierFormsOf(id)),
        transaction.objectStore('journal').delete(journalOf(id)),
      ]);
    });
  }

  /** All that is kept of a project as it lies there, for a person to take away: text that no one need understand. */
  async raw(id: string): Promise<string> {
    const told = (error: unknown): string => `cannot be read: ${error}`;
    const [project, snapshot, journal] = await Promise.all([
      this.found(id).catch(told),
      this.reading().objectStore('snapshots').get(id).catch(told),
      this.reading().objectStore('journal').getAll(journalOf(id)).catch(told),
    ]);
    return JSON.stringify({ project, snapshot, journal }, null, 1);
  }

  /** Hashes that any project names; null where a project is there that does not say which. */
  async hashesNamed(): Promise<ReadonlySet<string> | null> {
    const listed = await this.list();
    const named = new Set<string>();
    for (const one of listed) {
      if (one.state !== 'whole') return null;
      for (const { hash } of one.record.contents) named.add(hash);
    }
    return named;
  }

  /** What lies there, each in a transaction of its own: one that cannot be read ends its transaction. */
  private async found(id: string): Promise<ProjectRecord | undefined> {
    return this.reading().objectStore('projects').get(id);
  }

  private reading() {
    return watched(this.database.transaction(['projects', 'snapshots', 'journal']));
  }

  /** Puts `next` in the place of `record` along with what `write` asks for, if the store still holds `record`. */
  private async replacing(
    record: ProjectRecord,
    next: ProjectRecord,
    write: (transaction: Writing) => Promise<void> = async () => undefined,
  ): Promise<ProjectRecord> {
    await this.write(async (transaction) => {
      const projects = transaction.objectStore('projects');
      const found = await projects.get(record.id);
      if (!found) throw new KeptNoMore();
      if (found.revision !== record.revision || found.writer !== record.writer) throw new KeptByAnother();
      await write(transaction);
      await projects.put(next);
    });
    return next;
  }

  /** Runs one transaction to its end on the disk; one that fails has changed nothing. */
  private async write(work: (transaction: Writing) => Promise<void>): Promise<void> {
    const transaction = watched(begin(this.database));
    try {
      await work(transaction);
      await transaction.done;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        // It has ended by itself.
      }
      const end: unknown = await transaction.done.catch((reason: unknown) => reason);
      // A request that fails with its transaction says less than the transaction does.
      throw end instanceof Error && end.name === 'QuotaExceededError' ? end : error;
    }
  }
}

type Writing = ReturnType<typeof begin>;

function begin(database: KeptDatabase) {
  return database.transaction(['projects', 'snapshots', 'journal'], 'readwrite', { durability: 'strict' });
}

function earlierFormsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound(`${id}@`, `${id}@\uffff`);
}

function journalOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}

function snapshotOf({ id, revision }: ProjectRecord, { project, done, undone }: Work) {
  return { id, schema: PROJECT_SCHEMA, revision, text: canonicalJson({ project, done, undone }) };
}

function next(record: ProjectRecord, { work, entries, contents, at, writer }: Addition): ProjectRecord {
  const { fictional } = work.project;
  const revision = record.revision + Math.max(1, entries.length);
  const name = listName(work.project.name);
  return { ...record, schema: PROJECT_SCHEMA, name, fictional, contents, changedAt: at, revision, writer };
}

function applied(work: Work, entry: WorkEntry): Work {
  try {
    return applyEntry(work, entry);
  } catch (error) {
    throw new ProjectRefused(
      'DAMAGED',
      `The journal of the project does not fit its snapshot (${error instanceof Error ? error.message : error}).`,
    );
  }
}

function listedProject(id: string, raw: unknown): ListedProject {
  try {
    return { state: 'whole', record: readRecord(raw) };
  } catch (error) {
    if (!(error instanceof ProjectRefused)) throw error;
    const name = (raw as { name?: unknown } | null)?.name;
    return {
      state: error.code === 'NEWER' ? 'newer' : 'damaged',
      id,
      name: typeof name === 'string' ? listName(name) : NAMELESS,
      why: error.message,
    };
  }
}

function unreadable(id: string, error: unknown): ListedProject {
  const why = `The browser cannot read it (${error instanceof Error ? error.message : error}).`;
  return { state: 'damaged', id, name: NAMELESS, why };
}

const NAMELESS = 'Project without a readable name';
