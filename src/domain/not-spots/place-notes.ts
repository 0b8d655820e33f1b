import type { AreaTable } from '../geo/area-table.ts';
import type { PremisesTable } from '../premises/premises-table.ts';
import { counted } from '../tables/issue-collector.ts';
import type { AnalysisNote } from './analysis.ts';
import type { WardMembership } from './ward-membership.ts';

/** What to know of where the premises lie: in two wards at once, or in none. */
export function placeNotes(
  premises: PremisesTable,
  membership: WardMembership,
  wards: AreaTable,
): AnalysisNote[] {
  const notes: AnalysisNote[] = [];
  if (membership.overlapped > 0) {
    const rows = counted(membership.overlapped, 'row');
    const text = `${rows} in two or more wards or on a shared border; each is counted once, in the ward with the lowest code.`;
    notes.push({ kind: 'ward-overlap', text, count: membership.overlapped, layerId: null });
  }
  const outside = membership.wardOf.reduce((sum, ward) => sum + (ward < 0 ? 1 : 0), 0);
  if (outside > 0 && wards.codes.length > 0) {
    const text = `${counted(outside, 'row')} of ${counted(premises.count, 'row')} outside every ward, counted apart.`;
    notes.push({ kind: 'outside-wards', text, count: outside, layerId: null });
  }
  return notes;
}
