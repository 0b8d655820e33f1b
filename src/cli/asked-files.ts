import { areaNameOf } from '../domain/project/area-name.ts';
import { type ReadRecord, readRecord } from '../domain/project/dataset-record.ts';
import type { DatasetRecord } from '../domain/project/project.ts';
import type { Role } from '../domain/project/role.ts';
import type { Workbench } from '../domain/project/workbench.ts';
import type { FileReport } from '../domain/tables/file-report.ts';
import { counted } from '../domain/tables/issue-collector.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import { readFile } from '../formats/read-file.ts';
import { suggestRoles } from '../formats/suggest-roles.ts';
import { contentFingerprint } from './content-fingerprint.ts';
import { openNodeDatabase } from './node-database.ts';
import { nodeFile } from './node-file.ts';

/** What became of one table of a file; the table itself is in the workbench alone, which may let go of parts of it. */
interface ReadContent {
  readonly report: FileReport;
  readonly contentId: string;
}

/** One table of a file that the command line names. */
export interface OpenedTable extends ReadContent {
  readonly table: SourceTable;
  /** What stood behind the table's name after another "#": a column; null where nothing did. */
  readonly rest: string | null;
}

/** The files of a command line: each read once, its tables put into the workbench when they are asked for. */
export class AskedFiles {
  private readonly read = new Map<string, readonly ReadContent[]>();
  private readonly hashOf = new Map<string, string>();
  private tables = 0;

  /** The hash (`contentHash`) of every table opened, by content. */
  get hashes(): ReadonlyMap<string, string> {
    return this.hashOf;
  }

  constructor(private readonly workbench: Workbench) {}

  /**
   * The table that `path` and what follows its first "#" name: of a file of one table that is all there is, and `after`
   * is a column; of several, `after` begins with the table's name. Throws words where it does not.
   */
  async open(path: string, after: string | null): Promise<OpenedTable> {
    const contents = await this.contentsOf(path);
    const tables = contents.map((one) => ({ ...one, table: this.workbench.tableAsRead(one.contentId) }));
    const [first] = tables;
    if (tables.length === 1) return this.hashed({ ...first, rest: after });
    const names = tables.map(({ table }) => layerName(table, path));
    const [wanted, ...rest] = (after ?? '').split('#');
    const found = names.findIndex((name) => name.toLowerCase() === wanted.toLowerCase());
    if (found < 0) {
      const shown = names.map((name) => `"${name}"`).join(', ');
      throw new Error(
        `${path} holds ${counted(names.length, 'table')}: ${shown}. Say which: ${path}#${names[0]}`,
      );
    }
    return this.hashed({ ...tables[found], rest: rest.length > 0 ? rest.join('#') : null });
  }

  /** Takes part of a table in its place. */
  narrow(contentId: string, table: SourceTable): void {
    this.workbench.put(contentId, table);
    this.hashOf.set(contentId, contentFingerprint(table));
  }

  /** Hashed when it is first opened: later the workbench may have let go of parts of it. */
  private hashed(opened: OpenedTable): OpenedTable {
    const { contentId } = opened;
    if (!this.hashOf.has(contentId)) this.hashOf.set(contentId, contentFingerprint(opened.table));
    return opened;
  }

  /** All tables of a file with the roles that their content suggests, as if it were dropped in the app. Throws FileRefused. */
  async suggested(path: string): Promise<readonly ReadRecord[]> {
    const contents = await this.contentsOf(path);
    return contents.map(({ contentId, report }) => {
      const { table } = this.hashed({
        contentId,
        report,
        table: this.workbench.tableAsRead(contentId),
        rest: null,
      });
      return recordOf({ table, report, contentId });
    });
  }

  /** The record of the file that `spec` (FILE or FILE#LAYER) names, in the role that its option gives it. */
  async dataset(spec: string, role: Role): Promise<DatasetRecord> {
    const hash = spec.indexOf('#');
    const [path, after] = hash < 0 ? [spec, null] : [spec.slice(0, hash), spec.slice(hash + 1)];
    return this.record(await this.open(path, after), role);
  }

  /** An opened table's record in a role, whatever its content suggests. */
  record(opened: OpenedTable, role: Role): DatasetRecord {
    return { ...recordOf(opened).dataset, role };
  }

  private async contentsOf(path: string): Promise<readonly ReadContent[]> {
    const known = this.read.get(path);
    if (known) return known;
    const signal = new AbortController().signal;
    const read = await readFile(existing(path), {
      signal,
      onProgress: () => {},
      openDatabase: openNodeDatabase,
    });
    const opened = read.map(({ table, report }) => {
      const contentId = `file-${++this.tables}`;
      this.workbench.put(contentId, table);
      return { report, contentId };
    });
    this.read.set(path, opened);
    return opened;
  }
}

function recordOf({ table, report, contentId }: Omit<OpenedTable, 'rest'>): ReadRecord {
  const suggestion = suggestRoles(table);
  const content = {
    contentId,
    rows: table.rows,
    format: table.format,
    columnNames: table.columns.map((column) => column.name),
    suggestion,
    areaName: areaNameOf(table, suggestion),
  };
  return readRecord(content, report);
}

/** A table of several is called "water.gpkg: foul_sewer". */
function layerName({ fileName }: SourceTable, path: string): string {
  const at = fileName.indexOf(': ');
  return at < 0 ? path : fileName.slice(at + 2);
}

function existing(path: string) {
  try {
    return nodeFile(path);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Error(
      `${path}: ${missing ? 'there is no such file' : 'the file cannot be opened'}. Check the path and try again.`,
    );
  }
}
