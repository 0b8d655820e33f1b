import type { IssueCollector } from '../tables/issue-collector.ts';
import type { CoordinateReading } from './coordinate-reading.ts';
import { type CoordinateSystem, conversionAccuracyMetres } from './coordinate-system.ts';
import { NO_READING, type SystemDetection } from './detect-system.ts';

/**
 * Counts what was guessed, turned round and converted, of the rows that `keep` marks with 1. Of rows in the system that
 * is `expected` nothing is said.
 */
export function reportDetection(
  detection: SystemDetection,
  keep: Uint8Array,
  found: IssueCollector,
  expected?: CoordinateSystem,
): void {
  const counts = detection.readings.map(() => 0);
  for (let row = 0; row < keep.length; row++) {
    const at = detection.ofRow[row];
    if (keep[row] === 1 && at !== NO_READING) counts[at]++;
  }
  for (const [at, reading] of detection.readings.entries()) {
    const count = counts[at];
    const { system, swapped, by } = reading;
    if (count === 0 || (at === 0 && !swapped && system === expected)) continue;
    const isOddOne = at > 0 || detection.contradicted;
    if (by === 'guess' && (!swapped || system.kind !== 'degrees' || isOddOne)) {
      const also = at === 0 ? alsoText(detection.alsoFits) : '';
      found.add('CRS_GUESSED', isOddOne ? 'repaired' : 'note', `${readingText(reading)}${also}`, count);
    }
    if (swapped) found.add('AXES_SWAPPED', 'repaired', readingText(reading), count);
    if (system.kind !== 'degrees')
      found.add(
        'CRS_CONVERTED',
        by === 'file' ? 'note' : 'repaired',
        `${system.name}, ${accuracyText(system)}`,
        count,
      );
  }
}

/** "British National Grid, northing first" */
function readingText({ system, swapped }: CoordinateReading): string {
  if (!swapped) return system.name;
  return system.kind === 'degrees' ? 'latitude and longitude (WGS84)' : `${system.name}, northing first`;
}

/** "within 5 m" */
function accuracyText(system: CoordinateSystem): string {
  const metres = conversionAccuracyMetres(system);
  if (metres === null) return 'accuracy not stated';
  return metres === 0 ? 'within 1 m' : `within ${metres} m`;
}

function alsoText(systems: readonly CoordinateSystem[]): string {
  return systems.length > 0 ? `; ${systems.map(({ name }) => name).join(' or ')} would fit too` : '';
}
