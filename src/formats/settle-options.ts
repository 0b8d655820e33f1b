import type { CoordinateReading } from '../domain/geo/coordinate-reading.ts';
import type { CoordinateSystem } from '../domain/geo/coordinate-system.ts';

export interface SettleOptions {
  readonly rows: number;
  /** The system the file names; null where it names none. */
  readonly crs: CoordinateSystem | null;
  /** How a person says that all rows are to be read; then nothing is guessed. */
  readonly reading?: CoordinateReading;
  /** True where codes in the file say that it speaks of Northern Ireland. */
  readonly isNorthernIrish?: boolean;
  /** Names a row for the report. */
  placeOf(row: number): string;
  /** Gains the rows changed. */
  readonly repairedRows: Set<number>;
  /** Called between shapes, so that long work can be watched and stopped. */
  breathe(): Promise<void>;
}
