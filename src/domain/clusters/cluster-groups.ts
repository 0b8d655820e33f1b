import { ROW_YES } from '../not-spots/count-shares.ts';
import { MIDDLE_PART } from '../not-spots/middle-part.ts';
import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';
import type { ClusterQuestion } from './cluster-question.ts';
import type { NotSpotClusters, NotSpotCount, UnitRanges } from './not-spot-clusters.ts';

/** The groups that are clusters in their order, and the rest. */
export type ClusterGroups = Pick<
  NotSpotClusters,
  'count' | 'ids' | 'size' | 'rowStarts' | 'rows' | 'scattered' | 'all'
>;

/** The premises that the rows are of, and the answer of each. */
interface GroupedRows {
  readonly premises: PremisesTable;
  readonly rowState: Uint8Array;
}

/**
 * Sorts groups of not-spot rows (`group[i]` of `rows[i]`, as joinNear gives them) into clusters and scattered ones. Most
 * not-spots first: by the middle, then by the upper bound, then from west to east and south to north.
 */
export function clusterGroups(
  rows: Uint32Array,
  group: Uint32Array,
  { premises, rowState, leastUnits }: GroupedRows & Pick<ClusterQuestion, 'leastUnits'>,
): ClusterGroups {
  const low = new Float64Array(rows.length);
  const high = new Float64Array(rows.length);
  const members = new Uint32Array(rows.length);
  const first = Int32Array.from(rows, () => -1);
  for (let i = 0; i < rows.length; i++) {
    const g = group[i];
    const units = unitsAt(premises, rows[i]);
    if (rowState[rows[i]] === ROW_YES) low[g] += units;
    high[g] += units;
    members[g]++;
    if (first[g] < 0 || isWest(premises, rows[i], first[g])) first[g] = rows[i];
  }
  const middle = (g: number): number => low[g] + MIDDLE_PART * (high[g] - low[g]);
  const roots = Array.from(group.keys()).filter((i) => group[i] === i);
  const chosen = roots
    .filter((g) => middle(g) >= leastUnits)
    .sort(
      (a, b) => middle(b) - middle(a) || high[b] - high[a] || (isWest(premises, first[a], first[b]) ? -1 : 1),
    );
  const numberOf = Int32Array.from(rows, () => -1);
  const rowStarts = new Uint32Array(chosen.length + 1);
  chosen.forEach((g, c) => {
    numberOf[g] = c;
    rowStarts[c + 1] = rowStarts[c] + members[g];
  });
  const next = rowStarts.slice(0, chosen.length);
  const clusterRows = new Uint32Array(rowStarts[chosen.length]);
  // Rows come ascending, so each cluster's do.
  for (let i = 0; i < rows.length; i++) {
    const c = numberOf[group[i]];
    if (c >= 0) clusterRows[next[c]++] = rows[i];
  }
  const countOf = (groups: readonly number[]): NotSpotCount => ({
    rows: groups.reduce((sum, g) => sum + members[g], 0),
    low: groups.reduce((sum, g) => sum + low[g], 0),
    mid: groups.reduce((sum, g) => sum + middle(g), 0),
    high: groups.reduce((sum, g) => sum + high[g], 0),
  });
  const size: UnitRanges = {
    low: Float64Array.from(chosen, (g) => low[g]),
    mid: Float64Array.from(chosen, middle),
    high: Float64Array.from(chosen, (g) => high[g]),
  };
  return {
    count: chosen.length,
    ids: chosen.map((g) => idOf(premises, first[g])),
    size,
    rowStarts,
    rows: clusterRows,
    scattered: countOf(roots.filter((g) => numberOf[g] < 0)),
    all: countOf(roots),
  };
}

/** Whether a row stands before another from west to east, then from south to north; rows at one place: the lower one. */
function isWest({ easting, northing }: PremisesTable, one: number, other: number): boolean {
  return (
    easting[one] - easting[other] < 0 ||
    (easting[one] === easting[other] &&
      (northing[one] < northing[other] || (northing[one] === northing[other] && one < other)))
  );
}

/**
 * The place of a cluster's westernmost premises in whole grid metres: "e412345-n301234". No other cluster can have it, for
 * they are farther apart than that.
 */
function idOf({ easting, northing }: PremisesTable, row: number): string {
  return `e${wordOf(easting[row])}-n${wordOf(northing[row])}`;
}

function wordOf(metres: number): string {
  const whole = Math.round(metres);
  return whole < 0 ? `m${-whole}` : String(whole);
}
