import type { Lines } from '../geo/geometry.ts';
import { rowPositions } from '../premises/row-positions.ts';
import type { DatasetRecord } from '../project/project.ts';
import { IssueCollector } from '../tables/issue-collector.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellText, type TextColumn } from '../tables/text-column.ts';
import type { NamedShapes } from './place-names.ts';

/** A context file in use. */
export interface ContextFile {
  readonly dataset: DatasetRecord;
  readonly table: SourceTable;
}

/**
 * The named lines, outlines and points of context files that can name a place: no rivers, railways or buildings, and of
 * points whose kind is said only settlements: a school or a tower block is no name for what lies around it. Files of more
 * than 200,000 rows are left out, as in the search. A file with columns of coordinates needs loadGrid.
 */
export function namedShapes(files: readonly ContextFile[]): NamedShapes {
  const shapes = new ShapeList();
  for (const { dataset, table } of files) {
    const name = nameColumn(dataset, table);
    if (!name || table.rows > MOST_ROWS) continue;
    const kinds = KIND_COLUMNS.flatMap((kind) => columnNamed(table.columns, kind) ?? []);
    const nameOf = (row: number): string =>
      kinds.some((kind) => NO_PLACE.has(cellText(kind, row).trim().toLowerCase()))
        ? ''
        : cellText(name, row).trim();
    const nameOfPoint = (row: number): string =>
      kinds.length === 0 || kinds.some((kind) => SETTLEMENT.test(cellText(kind, row).trim()))
        ? nameOf(row)
        : '';
    addShapes(shapes, table, { nameOf, nameOfPoint });
    const { roles } = dataset;
    const hasPlaces = roles.lon !== undefined || roles.easting !== undefined;
    if (!table.geometry.points && !table.geometry.lines && !table.geometry.polygons && hasPlaces) {
      const { lon, lat } = rowPositions(table, roles, new IssueCollector());
      for (let row = 0; row < table.rows; row++)
        if (!Number.isNaN(lon[row])) shapes.addPoint(nameOfPoint(row), lon[row], lat[row]);
    }
  }
  return shapes.finish();
}

const MOST_ROWS = 200_000;
/** Ours, then those of OpenStreetMap extracts. */
const KIND_COLUMNS = ['kind', 'class', 'fclass', 'waterway', 'railway', 'natural'];
const NO_PLACE = new Set(['river', 'stream', 'canal', 'water', 'railway', 'rail', 'building', 'drain']);

const SETTLEMENT =
  /^(?:populated ?)?(?:place|city|town|village|hamlet|suburb|quarter|neighbou?rhood|locality|district|island|square)$/i;

function addShapes(
  shapes: ShapeList,
  { geometry }: SourceTable,
  {
    nameOf,
    nameOfPoint,
  }: { readonly nameOf: (row: number) => string; readonly nameOfPoint: (row: number) => string },
): void {
  const { lines, polygons, points } = geometry;
  for (let i = 0; lines && i < lines.row.length; i++)
    shapes.addLine(
      nameOf(lines.row[i]),
      lines.coordinates.subarray(2 * lines.lineStarts[i], 2 * lines.lineStarts[i + 1]),
    );
  for (let i = 0; polygons && i < polygons.row.length; i++) {
    const { coordinates, ringStarts, polygonStarts } = polygons;
    const ring = polygonStarts[i];
    shapes.addLine(
      nameOf(polygons.row[i]),
      coordinates.subarray(2 * ringStarts[ring], 2 * ringStarts[ring + 1]),
    );
  }
  for (let i = 0; points && i < points.row.length; i++)
    shapes.addPoint(nameOfPoint(points.row[i]), points.lon[i], points.lat[i]);
}

class ShapeList {
  private readonly names: string[] = [];
  private readonly parts: Float64Array[] = [];
  private readonly pointNames: string[] = [];
  private readonly lon: number[] = [];
  private readonly lat: number[] = [];

  addLine(name: string, coordinates: Float64Array): void {
    if (name === '' || coordinates.length === 0) return;
    this.names.push(name);
    this.parts.push(coordinates);
  }

  addPoint(name: string, lon: number, lat: number): void {
    if (name === '') return;
    this.pointNames.push(name);
    this.lon.push(lon);
    this.lat.push(lat);
  }

  finish(): NamedShapes {
    return {
      names: this.names,
      lines: linesOf(this.parts),
      points: {
        names: this.pointNames,
        lon: Float64Array.from(this.lon),
        lat: Float64Array.from(this.lat),
      },
    };
  }
}

function linesOf(parts: readonly Float64Array[]): Lines {
  const lineStarts = new Uint32Array(parts.length + 1);
  parts.forEach((part, i) => {
    lineStarts[i + 1] = lineStarts[i] + part.length / 2;
  });
  const coordinates = new Float64Array(2 * lineStarts[parts.length]);
  parts.forEach((part, i) => {
    coordinates.set(part, 2 * lineStarts[i]);
  });
  return { coordinates, lineStarts };
}

function nameColumn({ roles }: DatasetRecord, table: SourceTable): TextColumn | undefined {
  if (roles.name !== undefined) return columnNamed(table.columns, roles.name);
  return table.columns.find(({ name }) => /^(?:.*[_ ])?(?:name|nm|title|label)$/i.test(name.trim()));
}
