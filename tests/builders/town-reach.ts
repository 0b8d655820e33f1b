import { ROW_NO, ROW_NOT_KNOWN, ROW_SHARE, ROW_YES } from '../../src/domain/not-spots/count-shares.ts';
import type { PremisesTable } from '../../src/domain/premises/premises-table.ts';
import type { LinkEnd } from '../../src/domain/radio/link-end.ts';
import type { ReachAnswer } from '../../src/domain/radio/reach-answer.ts';
import { reachOfRoof } from '../../src/domain/radio/reach-of-roof.ts';
import type { RooftopSite } from '../../src/domain/radio/rooftop-site.ts';
import type { SeesAnswer } from '../../src/domain/radio/sees-answer.ts';
import { seesSites } from '../../src/domain/radio/sees-sites.ts';
import { Roofs } from '../../src/domain/terrain/roofs.ts';
import { seededTown } from '../bench/seeded-town.ts';
import { premisesAt, squareFootprints } from './footprints.ts';
import { lastOf } from './last-of.ts';
import { endAt, linkGround } from './link-ground.ts';

const SIDE = 400;
const town = seededTown({ side: SIDE, cellMetres: 2, seed: 3 });
// Blocks begin every 40 m.
const blocks = Array.from({ length: 100 }, (_, i) => [80 * (i % 10), 80 * Math.floor(i / 10)] as const);
const places = blocks.map(([x, y], i) => [x + 5, y + 5, 1 + (i % 3)] as const);

/** The premises of a small made-up town; every fourth is a not-spot, no not-spot, not known, or likely one. */
export const townPremises: PremisesTable = premisesAt(town, places);

/** A roof in the middle of the town. */
export function townSite(antennaMetres = 12): LinkEnd {
  return endAt(town, [400.5, 400.5], antennaMetres, { name: 'Town Hall' });
}

/** The same as a project holds it. */
export function townRooftop(id = 'site-1', antennaMetres = 12): RooftopSite {
  return { id, ...townSite(antennaMetres), fromContentId: null, owner: null, overrides: [] };
}

function ground() {
  const { model, meter } = linkGround(town);
  return { model, meter, roofs: new Roofs(squareFootprints(town, blocks, 14), town) };
}

/** What the roof reaches, reckoned by the domain. */
export function townReach(
  given: {
    readonly radiusMetres?: number;
    readonly isCounted?: boolean;
    readonly antennaMetres?: number;
  } = {},
): ReachAnswer {
  const { radiusMetres = 350, isCounted = true, antennaMetres } = given;
  const states = [ROW_YES, ROW_NO, ROW_NOT_KNOWN, ROW_SHARE];
  const analysis = {
    rowState: Uint8Array.from(places, (_, i) => states[i % 4]),
    rowChance: Uint8Array.from(places, (_, i) => (i % 4 === 3 ? 25 : 0)),
    recipeWords: 'no gigabit',
  };
  return lastOf(
    reachOfRoof(
      { site: townSite(antennaMetres), radiusMetres, mostMastMetres: 30 },
      { ...ground(), premises: townPremises, analysis: isCounted ? analysis : null },
    ),
  );
}

/** What one premises of the town sees of these sites. */
export function townSees(sites: readonly RooftopSite[], row = 12): SeesAnswer {
  const [x, y] = places[row];
  const { lon, lat } = endAt(town, [x, y], 0);
  return lastOf(seesSites({ ...ground(), sites, from: { name: 'Bakery', lon, lat } }));
}
