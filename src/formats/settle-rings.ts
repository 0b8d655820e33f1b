import {
  FAULT_CROSSES_ITSELF,
  FAULT_CUT_APART,
  FAULT_NOT_CHECKED,
  FAULT_PARTS_OVERLAP,
  FAULT_SPIKE,
  polygonFaults,
} from '../domain/geo/polygon-faults.ts';
import type { IssueCollector } from '../domain/tables/issue-collector.ts';
import type { SourceGeometry } from '../domain/tables/source-table.ts';
import type { SettleOptions } from './settle-options.ts';

/** Brings the rings of all polygons to RFC 7946's direction, in place, and counts shapes that cross or overlap themselves. */
export async function settleRings(
  polygons: NonNullable<SourceGeometry['polygons']>,
  found: IssueCollector,
  options: SettleOptions,
): Promise<void> {
  const count = polygons.row.length;
  for (let p = 0; p < count; p++) {
    if (rewind(polygons, p)) {
      found.add('WINDING', 'repaired', () => options.placeOf(polygons.row[p]));
      options.repairedRows.add(polygons.row[p]);
    }
  }
  for (let from = 0; from < count; ) {
    const row = polygons.row[from];
    let to = from + 1;
    while (to < count && polygons.row[to] === row) to++;
    if ((from & 511) === 0 || to - from > 100) await options.breathe();
    const faults = polygonFaults(polygons, from, to);
    from = to;
    if (faults === 0) continue;
    const place = options.placeOf(row);
    if (faults & FAULT_CROSSES_ITSELF) found.add('SELF_INTERSECTION', 'repaired', place);
    else if (faults & FAULT_SPIKE)
      found.add('BAD_GEOMETRY', 'repaired', `${place}: a spike, or a hole along the border`);
    else if (faults & FAULT_CUT_APART)
      found.add('BAD_GEOMETRY', 'repaired', `${place}: a hole cuts the inside apart`);
    else if (faults & FAULT_PARTS_OVERLAP) found.add('BAD_GEOMETRY', 'repaired', `${place}: parts overlap`);
    else if (faults & FAULT_NOT_CHECKED)
      found.add('BAD_GEOMETRY', 'note', `${place}: too entangled to check`);
    if (faults !== FAULT_NOT_CHECKED) options.repairedRows.add(row);
  }
}

/**
 * Brings the rings of polygon `p` to outer anticlockwise, holes clockwise. True where a hole ran the way of its outer
 * ring, which is wrong in every convention; a polygon wholly the other way round (Shapefiles are) is turned in silence.
 */
function rewind(polygons: NonNullable<SourceGeometry['polygons']>, p: number): boolean {
  const first = polygons.polygonStarts[p];
  const outerArea = ringArea(polygons, first);
  let wrong = false;
  if (outerArea < 0) reverseRing(polygons, first);
  for (let r = first + 1; r < polygons.polygonStarts[p + 1]; r++) {
    const area = ringArea(polygons, r);
    if (area * outerArea > 0) wrong = true;
    if (area > 0) reverseRing(polygons, r);
  }
  return wrong;
}

function ringArea(
  { coordinates, ringStarts }: NonNullable<SourceGeometry['polygons']>,
  ring: number,
): number {
  const from = 2 * ringStarts[ring];
  const x0 = coordinates[from];
  const y0 = coordinates[from + 1];
  let twice = 0;
  for (let i = from; i + 3 < 2 * ringStarts[ring + 1]; i += 2) {
    twice +=
      (coordinates[i] - x0) * (coordinates[i + 3] - y0) -
      (coordinates[i + 2] - x0) * (coordinates[i + 1] - y0);
  }
  return twice / 2;
}

function reverseRing(
  { coordinates, ringStarts }: NonNullable<SourceGeometry['polygons']>,
  ring: number,
): void {
  let low = 2 * ringStarts[ring];
  let high = 2 * ringStarts[ring + 1] - 2;
  while (low < high) {
    for (let axis = 0; axis < 2; axis++) {
      const kept = coordinates[low + axis];
      coordinates[low + axis] = coordinates[high + axis];
      coordinates[high + axis] = kept;
    }
    low += 2;
    high -= 2;
  }
}
