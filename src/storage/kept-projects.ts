import type { Work, WorkEntry } from '../domain/project/work.ts';
import { applyEntry } from '../domain/project/work.ts';
import { PROJECT_SCHEMA } from '../formats/project-migrations.ts';
import { ProjectRefused } from '../formats/project-refused.ts';
import type { FileSaved, KeptContentName, ProjectRecord } from './kept-records.ts';
import type { KeptDatabase } from './open-database.ts';
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

/** A project as it is written: what the list says of it. */
export interface Kept {
  readonly record: ProjectRecord;
  readonly work: Work;
  /** True where an older schema was brought up to date. */
  readonly updated: boolean;
}

/** What a save adds. */
export interface Addition {
  readonly entries: readonly WorkEntry[];
  /** The work once they are applied. */
  readonly work: Work;
  readonly contents: readonly KeptContentName[];
  readonly at: string;
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

  /** Every project, the last changed first. */
  async list(): Promise<readonly ListedProject[]> {
    const [keys, raw] = await Promise.all([
      this.database.getAllKeys('projects'),
      this.database.getAll('projects'),
    ]);
    const listed = raw.map((record, i) => listedProject(String(keys[i]), record));
    const whenOf = (one: ListedProject): string => (one.state === 'whole' ? one.record.changedAt : '');
    return listed.sort((one, other) => whenOf(other).localeCompare(whenOf(one)));
  }

  /** The work of a project; throws ProjectRefused where it is damaged or newer, null where there is none. */
  async read(id: string): Promise<Kept | null> {
    const transaction = this.database.transaction(['projects', 'snapshots', 'journal']);
    const [rawRecord, snapshot, journal] = await Promise.all([
      transaction.objectStore('projects').get(id),
      transaction.objectStore('snapshots').get(id),
      transaction.objectStore('journal').getAll(journalOf(id)),
    ]);
    if (rawRecord === undefined) return null;
    const record = readRecord(rawRecord);
    if (!snapshot) throw new ProjectRefused('DAMAGED', 'The snapshot of the project is missing.');
    const { work: start, updated } = readWork(snapshot);
    let work = start;
    let revision = snapshot.revision;
    for (const kept of journal) {
      if (kept.revision <= snapshot.revision) continue;
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
    const transaction = this.writing();
    await Promise.all([
      transaction.objectStore('projects').add(record),
      transaction.objectStore('snapshots').add(snapshotOf(record, work)),
      transaction.done,
    ]);
  }

  /**
   * Keeps what happened to a project since `record`; resolves with the record as it now is. Throws KeptByAnother where
   * it is not as `record` says any more, KeptNoMore where it is not there.
   */
  async append(record: ProjectRecord, addition: Addition): Promise<ProjectRecord> {
    const { id: projectId, revision: last } = record;
    const { entries } = addition;
    return this.replacing(record, next(record, addition, last + entries.length), (transaction) =>
      entries.map((entry, i) =>
        transaction
          .objectStore('journal')
          .add({ projectId, revision: last + 1 + i, text: JSON.stringify(entry) }),
      ),
    );
  }

  /** Keeps the whole work anew, its journal folded in. Same conflict as `append`. */
  async fold(record: ProjectRecord, addition: Omit<Addition, 'entries'>): Promise<ProjectRecord> {
    const folded = next(record, addition, record.revision + 1);
    return this.replacing(record, folded, (transaction) => [
      transaction.objectStore('snapshots').put(snapshotOf(folded, addition.work)),
      transaction.objectStore('journal').delete(journalOf(record.id)),
    ]);
  }

  /** Keeps the form that an earlier version wrote, beside what this one writes from now on. */
  async keepEarlierForm({ id, schema }: ProjectRecord): Promise<void> {
    const text = await this.raw(id);
    await this.database.put('snapshots', { id: `${id}@${schema}`, schema, revision: 0, text });
  }

  /** Makes `writer` the one who may write; resolves with the record as it is now. */
  async takeOver(id: string, writer: string): Promise<ProjectRecord> {
    const transaction = this.writing();
    const record = readRecord(await transaction.objectStore('projects').get(id));
    const taken = { ...record, writer };
    await Promise.all([transaction.objectStore('projects').put(taken), transaction.done]);
    return taken;
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
    await this.create(
      { ...record, ...named, createdAt: at, changedAt: at, revision: 0, writer: '', file: null },
      { ...work, project },
    );
  }

  async remove(id: string): Promise<void> {
    const transaction = this.writing();
    await Promise.all([
      transaction.objectStore('projects').delete(id),
      // Ids are of one length, so no other's lies between; earlier forms of this one do.
      transaction.objectStore('snapshots').delete(IDBKeyRange.bound(id, `${id}@9999`)),
      transaction.objectStore('journal').delete(journalOf(id)),
      transaction.done,
    ]);
  }

  /** All that is kept of a project as it lies there, for a person to take away: text that no one need understand. */
  async raw(id: string): Promise<string> {
    const transaction = this.database.transaction(['projects', 'snapshots', 'journal']);
    const [project, snapshot, journal] = await Promise.all([
      transaction.objectStore('projects').get(id),
      transaction.objectStore('snapshots').get(id),
      transaction.objectStore('journal').getAll(journalOf(id)),
    ]);
    return JSON.stringify({ project, snapshot, journal }, null, 1);
  }

  /** Hashes that any project names. Damaged records name what they can. */
  async hashesNamed(): Promise<ReadonlySet<string>> {
    const named = new Set<string>();
    for (const record of await this.database.getAll('projects'))
      if (Array.isArray(record?.contents))
        for (const content of record.contents) if (typeof content?.hash === 'string') named.add(content.hash);
    return named;
  }

  private writing() {
    return this.database.transaction(['projects', 'snapshots', 'journal'], 'readwrite', {
      durability: 'strict',
    });
  }

  /** Puts `next` in the place of `record` along with what `write` asks for, if the store still holds `record`. */
  private async replacing(
    record: ProjectRecord,
    next: ProjectRecord,
    write: (transaction: ReturnType<KeptProjects['writing']>) => readonly Promise<unknown>[] = () => [],
  ): Promise<ProjectRecord> {
    const transaction = this.writing();
    const found = await transaction.objectStore('projects').get(record.id);
    if (!found || found.revision !== record.revision || found.writer !== record.writer) {
      transaction.abort();
      await transaction.done.catch(() => undefined);
      throw found ? new KeptByAnother() : new KeptNoMore();
    }
    const requests = [...write(transaction), transaction.objectStore('projects').put(next)];
    await Promise.all([...requests, transaction.done]);
    return next;
  }
}

function journalOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}

function snapshotOf({ id, revision }: ProjectRecord, { project, done, undone }: Work) {
  return { id, schema: PROJECT_SCHEMA, revision, text: JSON.stringify({ project, done, undone }) };
}

function next(record: ProjectRecord, { work, contents, at }: Omit<Addition, 'entries'>, revision: number) {
  const { name, fictional } = work.project;
  return { ...record, schema: PROJECT_SCHEMA, name, fictional, contents, changedAt: at, revision };
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
      name: typeof name === 'string' && name.length <= 200 ? name : 'Project without a readable name',
      why: error.message,
    };
  }
}
