import type { CoordinateSystem } from '../domain/geo/coordinate-system.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import type { CellsAsked } from './heights-input.ts';

/**
 * The system of a file of heights: what it names, else what was asked; null where a person is to say it later. Throws
 * FileRefused without any: a guess would put every link somewhere else.
 */
export function heightsSystem(
  named: CoordinateSystem | null,
  asked: Pick<CellsAsked, 'system'>,
  file: { name: string; size: number },
): CoordinateSystem | null {
  if (named || asked.system === 'later') return named;
  return systemAsked(asked, file);
}

/** What was asked of a file that names no system. Throws FileRefused where nothing was. */
export function systemAsked(
  { system }: Pick<CellsAsked, 'system'>,
  file: { name: string; size: number },
): CoordinateSystem {
  if (system && system !== 'later') return system;
  throw refuseFile(file, [
    {
      code: 'CRS_UNKNOWN',
      message: `${file.name} names no coordinate system. State it: EPSG:27700 is the British National Grid.`,
    },
  ]);
}
