import { rangeOf } from '../project/range.ts';
import type { ConsentFinding, ConsentVerdict } from './consent-hint.ts';
import { isOnDesignatedLand } from './designated-land.ts';
import { ENGLAND_CONSULTED, LEWES_GUIDANCE, SCOTLAND_CIRCULAR } from './rule-sources.ts';
import type { SiteFacts } from './site-facts.ts';

/** From this height over the building an antenna asked for prior approval. */
const ANTENNA_OVER_METRES = 6;

/** The authority has 56 days, and silence is consent (Rother District Council, Telecommunications masts, of after April 2022). */
const WEEKS = rangeOf(8, 8, 8, 'weeks', 'published');

/** Must siting and appearance be approved by the planning authority before work begins? */
export function priorApproval(facts: SiteFacts): ConsentFinding {
  const { applies, why } = judge(facts);
  const { nation } = facts;
  return {
    rule: 'prior-approval',
    kind: 'planning prior approval',
    title: 'Prior approval of siting and appearance',
    says: `A mast on a building, an antenna ${ANTENNA_OVER_METRES} m or more over it, and apparatus on article 2(3) land are permitted only once the planning authority has approved, or let pass, where they stand and how they look (England; it has 56 days).`,
    applies,
    why,
    owner: 'Local planning authority',
    weeks: nation === 'England' ? WEEKS : null,
    ruleDate:
      nation === 'England' ? ENGLAND_CONSULTED.date : nation === 'Scotland' ? SCOTLAND_CIRCULAR.date : null,
    source: nation === 'England' ? LEWES_GUIDANCE : nation === 'Scotland' ? SCOTLAND_CIRCULAR : null,
    assumed:
      nation === 'England'
        ? 'Whether small masts outside article 2(3) land are spared since 2022, as was consulted on, is not sourced.'
        : null,
  };
}

function judge(facts: SiteFacts): { applies: ConsentVerdict; why: string } {
  const { nation, apparatusMetres: apparatus, overBuildingMetres: over } = facts;
  if (nation === null)
    return { applies: 'not known', why: 'The nation is not known: the site lies in no loaded ward.' };
  if (nation !== 'England')
    return { applies: 'not known', why: `What ${nation} asks for on buildings was not found in a source.` };
  if (isOnDesignatedLand(facts) === 'yes')
    return { applies: 'yes', why: 'The site is on article 2(3) land.' };
  if (over !== null && over >= ANTENNA_OVER_METRES)
    return { applies: 'yes', why: `The top is ${ANTENNA_OVER_METRES} m or more over the building.` };
  if (apparatus === 0 && isOnDesignatedLand(facts) === 'no')
    return {
      applies: 'no',
      why: 'There is no mast, and the site is on no article 2(3) land of the loaded files.',
    };
  return {
    applies: 'not known',
    why:
      apparatus === 0
        ? 'There is no mast; whether the site is on article 2(3) land is not known.'
        : 'A mast asked for it until 2022; whether one as low as this still does is not known.',
  };
}
