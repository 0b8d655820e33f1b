import type { CoordinateSystem } from '../domain/geo/coordinate-system.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { HeightsAsked } from './read-heights.ts';

/**
 * The system of a file of heights: what it names, else what was asked. Throws FileRefused without either: a guess would
 * put every link somewhere else.
 */
export function heightsSystem(
  named: CoordinateSystem | null,
  { system }: HeightsAsked,
  file: { name: string; size: number },
): CoordinateSystem {
  const found = named ?? system;
  if (found) return found;
  throw refuseFile(file, [
    {
      code: 'CRS_UNKNOWN',
      message: `${file.name} names no coordinate system. State it: EPSG:27700 is the British National Grid.`,
    },
  ]);
}
