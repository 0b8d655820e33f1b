import type { RoofRanking } from '../../domain/plan/barrier-ledger.ts';
import type { RadioDesign } from '../../domain/plan/radio-design.ts';
import type { RoofLookName } from './plan-looks.ts';

/** A roof as the map of a plan draws it. */
export interface PlanRoof {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly look: `roof:${RoofLookName}`;
}

/** The hubs of a design, and those ranked roofs that something keeps from being used. */
export function planRoofs(radio: RadioDesign | null, ranking: RoofRanking | null): readonly PlanRoof[] {
  const kept = KEPT.find((one) => one.radio === radio && one.ranking === ranking);
  if (kept) return kept.roofs;
  const roofs = roofsOf(radio, ranking);
  // Two maps are drawn at a time, again and again.
  KEPT.unshift({ radio, ranking, roofs });
  KEPT.splice(4);
  return roofs;
}

const KEPT: {
  readonly radio: RadioDesign | null;
  readonly ranking: RoofRanking | null;
  readonly roofs: readonly PlanRoof[];
}[] = [];

function roofsOf(radio: RadioDesign | null, ranking: RoofRanking | null): readonly PlanRoof[] {
  const hubs = (radio?.hubs ?? []).map(
    ({ roof: { id, name, lon, lat }, backhaul }): PlanRoof => ({
      id,
      name,
      lon,
      lat,
      look: `roof:${backhaul.kind}`,
    }),
  );
  const built = new Set(hubs.map(({ id }) => id));
  const barred = (ranking?.roofs ?? [])
    .filter(({ roof, barredBy }) => barredBy !== null && !built.has(roof))
    .map(({ roof, name, lon, lat }): PlanRoof => ({ id: roof, name, lon, lat, look: 'roof:barred' }));
  return [...barred, ...hubs];
}
