import { placeEnd } from '../radio/place-end.ts';
import type { RooftopSite } from '../radio/rooftop-site.ts';
import type { HeightModel } from '../terrain/height-model.ts';
import { HeightsRefused } from '../terrain/heights-refused.ts';
import type { Roofs } from '../terrain/roofs.ts';
import type { SiteFacts } from './site-facts.ts';

export type RoofHeights = Pick<SiteFacts, 'buildingMetres' | 'apparatusMetres' | 'overBuildingMetres'>;

/**
 * How high a site's building is and how far its antenna stands over it; null where the heights do not tell. The top of the
 * antenna counts as the top of the apparatus. Needs `loadGrid` where there is a model.
 */
export function roofHeights(site: RooftopSite, model: HeightModel | null, roofs: Roofs | null): RoofHeights {
  const overRoof = site.above === 'surface' ? Math.max(0, site.antennaMetres) : null;
  const end = model && placed(site, model);
  if (!end) return { buildingMetres: null, apparatusMetres: overRoof, overBuildingMetres: null };
  const { seaMetres, surfaceMetres, groundMetres } = end;
  const building = roofs?.at(site.lon, site.lat) ?? -1;
  const top = building >= 0 ? (roofs?.pointsOf(building).at(0)?.surfaceMetres ?? null) : null;
  return {
    buildingMetres: top === null || groundMetres === null ? null : Math.max(0, top - groundMetres),
    apparatusMetres:
      overRoof ??
      (seaMetres === null || surfaceMetres === null ? null : Math.max(0, seaMetres - surfaceMetres)),
    overBuildingMetres: top === null || seaMetres === null ? null : seaMetres - top,
  };
}

/** Heights above ground are refused where no ground model is loaded: they are not known then. */
function placed(site: RooftopSite, model: HeightModel): ReturnType<typeof placeEnd> | null {
  try {
    return placeEnd(site, model);
  } catch (error) {
    if (error instanceof HeightsRefused) return null;
    throw error;
  }
}
