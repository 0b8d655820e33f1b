import type { Area } from '../areas/areas-of.ts';
import { Random } from '../ground/random.ts';

/** What a council might know of need in a ward. */
export interface WardNeed {
  readonly ward: Area;
  /** An index of deprivation, more is worse, one decimal. */
  readonly deprivation: string;
  /** Adults who are not online, per cent, one decimal. */
  readonly offlinePercent: string;
  /** Firms of fewer than 250 staff. */
  readonly smallFirms: string;
}

/** Needs of every ward, made up. */
export function wardNeeds(wards: readonly Area[], seed: string): WardNeed[] {
  const random = new Random(`${seed} needs`);
  return wards.map((ward) => {
    const deprivation = random.between(6, 46);
    return {
      ward,
      deprivation: deprivation.toFixed(1),
      offlinePercent: (4 + 0.3 * deprivation + random.between(-2, 4)).toFixed(1),
      smallFirms: String(random.whole(60, 640)),
    };
  });
}
