import type { CoordinateSystem } from '../domain/geo/coordinate-system.ts';
import type { FileIssue } from '../domain/tables/file-report.ts';
import type { ReaderInput, ReadTable } from './read-file.ts';
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

/**
 * A file of heights as a table of one row: its outline and what its header states. The heights themselves are read when
 * rooftop radio asks for them.
 */
export async function heightGridTable(
  grid: HeightGrid,
  format: string,
  input: ReaderInput,
): Promise<ReadTable> {
  const { source, file } = input;
  const rows = new ShapeRows(COLUMNS, 'row');
  const unit = unitOf(grid.crs);
  const [width, height] = grid.cell?.map(printed) ?? ['', ''];
  const cells = [
    grid.isImage ? 'image' : 'height grid',
    String(grid.columns),
    String(grid.rows),
    width === height ? width : `${width} × ${height}`,
    unit,
    grid.crs?.name ?? 'not known',
    grid.nodata ?? '',
  ];
  for (const [column, text] of cells.entries()) rows.setCell(column, text);
  rows.endRow(grid.corners && { type: 'Polygon', coordinates: [outlineOf(grid.corners)] });
  const issues: FileIssue[] = [
    {
      code: 'HEIGHTS_LATER',
      outcome: 'note',
      message: grid.isImage
        ? `${file.name} is an image without heights: only its outline is drawn.`
        : `${file.name} holds heights, used by rooftop radio, which comes later: its outline is drawn.`,
      count: 1,
      examples: [],
    },
  ];
  if (grid.corners === null)
    issues.push({
      code: 'CRS_UNKNOWN',
      outcome: 'note',
      message: `${file.name} does not say where it lies. Save it as a GeoTIFF with its place, from your GIS.`,
      count: 1,
      examples: [],
    });
  else if (grid.crs === null) issues.push(systemGuessed(`${file.name} names none`));
  return rows.finish({ source, fileName: file.name, format, crs: grid.crs, bytes: file.size, issues });
}

const COLUMNS = ['kind', 'columns', 'rows', 'cell size', 'unit', 'system', 'nodata'];

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
