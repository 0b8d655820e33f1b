/** What the browser's store holds of a project beside its work. `name` and dates are for the list of projects. */
export interface ProjectRecord {
  readonly id: string;
  /** Of the snapshot and the journal; see project-migrations. */
  readonly schema: number;
  readonly name: string;
  readonly fictional: boolean;
  /** ISO instants, for people only: order is told by `revision`. */
  readonly createdAt: string;
  readonly changedAt: string;
  /** Grows by one with every entry kept. */
  readonly revision: number;
  /** Who may write: the token of the tab that holds the project. Another's write is a conflict. */
  readonly writer: string;
  /** Hash of each content that the project or a step of its history names. */
  readonly contents: readonly KeptContentName[];
  /** When and at which revision it was last saved to a file; null: never. */
  readonly file: FileSaved | null;
}

export interface KeptContentName {
  readonly contentId: string;
  /** SHA-256 of the packed content, hex: its name among the contents. */
  readonly hash: string;
}

export interface FileSaved {
  readonly at: string;
  readonly revision: number;
}

/** The whole work at one revision. `text`: JSON of { project, done, undone }. */
export interface SnapshotRecord {
  readonly id: string;
  readonly schema: number;
  readonly revision: number;
  readonly text: string;
}

/** One entry kept after the snapshot. `text`: JSON of a WorkEntry. */
export interface JournalRecord {
  readonly projectId: string;
  readonly revision: number;
  readonly text: string;
}

/** The bytes of a content, where the browser has no file system for them. */
export interface ContentRecord {
  readonly hash: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A project's name as the list shows it. */
export function listName(name: string): string {
  return name.length <= LONGEST_LIST_NAME ? name : `${name.slice(0, LONGEST_LIST_NAME - 1)}…`;
}

const LONGEST_LIST_NAME = 200;
