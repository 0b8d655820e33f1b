import type { CoordinateReading } from '../geo/coordinate-reading.ts';
import type { Lines, Points, Polygons } from '../geo/geometry.ts';
import type { RawGeometry } from '../geo/raw-geometry.ts';
import type { FileHeights } from '../terrain/file-heights.ts';
import type { TextColumn } from './text-column.ts';

/**
 * What a file holds, before anybody says what it means: every column as text, in file order, and the geometry the
 * file itself carries (GeoJSON does, CSV does not: its coordinates are columns until a role reads them).
 */
export interface SourceTable {
  /** File name as given by the user; shown as text, never trusted for meaning. */
  readonly fileName: string;
  /** 'csv' | 'geojson' now; more formats follow. */
  readonly format: string;
  readonly rows: number;
  readonly columns: readonly TextColumn[];
  readonly geometry: SourceGeometry;
  /** True where the file had no header row and the names were given by layout (Code-Point Open). */
  readonly headerAssumed: boolean;
  /** What most of the shapes' coordinates were taken for; absent where the file has no shapes or is a pack. */
  readonly reading?: CoordinateReading;
  /** The shapes as printed, where `geometry` differs: converted, turned round or left out. Read anew when a person says how. */
  readonly written?: RawGeometry;
  /** The cells of a file of heights, whose outline is the one row; absent for all other files. */
  readonly heights?: FileHeights;
}

/** Geometry by kind. Arrays `…Row` name the table row each shape belongs to (0-based, ascending). */
export interface SourceGeometry {
  /** Longitude and latitude in degrees, WGS84; null where no row has such a shape. */
  readonly points: (Points & { readonly row: Uint32Array }) | null;
  readonly lines: (Lines & { readonly row: Uint32Array }) | null;
  readonly polygons: (Polygons & { readonly row: Uint32Array }) | null;
}

/** The geometry of a table that carries none. */
export const NO_GEOMETRY: SourceGeometry = { points: null, lines: null, polygons: null };

/** The column called `name`, or undefined. Exact match: callers fold case where they mean to. */
export function columnNamed(columns: readonly TextColumn[], name: string): TextColumn | undefined {
  return columns.find((column) => column.name === name);
}
