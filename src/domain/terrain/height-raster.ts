import type { CoordinateSystem } from '../geo/coordinate-system.ts';

/** Heights as a file has them: any system, its unit (metres, degrees), rows from the north. */
export interface HeightRaster {
  readonly system: CoordinateSystem;
  /** The outer corner of the north-western cell. */
  readonly west: number;
  readonly north: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly columns: number;
  readonly rows: number;
  /** Metres; NaN is not known. */
  readonly heights: Float32Array;
}
