import { Random } from '../ground/random.ts';
import { buildHouses } from './houses.ts';
import { landscapeOf } from './landscape.ts';
import { mainRoadsOf } from './main-roads.ts';
import { isOnSite, settlementsFor, siteFor } from './site.ts';
import { nameStreets } from './street-names.ts';
import { growStreets } from './streets.ts';
import type { TownPlan } from './town-plan.ts';
import { zonesOf } from './zones.ts';

/** Plans a borough of about `premises` premises: the same seed gives the same plan to the last centimetre. */
export function townPlanOf(premises: number, seed: string): TownPlan {
  const site = siteFor(premises, seed);
  const settlements = settlementsFor(site, premises, seed);
  const landscape = landscapeOf(site, settlements, seed);
  const zones = zonesOf(site, settlements, landscape, seed);
  const mainRoads = mainRoadsOf(site, settlements, zones, seed);
  const net = growStreets(settlements, mainRoads, zones, landscape, seed);
  const houses = buildHouses(settlements, net, zones, landscape, {
    seed,
    premises,
    allowed: (position) => isOnSite(site, position, 450),
  });
  const used = new Set(houses.premises.map((one) => one.street));
  nameStreets(
    net.streets,
    { mainRoads, settlements, zones, premises: houses.premises },
    new Random(`${seed} street names`),
  );
  return {
    site,
    settlements,
    zones,
    rivers: landscape.rivers,
    railways: landscape.railways,
    // A back street nobody lives in was never built.
    streets: net.streets.filter((street) => used.has(street.index) || street.character === 'rural'),
    buildings: houses.buildings,
    premises: houses.premises.map((one) => ({
      ...one,
      address: `${one.address} ${net.streets[one.street].name}`,
    })),
  };
}
