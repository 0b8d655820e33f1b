import type { ShareAnswers } from '../coverage/layer-answers.ts';
import type { PremisesTable } from '../premises/premises-table.ts';

/**
 * Whether a share layer's areas are coarser than the wards: fewer areas than wards hold premises. Such a share says the
 * same of several wards and ranks none of them.
 */
export function isCoarserThanWards(
  shares: ShareAnswers,
  premises: PremisesTable,
  wardOf: Int32Array,
): boolean {
  const areas = new Set<number>();
  const wards = new Set<number>();
  for (let i = 0; i < premises.count; i++) {
    if (shares.area[i] < 0) continue;
    areas.add(shares.area[i]);
    if (wardOf[i] >= 0) wards.add(wardOf[i]);
  }
  return areas.size > 0 && areas.size < wards.size;
}
