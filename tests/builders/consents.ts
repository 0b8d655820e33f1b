import { DESIGNATIONS, type DesignationFound, type SiteFacts } from '../../src/domain/consents/site-facts.ts';
import type { RooftopSite } from '../../src/domain/radio/rooftop-site.ts';

/** A place on a roof that nobody said anything against. */
export const ROOF: RooftopSite = {
  id: 'site-1',
  name: 'Town Hall',
  lon: -1.2,
  lat: 52.9,
  antennaMetres: 3,
  above: 'surface',
  fromContentId: null,
  owner: null,
  overrides: [],
};

/** Every designation in one state, but for those that are given another. */
export function designationsIn(
  state: DesignationFound['state'],
  others: Partial<Record<DesignationFound['designation'], DesignationFound['state']>> = {},
): DesignationFound[] {
  return DESIGNATIONS.map((designation) => ({
    designation,
    state: others[designation] ?? state,
    names: [],
    fileNames: (others[designation] ?? state) === 'no data' ? [] : [`${designation}.geojson`],
  }));
}

/** England, a building of 20 m, a mast of 3 m on its highest part, no protected land, no radio. */
export function factsOf(given: Partial<SiteFacts> = {}): SiteFacts {
  return {
    nation: 'England',
    buildingMetres: 20,
    apparatusMetres: 3,
    overBuildingMetres: 3,
    designations: designationsIn('outside'),
    device: null,
    ...given,
  };
}
