import type { WorkEntry } from '../domain/project/work.ts';
import type { ProjectRecord } from '../storage/kept-records.ts';
import type { WriterLock } from '../storage/writer-lock.ts';
import type { KeepWelcome } from '../stores/keep-store.ts';

/** One work on show while it is on show: what of it lies on the disk, and what waits to be kept. */
export class KeptSession {
  /** As the disk has it; null: it has nothing of this work yet. */
  record: ProjectRecord | null;
  lock: WriterLock | null;
  /** Its name on the disk, though nothing lies there yet. */
  id: string;
  /** What is not kept yet, in order; null stands for a change that only the whole work tells. */
  waiting: (WorkEntry | null)[] = [];
  /** Hash of each content that lies in the store because the record names it: what nothing names is cleared away. */
  kept: Map<string, string>;
  /** Entries that follow the snapshot. */
  journalLength = Number.POSITIVE_INFINITY;
  /** True where the kept work has fewer steps of undo than the one on show. */
  isShortened = false;
  /** True where a write failed in a way that does not tell whether it was done. */
  isUnsure = false;
  /** Told once the work is kept. */
  welcome: KeepWelcome | null = null;
  /** The file that a work lies in of which the disk has nothing yet. */
  file: ProjectRecord['file'] = null;

  constructor(record: ProjectRecord | null = null, lock: WriterLock | null = null) {
    this.record = record;
    this.lock = lock;
    this.id = record?.id ?? crypto.randomUUID();
    this.kept = new Map(record?.contents.map(({ contentId, hash }) => [contentId, hash]));
  }

  /** Lets other tabs have it. */
  end(): void {
    this.lock?.release();
    this.lock = null;
  }
}
