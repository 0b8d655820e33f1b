import type { CoordinateSystem } from '../domain/geo/coordinate-system.ts';
import type { FileIssue, IssueCode, IssueOutcome } from '../domain/tables/file-report.ts';
import { counted, IssueCollector } from '../domain/tables/issue-collector.ts';
import type { ByteSource } from './byte-source.ts';
import { FeatureTable } from './feature-table.ts';
import { geoJsonMessage } from './geojson-messages.ts';
import type { ReadTable } from './read-table.ts';

/** A geometry as GeoJSON has it; positions are x, y and, where the file has it, a height, in the file's own system. */
export interface Shape {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: readonly Shape[];
}

/**
 * Rows of a binary format on their way to a table. Such a file is read though single shapes of it are broken: these
 * lose their location, are counted, and stay in the table.
 */
export class ShapeRows {
  readonly found = new IssueCollector();
  readonly noun: string;
  private readonly table = new FeatureTable(this.found);
  private readonly columns: readonly string[];

  /** `columns`: names as the file has them; blank and repeated ones are given names of their own. */
  constructor(columns: readonly string[], noun: string) {
    this.noun = noun;
    this.columns = distinctNames(columns);
    if (this.columns.some((name, i) => name !== columns[i]))
      this.found.add(
        'DUPLICATE_COLUMN',
        'repaired',
        null,
        this.columns.filter((name, i) => name !== columns[i]).length,
      );
    for (const name of this.columns) this.table.declareColumn(name);
  }

  get count(): number {
    return this.table.rows;
  }

  /** Sets a cell of the row being built; at most once a column and row. */
  setCell(column: number, text: string): void {
    if (text !== '') this.table.setCell(this.columns[column], text);
  }

  /** Ends the row. `shape`: null where the row has no location, 'none' in a table without shapes. */
  endRow(shape: Shape | null | 'none'): void {
    if (shape === 'none') {
      this.table.rows++;
      return;
    }
    const fault = shape && shapeFault(shape);
    if (fault) this.endBrokenRow(fault);
    else this.table.endRow(shape, this.place);
  }

  /** Ends a row whose shape cannot be read. */
  endBrokenRow(reason: string): void {
    this.found.add('BAD_GEOMETRY', 'left-out', `${this.place}: ${reason}`);
    this.table.rows++;
  }

  private get place(): string {
    return `${this.noun} ${this.count + 1}`;
  }

  /** The table and its report. `messages` words what `found` holds beyond the troubles every format shares. */
  async finish(options: {
    readonly source: ByteSource;
    readonly fileName: string;
    readonly format: string;
    readonly crs: CoordinateSystem | null;
    readonly bytes?: number;
    messages?(code: IssueCode, outcome: IssueOutcome, count: number): string | null;
    readonly issues?: readonly FileIssue[];
  }): Promise<ReadTable> {
    const { source, fileName, format, crs } = options;
    const table = await this.table.finish({
      fileName,
      format,
      crs,
      placeOf: (row) => `${this.noun} ${row + 1}`,
      breathe: () => source.breathe(`Checking the shapes of ${fileName}`),
    });
    const issues = this.found.issues(
      (code, outcome, count) =>
        options.messages?.(code, outcome, count) ??
        sharedMessage(code, outcome, count) ??
        geoJsonMessage(code, outcome, count),
    );
    return {
      table,
      report: {
        fileName,
        bytes: options.bytes ?? source.size,
        rowsRead: table.rows,
        rowsUsed: table.rows,
        rowsRepaired: this.table.repairedRows.size,
        rowsLeftOut: 0,
        issues: [...source.issues, ...(options.issues ?? []), ...issues],
      },
    };
  }
}

function sharedMessage(code: IssueCode, outcome: IssueOutcome, count: number): string | null {
  const rows = counted(count, 'shape');
  if (code === 'BAD_GEOMETRY' && outcome === 'left-out')
    return `${rows} broken: in the table only, without a location.`;
  if (code === 'DUPLICATE_COLUMN')
    return `${counted(count, 'column')} without a name of its own: numbered. Check the column names.`;
  if (code === 'CURVE_GEOMETRY') return `${rows} of a kind with curves: read as short straight pieces.`;
  if (code === 'BAD_VALUE')
    return outcome === 'note'
      ? `${counted(count, 'cell')} hold numbers without a text form: left blank.`
      : `${counted(count, 'cell')} hold binary data and are left blank.`;
  return null;
}

/** What is wrong with a shape whose positions are sound numbers; null where it can be read. */
function shapeFault(shape: Shape): string | null {
  const parts = shape.coordinates as readonly unknown[];
  switch (shape.type) {
    case 'LineString':
      return parts.length > 0 && parts.length < 2 ? 'a line of one position' : null;
    case 'MultiLineString':
      return parts.some((line) => (line as unknown[]).length < 2) ? 'a line of one position' : null;
    case 'Polygon':
      return parts.some((ring) => ringIsShort(ring as number[][])) ? SHORT_RING : null;
    case 'MultiPolygon':
      return parts.some((rings) => (rings as number[][][]).some(ringIsShort)) ? SHORT_RING : null;
    case 'GeometryCollection':
      return shape.geometries?.map(shapeFault).find(Boolean) ?? null;
    default:
      return null;
  }
}

const SHORT_RING = 'a ring of fewer than four positions';

/** The collector closes a ring, adding a position, and wants four then. */
function ringIsShort(ring: readonly (readonly number[])[]): boolean {
  const first = ring[0];
  const last = ring.at(-1);
  if (!first || !last) return true;
  const closed = first[0] === last[0] && first[1] === last[1];
  return ring.length + (closed ? 0 : 1) < 4;
}

/** The names, blank and repeated ones numbered. */
function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, i) => {
    const wanted = name.trim() === '' ? `column ${i + 1}` : name;
    let given = wanted;
    for (let n = 2; taken.has(given); n++) given = `${wanted} (${n})`;
    taken.add(given);
    return given;
  });
}
