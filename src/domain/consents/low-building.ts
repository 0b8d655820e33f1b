import type { ConsentFinding, ConsentVerdict } from './consent-hint.ts';
import { isOnDesignatedLand } from './designated-land.ts';
import { MAST_CASE } from './rule-sources.ts';
import type { SiteFacts } from './site-facts.ts';

/** Masts on lower buildings are asked how far the highway is. */
const LOW_BUILDING_METRES = 15;
const HIGHWAY_METRES = 20;

/** Is it a mast on a low building, which may stand too near a highway? England's rule. */
export function lowBuilding(facts: SiteFacts): ConsentFinding {
  const { applies, why } = judge(facts);
  const isEngland = facts.nation === 'England';
  return {
    rule: 'low-building',
    kind: 'planning prior approval',
    title: 'Mast on a low building near a highway',
    says: `On a building below ${LOW_BUILDING_METRES} m, a mast within ${HIGHWAY_METRES} m of a highway is not permitted development on article 2(3) land, and elsewhere needs prior approval (England).`,
    applies,
    why,
    owner: 'Local planning authority',
    weeks: null,
    ruleDate: isEngland ? MAST_CASE.date : null,
    source: isEngland ? MAST_CASE : null,
    assumed: isEngland
      ? 'The source is of before April 2022, when such a mast needed an application anywhere. That it now needs prior approval alone outside article 2(3) land, as was consulted on, is assumed.'
      : null,
  };
}

function judge(facts: SiteFacts): { applies: ConsentVerdict; why: string } {
  const { nation, buildingMetres: building, apparatusMetres: apparatus } = facts;
  if (nation === null)
    return { applies: 'not known', why: 'The nation is not known: the site lies in no loaded ward.' };
  if (nation !== 'England') return { applies: 'not known', why: 'Such a rule was sought for England alone.' };
  if (apparatus === 0) return { applies: 'no', why: 'There is no mast.' };
  if (building === null) return { applies: 'not known', why: 'The height of the building is not known.' };
  if (building >= LOW_BUILDING_METRES)
    return { applies: 'no', why: `The building has ${LOW_BUILDING_METRES} m or more.` };
  const land = isOnDesignatedLand(facts) === 'yes' ? ' The site is on article 2(3) land.' : '';
  return {
    applies: 'not known',
    why: `The building is below ${LOW_BUILDING_METRES} m; how far the highway is was not measured.${land}`,
  };
}
