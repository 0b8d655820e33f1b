import type { CoordinateSystem } from '../geo/coordinate-system.ts';
import { HeightsRefused } from './heights-refused.ts';
import { isWorkingSystem } from './working-system.ts';

/**
 * What a height measures. Surface: whatever the flight saw first, roofs and trees included. Ground: bare earth. Building:
 * ground with a roof of stated height on it. Canopy: trees added to either. Assumed: nobody measured it.
 */
export type HeightKind = 'surface' | 'ground' | 'building' | 'canopy' | 'assumed';

/** Where heights of a grid come from. */
export interface HeightPart {
  readonly kind: HeightKind;
  /** When they were measured, as the source says it; null where it does not. */
  readonly vintage: string | null;
  /** File or publication. */
  readonly source: string;
  /** What 0 is: "Ordnance Datum Newlyn". Null where the source does not say. */
  readonly verticalDatum: string | null;
}

/** Where the cells of a grid lie: metres of a working system, rows from the north. */
export interface GridFrame {
  readonly system: CoordinateSystem;
  /** The outer corner of the north-western cell. */
  readonly west: number;
  readonly north: number;
  readonly cellWidthMetres: number;
  readonly cellHeightMetres: number;
  readonly columns: number;
  readonly rows: number;
}

/** Heights in metres above one datum, one a cell, for the whole of the cell. */
export interface HeightGrid extends GridFrame {
  /** Row by row from the north; NaN is not known, never 0. */
  readonly heights: Float32Array;
  readonly parts: readonly HeightPart[];
  /** By cell the number of its part; null where all are of the first. */
  readonly partOf: Uint8Array | null;
}

/** Most cells of one grid: 400 MB of heights. */
export const MAX_CELLS = 100_000_000;

/**
 * A grid of one part, checked once. Throws HeightsRefused for cells without a size, a number of heights that is not
 * columns × rows, more than MAX_CELLS, or a system whose numbers are no metres on the ground.
 */
export function heightGrid(frame: GridFrame, heights: Float32Array, part: HeightPart): HeightGrid {
  checkFrame(frame);
  if (heights.length !== frame.columns * frame.rows)
    throw new HeightsRefused(
      'BAD_GRID',
      'A grid has another number of heights than cells. Read its file again.',
    );
  return { ...frame, heights, parts: [part], partOf: null };
}

/** Throws HeightsRefused where a frame can hold no heights. */
export function checkFrame(frame: GridFrame): void {
  const { system, west, north, cellWidthMetres, cellHeightMetres, columns, rows } = frame;
  if (!isWorkingSystem(system))
    throw new HeightsRefused(
      'NOT_METRES',
      `Heights in ${system.name} are not in metres on the ground. Save them in British National Grid or UTM.`,
    );
  const isSound =
    [columns, rows].every((count) => Number.isInteger(count) && count > 0) &&
    [cellWidthMetres, cellHeightMetres].every((length) => length > 0 && Number.isFinite(length)) &&
    [west, north].every(Number.isFinite);
  if (!isSound)
    throw new HeightsRefused('BAD_GRID', 'A grid states no size, corner or cell. Export its file again.');
  if (columns * rows > MAX_CELLS)
    throw new HeightsRefused(
      'TOO_LARGE',
      `A grid of ${columns.toLocaleString('en-GB')} × ${rows.toLocaleString('en-GB')} cells is above the limit of 100 million. Cut it to your area.`,
    );
}
