import type { Work } from '../domain/project/work.ts';
import type { KeptProjects } from '../storage/kept-projects.ts';
import type { ProjectRecord } from '../storage/kept-records.ts';
import type { WriterLock, WriterLockOptions } from '../storage/writer-lock.ts';

/** A kept project as it is put on show: `lock` null where another tab holds it. */
export interface Shown {
  readonly record: ProjectRecord;
  readonly work: Work;
  readonly lock: WriterLock | null;
}

/** What keeps the work on show in this browser. */
export interface Keeper {
  readonly projects: KeptProjects;
  /** This tab, to the others. */
  readonly tab: string;
  /**
   * Puts a kept project on show in place of what is there; null: what is opened next is not kept until it is changed. What
   * still waits to be kept is given up: `flush` first, and mind its answer.
   */
  show(shown: Shown | null): void;
  /** What the lock of a project needs to know of this page. */
  lockOptions(projectId: string): WriterLockOptions;
  /** True where this tab holds the kept project that is on show. */
  holds(projectId: string): boolean;
  /** True where everything changed so far is on the disk; else the keep store says why not. */
  flush(): Promise<boolean>;
  /** Tries again what could not be kept. */
  retry(): Promise<void>;
  /** Notes that the work as it was at a version of the project store lies in a file. */
  savedToFile(at: string, version?: number): Promise<void>;
  /** Keeps the work on show, opened from a file that was saved at `savedAt`, though nothing of it has changed yet. */
  keepOpened(savedAt: string | null): Promise<void>;
  /** Keeps the work on show as a new project under a name, and goes on in it. */
  keepAsNew(name: string): Promise<void>;
  /** Keeps the work on show as a new project as it is, though nothing was changed. */
  keepWhole(): Promise<void>;
  /**
   * Puts contents of the kept work, loaded again, back into the store: like a change, it is tried until it works. False
   * where the work is not kept, or not by this tab.
   */
  keepAgain(contentIds: readonly string[]): Promise<boolean>;
  /** Lets no second copy follow; settles once none is being written. */
  endCopies(): Promise<void>;
  /** Opens the store again after the browser closed it, and keeps what is waiting. Throws StoreRefused. */
  reopen(): Promise<void>;
  /** Keeps nothing more, forgets what is waiting and lets go of the store and the lock. */
  stop(): Promise<void>;
}
