import type { CoordinateSystem } from '../geo/coordinate-system.ts';
import type { HeightRaster } from './height-raster.ts';

/** Heights as a file has them, kept with its table of one row. */
export interface FileHeights extends Omit<HeightRaster, 'system'> {
  /** Null where the file names none: a person says which it is before anything is reckoned with. */
  readonly system: CoordinateSystem | null;
  /** What 0 is: "Ordnance Datum Newlyn". Null where the file does not say. */
  readonly verticalDatum: string | null;
}
