/** A value of a database cell. Whole numbers beyond 2^53 come as bigint. */
export type SqliteValue = string | number | bigint | Uint8Array | null;

/** A database that is open somewhere: in this thread, or in a worker of its own. Every call may throw SqliteFailed. */
export interface SqliteDatabase {
  /** Runs one statement and gives all its rows; for few rows. */
  query(sql: string, values?: readonly SqliteValue[]): Promise<SqliteValue[][]>;
  /** Starts a statement whose rows `next` then gives, a chunk at a time; one at a time. */
  start(sql: string, values?: readonly SqliteValue[]): Promise<void>;
  /** The next rows of the started statement, at most `most`; none at its end. */
  next(most: number): Promise<SqliteValue[][]>;
  /** Runs one statement once for each row of values, all of them or none. */
  insert(sql: string, rows: readonly (readonly SqliteValue[])[]): Promise<void>;
  /** The database as the bytes of its file. */
  bytes(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a database over the bytes of its file (they are given away), or an empty one. An abort ends its worker at once. */
export type OpenDatabase = (bytes: Uint8Array | null, signal: AbortSignal) => Promise<SqliteDatabase>;

/** The library's own word on why a statement did not run: a damaged file, most often. */
export class SqliteFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SqliteFailed';
  }
}

/** A name as SQL takes any name: in quotes, quotes within doubled. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
