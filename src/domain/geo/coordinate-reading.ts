import type { CoordinateSystem } from './coordinate-system.ts';

/** What the coordinates of a file are taken for, and who said so. */
export interface CoordinateReading {
  readonly system: CoordinateSystem;
  /** True where the numbers stand in the other order: latitude before longitude, northing before easting. */
  readonly swapped: boolean;
  readonly by: 'file' | 'guess' | 'person';
}
