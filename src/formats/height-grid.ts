import type { CoordinateSystem } from '../domain/geo/coordinate-system.ts';
import type { FileIssue } from '../domain/tables/file-report.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { FoundHeights } from './found-heights.ts';
import { type HeightsInWords, heightsSaid, notKnownIssue } from './heights-in-words.ts';
import type { CellsAsked } from './heights-input.ts';
import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';
import { ShapeRows } from './shape-rows.ts';
import { systemGuessed } from './shapefile.ts';

/** What a file of heights says of itself; lengths in the unit of its system. */
export interface HeightGrid {
  readonly columns: number;
  readonly rows: number;
  /** Corners of the whole grid, in order around it; null where the file does not say where it lies. */
  readonly corners: readonly (readonly [number, number])[] | null;
  /** Width and height of a cell; null where the file does not say. */
  readonly cell: readonly [number, number] | null;
  readonly nodata: string | null;
  readonly crs: CoordinateSystem | null;
  /** True for pictures: several colours a cell. */
  readonly isImage?: boolean;
}

/** How the cells of a file are read that is taken as a table: all of them, its system said later where it names none. */
export const HEIGHTS_OF_A_TABLE: CellsAsked = { system: 'later', box: null };

/**
 * A file of heights as a table of one row, its outline and what it says of itself, with its cells. `found` null: a picture.
 * Throws FileRefused where no cell has a height.
 */
export async function heightGridTable(
  grid: HeightGrid,
  found: FoundHeights | null,
  input: ReaderInput & { readonly format: string },
): Promise<ReadTable> {
  const { source, file, format } = input;
  const rows = new ShapeRows(COLUMNS, 'row');
  const unit = unitOf(grid.crs);
  const said = found && heightsSaid(found.heights, file.name);
  if (said?.known === 0) {
    const message = `${file.name}: none of its cells has a height. Download or export it again.`;
    throw refuseFile(file, [{ code: 'EMPTY', message }]);
  }
  const cells = [
    found ? 'height grid' : 'image',
    String(grid.columns),
    String(grid.rows),
    sizeOf(grid),
    unit,
    grid.crs?.name ?? 'not known',
    grid.nodata ?? '',
    found?.heights.verticalDatum ?? '',
    said ? printed(said.lowest ?? Number.NaN) : '',
    said ? printed(said.highest ?? Number.NaN) : '',
    found?.words.slice(0, MOST_WORDS) ?? '',
  ];
  for (const [column, text] of cells.entries()) rows.setCell(column, text);
  rows.endRow(grid.corners && { type: 'Polygon', coordinates: [outlineOf(grid.corners)] });
  const issues =
    found && said ? heightIssues(grid, { found, said, unit }, file.name) : pictureIssues(grid, file.name);
  const crs = grid.crs;
  const read = await rows.finish({ source, fileName: file.name, format, crs, bytes: file.size, issues });
  return found ? { ...read, table: { ...read.table, heights: found.heights } } : read;
}

function pictureIssues(grid: HeightGrid, name: string): FileIssue[] {
  const issues = [
    note(
      'NO_HEIGHTS',
      `${name} is a picture, colours and no heights: only its outline is drawn. Ask its publisher for the heights.`,
    ),
  ];
  if (grid.corners === null)
    issues.push(
      note(
        'CRS_UNKNOWN',
        `${name} does not say where it lies. Save it as a GeoTIFF with its place, from your GIS.`,
      ),
    );
  else if (grid.crs === null) issues.push(systemGuessed(`${name} names none`));
  return issues;
}

function heightIssues(
  grid: HeightGrid,
  {
    found,
    said,
    unit,
  }: { readonly found: FoundHeights; readonly said: HeightsInWords; readonly unit: string },
  name: string,
): FileIssue[] {
  const { columns, rows, verticalDatum } = found.heights;
  const size = `${columns.toLocaleString('en-GB')} × ${rows.toLocaleString('en-GB')} cells of ${sizeOf(grid)}${UNIT_MARKS.get(unit) ?? ''}`;
  const above = verticalDatum ? ` above ${verticalDatum}` : '';
  const heights = `heights from ${metres(said.lowest)} to ${metres(said.highest)}${above}`;
  const issues = [note('HEIGHTS_READ', `${size}, ${heights}.`), ...found.issues, ...said.odd];
  const unknown = columns * rows - said.known;
  if (unknown > 0) issues.push(notKnownIssue(unknown, columns * rows));
  if (found.heights.system === null)
    issues.push(
      note(
        'CRS_UNKNOWN',
        `${name} names no coordinate system: its outline is a guess. Say it under Coordinates before links use it.`,
      ),
    );
  return issues;
}

const UNIT_MARKS = new Map([
  ['metres', ' m'],
  ['degrees', '°'],
]);

function note(code: FileIssue['code'], message: string): FileIssue {
  return { code, outcome: 'note', message, count: 1, examples: [] };
}

function metres(height: number | null): string {
  return `${(height ?? Number.NaN).toLocaleString('en-GB', { maximumFractionDigits: 1 }).replace('-', '−')} m`;
}

function sizeOf({ cell }: HeightGrid): string {
  const [width, height] = cell?.map(printed) ?? ['', ''];
  return width === height ? width : `${width} × ${height}`;
}

/** Of what a file says of itself. */
const MOST_WORDS = 500;

const COLUMNS = [
  'kind',
  'columns',
  'rows',
  'cell size',
  'unit',
  'system',
  'nodata',
  'vertical datum',
  'lowest',
  'highest',
  'description',
];

/** Vertices along each edge: a straight edge of a grid is no straight line in degrees. */
const EDGE_PIECES = 8;

function outlineOf(corners: readonly (readonly [number, number])[]): number[][] {
  const ring: number[][] = [];
  corners.forEach(([x, y], i) => {
    const [toX, toY] = corners[(i + 1) % corners.length];
    for (let piece = 0; piece < EDGE_PIECES; piece++) {
      const share = piece / EDGE_PIECES;
      ring.push([x + (toX - x) * share, y + (toY - y) * share]);
    }
  });
  ring.push([...corners[0]]);
  return ring;
}

/** The corners of an upright grid. */
export function uprightCorners(west: number, south: number, east: number, north: number): [number, number][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

function unitOf(crs: CoordinateSystem | null): string {
  if (crs === null) return 'not known';
  if (crs.kind === 'degrees' || crs.definition?.includes('+proj=longlat')) return 'degrees';
  return crs.definition?.includes('+to_meter') ? 'not known' : 'metres';
}

/** At most ten digits: 1/1200 of a degree has no end. */
function printed(length: number): string {
  return String(Number(length.toPrecision(10)));
}
