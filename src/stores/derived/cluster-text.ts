import type { NotSpotClusters, UnitRanges } from '../../domain/clusters/not-spot-clusters.ts';
import { count } from '../../domain/not-spots/headline.ts';
import { PREMISES_USES } from '../../domain/premises/premises-use.ts';

/** "312", or "About 312" where it is a range. */
export function unitsText({ low, mid, high }: UnitRanges, at: number): string {
  return low[at] === high[at] ? count(mid[at]) : `About ${count(mid[at])}`;
}

/** "312", of a range the middle: where there is no room for more. */
export function middleText({ mid }: UnitRanges, at: number): string {
  return count(mid[at]);
}

/** "300–324"; null for an exact count. */
export function bandText({ low, high }: UnitRanges, at: number): string | null {
  return low[at] === high[at] ? null : `${count(low[at])}–${count(high[at])}`;
}

/** "84 m", "1,240 m"; "none" where there is no such premises. */
export function nearestText(metres: number): string {
  if (Number.isNaN(metres)) return 'none';
  return metres < 1 ? 'under 1\u00a0m' : `${count(metres)}\u00a0m`;
}

/** "0.42 ha", "12.6 ha", "184 ha" */
export function hectaresText(squareMetres: number): string {
  const hectares = squareMetres / 10_000;
  const digits = hectares < 9.95 ? 2 : hectares < 99.5 ? 1 : 0;
  return `${hectares.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })}\u00a0ha`;
}

/** The wards of a cluster by name, most not-spots first. */
export function wardNamesOf(clusters: NotSpotClusters, cluster: number): string[] {
  const { wards, wardStarts, wardNames, wardCodes } = clusters;
  return Array.from(
    wards.subarray(wardStarts[cluster], wardStarts[cluster + 1]),
    (ward) => (wardNames[ward] || wardCodes[ward]) ?? 'Outside the wards',
  );
}

/** Not-spots of a cluster by use; null where no column tells uses. */
export function unitsOfUse(
  { uses }: NotSpotClusters,
  cluster: number,
  use: (typeof PREMISES_USES)[number],
): number | null {
  return uses ? uses.units[cluster * PREMISES_USES.length + PREMISES_USES.indexOf(use)] : null;
}
