import type { Database, PreparedStatement, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { type SqliteDatabase, SqliteFailed, type SqliteValue } from './sqlite-database.ts';

/** A database in this thread, by a library that is ready. `bytes`: those of its file, or null for an empty one. */
export function openWithLibrary(sqlite3: Sqlite3Static, bytes: Uint8Array | null): SqliteDatabase {
  const database = guarded(() => opened(sqlite3, bytes));
  let running: PreparedStatement | null = null;
  const finish = () => {
    running?.finalize();
    running = null;
  };
  return {
    async query(sql, values = []) {
      return guarded(() => {
        const statement = prepared(database, sql, values);
        try {
          return rowsOf(sqlite3, statement, Number.POSITIVE_INFINITY).rows;
        } finally {
          statement.finalize();
        }
      });
    },
    async start(sql, values = []) {
      finish();
      running = guarded(() => prepared(database, sql, values));
    },
    async next(most) {
      const statement = running;
      if (!statement) return [];
      const { rows, isEnd } = guarded(() => rowsOf(sqlite3, statement, most));
      // A statement at its end begins anew when it is stepped once more.
      if (isEnd) finish();
      return rows;
    },
    async insert(sql, rows) {
      guarded(() =>
        database.transaction(() => {
          const statement = database.prepare(sql);
          try {
            for (const row of rows) {
              statement.bind(row as never[]);
              statement.stepReset();
            }
          } finally {
            statement.finalize();
          }
        }),
      );
    },
    async bytes() {
      return guarded(() => sqlite3.capi.sqlite3_js_db_export(database));
    },
    async close() {
      finish();
      database.close();
    },
  };
}

function opened(sqlite3: Sqlite3Static, bytes: Uint8Array | null): Database {
  const database = new sqlite3.oo1.DB(':memory:');
  if (!bytes) return database;
  const { capi, wasm } = sqlite3;
  // A file in WAL mode cannot be opened in memory; its two mode bytes say "rollback journal" as well.
  if (bytes[18] === 2) bytes[18] = 1;
  if (bytes[19] === 2) bytes[19] = 1;
  const place = wasm.allocFromTypedArray(bytes);
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
  const code = capi.sqlite3_deserialize(
    database.pointer as number,
    'main',
    place,
    bytes.length,
    bytes.length,
    flags,
  );
  if (code !== 0) {
    database.close();
    throw new SqliteFailed('it is no database');
  }
  // No statement of a hostile file may write, load or call anything.
  database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON;');
  return database;
}

function prepared(database: Database, sql: string, values: readonly SqliteValue[]): PreparedStatement {
  const statement = database.prepare(sql);
  try {
    if (values.length > 0) statement.bind(values as never[]);
  } catch (error) {
    statement.finalize();
    throw error;
  }
  return statement;
}

/** Rows by the type each value has; most of about a megabyte, so that a wait stays short. */
function rowsOf(sqlite3: Sqlite3Static, statement: PreparedStatement, most: number) {
  const rows: SqliteValue[][] = [];
  const columns = statement.columnCount;
  let size = 0;
  while (rows.length < most && (size < CHUNK_SIZE || most === Number.POSITIVE_INFINITY)) {
    if (!statement.step()) return { rows, isEnd: true };
    const row: SqliteValue[] = [];
    for (let i = 0; i < columns; i++) {
      const value = cellOf(sqlite3, statement, i);
      size += typeof value === 'string' || value instanceof Uint8Array ? value.length : 8;
      row.push(value);
    }
    rows.push(row);
  }
  return { rows, isEnd: false };
}

const CHUNK_SIZE = 1_000_000;

function cellOf({ capi }: Sqlite3Static, statement: PreparedStatement, i: number): SqliteValue {
  const pointer = statement.pointer as number;
  // 64-bit integers by their own text: the library would lose digits or throw where it is built without bigint.
  if (capi.sqlite3_column_type(pointer, i) === capi.SQLITE_INTEGER) {
    const text = capi.sqlite3_column_text(pointer, i);
    const number = Number(text);
    return Number.isSafeInteger(number) ? number : BigInt(text);
  }
  return statement.get(i) as SqliteValue;
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SqliteFailed) throw error;
    throw new SqliteFailed(error instanceof Error ? error.message : String(error));
  }
}
