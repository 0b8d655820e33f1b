import { ROW_YES } from '../not-spots/count-shares.ts';
import { MIDDLE_PART } from '../not-spots/middle-part.ts';
import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';
import type { ClusterGroups } from './cluster-groups.ts';
import type { NotSpotClusters } from './not-spot-clusters.ts';

/** The wards of each cluster with its not-spots there: the ward with most first, of equals the lowest; outside is −1. */
export function clusterWards(
  { count, rowStarts, rows }: Pick<ClusterGroups, 'count' | 'rowStarts' | 'rows'>,
  {
    premises,
    wardOf,
    rowState,
  }: { readonly premises: PremisesTable; readonly wardOf: Int32Array; readonly rowState: Uint8Array },
): Pick<NotSpotClusters, 'wardStarts' | 'wards' | 'wardUnits'> {
  const wardStarts = new Uint32Array(count + 1);
  const wards: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  for (let c = 0; c < count; c++) {
    const found = new Map<number, { low: number; high: number }>();
    for (let i = rowStarts[c]; i < rowStarts[c + 1]; i++) {
      const ward = Math.max(-1, wardOf[rows[i]]);
      const units = unitsAt(premises, rows[i]);
      const here = found.get(ward) ?? { low: 0, high: 0 };
      found.set(ward, here);
      if (rowState[rows[i]] === ROW_YES) here.low += units;
      here.high += units;
    }
    const ordered = [...found].sort(
      ([a, one], [b, other]) => other.low + other.high - (one.low + one.high) || a - b,
    );
    for (const [ward, here] of ordered) {
      wards.push(ward);
      low.push(here.low);
      high.push(here.high);
    }
    wardStarts[c + 1] = wards.length;
  }
  return {
    wardStarts,
    wards: Int32Array.from(wards),
    wardUnits: {
      low: Float64Array.from(low),
      mid: Float64Array.from(low, (value, i) => value + MIDDLE_PART * (high[i] - value)),
      high: Float64Array.from(high),
    },
  };
}
