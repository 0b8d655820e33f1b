import type { CoordinateSystem } from '../domain/geo/coordinate-system.ts';
import { isNorthernIrish } from '../domain/geo/northern-irish.ts';
import type { IssueCollector } from '../domain/tables/issue-collector.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import { TextColumnBuilder } from '../domain/tables/text-column.ts';
import { GeometryCollector } from './geojson-geometry.ts';
import { settleGeometry } from './settle-geometry.ts';

/**
 * Builds a table row by row from GeoJSON-like geometries and named values, whatever format they came in. Coordinates
 * are taken as printed: `finish` brings them to WGS84 degrees.
 */
export class FeatureTable {
  rows = 0;
  readonly repairedRows = new Set<number>();
  private readonly found: IssueCollector;
  private readonly geometry: GeometryCollector;
  private readonly columns = new Map<string, TextColumnBuilder>();
  private readonly ids = new TextColumnBuilder('id');

  /** Troubles with shapes are counted in `found`. */
  constructor(found: IssueCollector) {
    this.found = found;
    this.geometry = new GeometryCollector(found);
  }

  /** Makes sure a column exists, in this place of the order, even if all its cells stay blank. */
  declareColumn(name: string): void {
    this.columnOf(name);
  }

  /** Sets a cell of the row being built. */
  setCell(name: string, text: string): void {
    const column = this.columnOf(name);
    column.fillTo(this.rows);
    column.push(text);
  }

  /** Sets the feature's own id, kept in a column "id" unless the values have one of that name. */
  setId(id: string): void {
    this.ids.fillTo(this.rows);
    this.ids.push(id);
  }

  /**
   * Gives the row being built its geometry (a GeoJSON geometry object, raw coordinates; null where it has none) and ends
   * the row. Throws BrokenGeometry for what no reading can make sense of.
   */
  endRow(geometry: unknown, place: string): void {
    if (geometry === null) this.found.add('NO_LOCATION', 'left-out', place);
    else if (!this.geometry.add(geometry, this.rows, place))
      this.found.add('BAD_GEOMETRY', 'left-out', place);
    this.rows++;
  }

  /** The table, its geometry in degrees. `crs`: the system the file names, null where it names none. */
  async finish(options: {
    readonly fileName: string;
    readonly format: string;
    readonly crs: CoordinateSystem | null;
    placeOf(row: number): string;
    breathe(): Promise<void>;
  }): Promise<SourceTable> {
    const { found, repairedRows, rows } = this;
    const { fileName, format, crs, placeOf, breathe } = options;
    const columns = [...this.columns.values()];
    if (this.ids.length > 0 && !this.columns.has('id')) columns.unshift(this.ids);
    for (const column of columns) column.fillTo(rows);
    const texts = columns.map((column) => column.finish());
    const settled = await settleGeometry(this.geometry.finish(), found, {
      rows,
      crs,
      isNorthernIrish: isNorthernIrish(texts),
      placeOf,
      repairedRows,
      breathe,
    });
    const { geometry } = settled;
    const nothingLocated = geometry.points === null && geometry.lines === null && geometry.polygons === null;
    if (rows === 0 || (nothingLocated && found.count('BAD_GEOMETRY', 'left-out') > 0))
      found.add('EMPTY', 'note', null);
    return {
      fileName,
      format,
      rows,
      columns: texts,
      ...settled,
      headerAssumed: false,
    };
  }

  private columnOf(name: string): TextColumnBuilder {
    let column = this.columns.get(name);
    if (!column) {
      column = new TextColumnBuilder(name);
      this.columns.set(name, column);
    }
    return column;
  }
}
