import Flatbush from 'flatbush';
import { ROW_NO } from '../not-spots/count-shares.ts';
import { type PremisesTable, premisesCell } from '../premises/premises-table.ts';
import { CHUNK_ROWS, type WorkStep } from '../project/work-step.ts';
import type { ClusterGroups } from './cluster-groups.ts';
import type { NearestCovered } from './not-spot-clusters.ts';

/**
 * For each cluster the premises that is surely no not-spot and stands nearest to any premises of it, by grid distance; of
 * equally near ones the first found by a search that is the same on every machine. The premises lie in tile order, so that
 * packed R-trees over stretches of them are compact, and none takes long to build.
 */
export function* nearestCovered(
  premises: PremisesTable,
  rowState: Uint8Array,
  { count, rowStarts, rows }: Pick<ClusterGroups, 'count' | 'rowStarts' | 'rows'>,
): Generator<WorkStep, NearestCovered> {
  const { easting, northing } = premises;
  const what = 'Finding the nearest covered premises';
  const stretches: Stretch[] = [];
  for (let from = 0; from < premises.count; from += CHUNK_ROWS) {
    yield { what, fraction: (0.5 * from) / premises.count };
    const stretch = stretchOf(premises, rowState, from, Math.min(premises.count, from + CHUNK_ROWS));
    if (stretch) stretches.push(stretch);
  }
  const row = new Int32Array(count).fill(-1);
  const distanceMetres = new Float64Array(count).fill(Number.NaN);
  let looked = 0;
  for (let c = 0; c < count; c++) {
    let best = Number.POSITIVE_INFINITY;
    for (let i = rowStarts[c]; i < rowStarts[c + 1] && best > 0; i++) {
      if (looked++ % ROWS_A_STEP === 0) yield { what, fraction: 0.5 + (0.5 * i) / rows.length };
      const [x, y] = [easting[rows[i]], northing[rows[i]]];
      for (const { index, rowOf } of stretches) {
        if (boxDistance(index, x, y) >= best) continue;
        const [found] = index.neighbors(x, y, 1, best);
        if (found === undefined) continue;
        const away = Math.hypot(easting[rowOf[found]] - x, northing[rowOf[found]] - y);
        if (away >= best) continue;
        best = away;
        row[c] = rowOf[found];
        distanceMetres[c] = away;
      }
    }
  }
  return {
    row,
    distanceMetres,
    ids: Array.from(row, (at) => (at < 0 ? '' : premisesCell(premises, premises.ids, at).trim())),
    lon: Float64Array.from(row, (at) => (at < 0 ? Number.NaN : premises.lon[at])),
    lat: Float64Array.from(row, (at) => (at < 0 ? Number.NaN : premises.lat[at])),
  };
}

const ROWS_A_STEP = 1_024;

/** The covered rows of a stretch of the premises. */
interface Stretch {
  readonly index: Flatbush;
  readonly rowOf: Uint32Array;
}

function stretchOf(
  { easting, northing }: PremisesTable,
  rowState: Uint8Array,
  from: number,
  to: number,
): Stretch | null {
  const rowOf = new Uint32Array(to - from);
  let count = 0;
  for (let row = from; row < to; row++) if (rowState[row] === ROW_NO) rowOf[count++] = row;
  if (count === 0) return null;
  const index = new Flatbush(count);
  for (let i = 0; i < count; i++) index.add(easting[rowOf[i]], northing[rowOf[i]]);
  index.finish();
  return { index, rowOf };
}

function boxDistance({ minX, minY, maxX, maxY }: Flatbush, x: number, y: number): number {
  return Math.hypot(Math.max(minX - x, 0, x - maxX), Math.max(minY - y, 0, y - maxY));
}
