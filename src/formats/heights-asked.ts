import type { CoordinateSystem } from '../domain/geo/coordinate-system.ts';
import type { HeightPart } from '../domain/terrain/height-grid.ts';

/** What the user says of a file of heights. */
export interface HeightsAsked {
  readonly kind: HeightPart['kind'];
  readonly vintage: string | null;
  /** The system of a file that names none; null: it must name one. */
  readonly system: CoordinateSystem | null;
  /** West, south, east and north in degrees of what is needed; null: all of it. Other cells are not read where the file allows. */
  readonly box: readonly [number, number, number, number] | null;
}
