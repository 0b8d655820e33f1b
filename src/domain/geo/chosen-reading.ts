import type { CoordinateChoice } from './coordinate-choice.ts';
import type { CoordinateReading } from './coordinate-reading.ts';
import {
  BRITISH_NATIONAL_GRID,
  BRITISH_NATIONAL_GRID_FEET,
  type CoordinateSystem,
  IRISH_GRID,
  IRISH_TRANSVERSE_MERCATOR,
  WEB_MERCATOR,
  WGS84,
} from './coordinate-system.ts';

/** The reading that a person's choice stands for. */
export function chosenReading(choice: CoordinateChoice): CoordinateReading {
  return { system: SYSTEMS[choice], swapped: choice.endsWith('-swapped'), by: 'person' };
}

const SYSTEMS: Record<CoordinateChoice, CoordinateSystem> = {
  degrees: WGS84,
  'degrees-swapped': WGS84,
  british: BRITISH_NATIONAL_GRID,
  'british-swapped': BRITISH_NATIONAL_GRID,
  irish: IRISH_GRID,
  'irish-transverse': IRISH_TRANSVERSE_MERCATOR,
  'web-mercator': WEB_MERCATOR,
  'british-feet': BRITISH_NATIONAL_GRID_FEET,
};
