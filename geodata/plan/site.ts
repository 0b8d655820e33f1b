import { noiseOf } from '../ground/noise.ts';
import { at, distanceMetres, headingTo, type Position } from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import { PlaceNames } from './names.ts';
import type { Settlement, Site } from './town-plan.ts';

/** Ground for `premises`: about half a hectare each, as in a borough of one town and its villages. */
export function siteFor(premises: number, seed: string): Site {
  const radiusMetres = Math.round(Math.sqrt((premises * 5000) / Math.PI));
  const waviness = noiseOf(`${seed} edge`, 1.1);
  return {
    centre: CENTRE,
    radiusMetres,
    reach: (heading) =>
      radiusMetres *
      (1 +
        0.2 * waviness(2 * Math.cos(heading), 2 * Math.sin(heading)) +
        0.07 * waviness(9 * Math.cos(heading), 9 * Math.sin(heading) + 50)),
  };
}

/** Whether a position lies within the site's edge, `marginMetres` from it at least. */
export function isOnSite(site: Site, position: Position, marginMetres: number): boolean {
  return distanceMetres(site.centre, position) + marginMetres <= site.reach(headingTo(site.centre, position));
}

/** Towns by falling size, then villages: together 97 of 100 premises; the rest stands along lanes. */
export function settlementsFor(site: Site, premises: number, seed: string): Settlement[] {
  const random = new Random(`${seed} settlements`);
  const names = new PlaceNames(new Random(`${seed} names`));
  const placed: Settlement[] = [];
  for (const size of settlementSizes(premises, random)) {
    const kind = size >= 2500 ? 'town' : 'village';
    const radiusMetres = Math.sqrt(size / (kind === 'town' ? 2150e-6 : 1050e-6) / Math.PI);
    const centre =
      placed.length === 0
        ? at(site.centre[0] - 0.12 * site.radiusMetres, site.centre[1] + 0.05 * site.radiusMetres)
        : roomFor(radiusMetres, site, placed, random);
    if (centre)
      placed.push({
        index: placed.length,
        name: names.next(kind),
        kind,
        centre,
        premises: size,
        radiusMetres,
      });
  }
  return placed;
}

/**
 * The middle of nowhere in particular: farmland in the east Midlands, so that longitudes, latitudes and grid
 * references look as they would in England. Nothing of the real place is used.
 */
const CENTRE: Position = [482000, 338000];

function settlementSizes(premises: number, random: Random): number[] {
  const largest = Math.min(0.61 * premises, 60_000);
  const sizes = [Math.round(largest)];
  let left = 0.75 * premises - largest;
  for (let rank = 2; left >= 2500; rank++) {
    const size = Math.min(left, largest / rank ** 0.7);
    sizes.push(Math.round(size));
    left -= size;
  }
  for (let villages = 0.22 * premises + left; villages > 80; ) {
    const size = Math.min(
      villages,
      Math.round(random.chance(0.15) ? random.between(700, 1200) : random.between(120, 620)),
    );
    sizes.push(Math.round(size));
    villages -= size;
  }
  return sizes;
}

/** Of many places with room, the one furthest from its neighbours for its size; null where there is none. */
function roomFor(
  radiusMetres: number,
  site: Site,
  placed: readonly Settlement[],
  random: Random,
): Position | null {
  let best: Position | null = null;
  let bestGap = 150;
  for (let attempt = 0; attempt < 60; attempt++) {
    const heading = random.between(-Math.PI, Math.PI);
    const out = Math.sqrt(random.next()) * site.radiusMetres * 1.2;
    const place = at(site.centre[0] + out * Math.cos(heading), site.centre[1] + out * Math.sin(heading));
    if (!isOnSite(site, place, 1.25 * radiusMetres + 550)) continue;
    let gap = Number.POSITIVE_INFINITY;
    for (const other of placed)
      gap = Math.min(
        gap,
        distanceMetres(place, other.centre) - 1.25 * (radiusMetres + other.radiusMetres) - 250,
      );
    // Not the loneliest spot of all: villages stand unevenly.
    const wish = Math.min(gap, 1200) * random.between(0.6, 1);
    if (wish > bestGap) {
      best = place;
      bestGap = wish;
    }
  }
  return best;
}
