import type { KeptProjects } from '../storage/kept-projects.ts';
import type { ProjectRecord } from '../storage/kept-records.ts';
import type { WriterLock, WriterLockOptions } from '../storage/writer-lock.ts';

/** A kept project as it is put on show: `lock` null where another tab holds it. */
export interface Shown {
  readonly record: ProjectRecord;
  readonly lock: WriterLock | null;
}

/** What keeps the work on show in this browser. */
export interface Keeper {
  readonly projects: KeptProjects;
  /** This tab, to the others. */
  readonly tab: string;
  /** The work on show is this kept project's from now on; null: it is not kept until it is changed. */
  show(shown: Shown | null): void;
  /** What the lock of a project needs to know of this page. */
  lockOptions(): WriterLockOptions;
  /** Everything changed so far is on the disk when it resolves, or the keep store says why not. */
  flush(): Promise<void>;
  /** Tries again what could not be kept. */
  retry(): Promise<void>;
  /** Notes that the work as it is now lies in a file. */
  savedToFile(at: string): Promise<void>;
  /** Keeps the work on show, opened from a file that was saved at `savedAt`, though nothing of it has changed yet. */
  keepOpened(savedAt: string | null): Promise<void>;
  /** Puts data of the work on show in the store that it had lost, under the names it has. */
  keepContentsAgain(contentIds: readonly string[]): Promise<void>;
  /** Keeps the work on show as a new project under a name, and goes on in it. */
  keepAsNew(name: string): Promise<void>;
  /** Keeps the work on show as a new project as it is, though nothing was changed. */
  keepWhole(): Promise<void>;
  /** Opens the store again after the browser closed it, and keeps what is waiting. Throws StoreRefused. */
  reopen(): Promise<void>;
  /** Keeps nothing more, forgets what is waiting and lets go of the store and the lock. */
  stop(): Promise<void>;
}
