/** Why a project, a content, a file or a link is not taken. One code, one meaning. */
export type RefusalCode =
  /** Something else altogether: no Notspot file, no link of Notspot. */
  | 'NOT_NOTSPOT'
  /** Written by Notspot once, but not whole or not as it was written. */
  | 'DAMAGED'
  /** Written by a newer version, which may say more than this one understands. */
  | 'NEWER'
  /** Beyond a stated limit. */
  | 'TOO_LARGE'
  /** A part that it lists or names is not in it. */
  | 'MISSING'
  /** Something is in it that it does not list. */
  | 'UNLISTED'
  /** A part is not the one whose SHA-256 is written down. */
  | 'WRONG_HASH'
  /** Locked with a password. */
  | 'LOCKED'
  /** A path within it leads out of it. */
  | 'UNSAFE_PATH';

/** Nothing of it is taken. The message says in plain words what is wrong, with which part, and what to do. */
export class ProjectRefused extends Error {
  readonly code: RefusalCode;
  /** The part that is wrong ("datasets.2.roles", "contents/0f….nspk"); null where it is the whole. */
  readonly part: string | null;

  constructor(code: RefusalCode, message: string, part: string | null = null) {
    super(message);
    this.name = 'ProjectRefused';
    this.code = code;
    this.part = part;
  }
}
