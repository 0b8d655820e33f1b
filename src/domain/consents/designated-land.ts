import type { Source } from '../project/figure.ts';
import type { ConsentFinding, ConsentVerdict } from './consent-hint.ts';
import type { Nation } from './nation.ts';
import { ENGLAND_ARTICLE_2_3, NORTHERN_IRELAND_DESIGNATED, SCOTLAND_CIRCULAR } from './rule-sources.ts';
import type { Designation, DesignationFound, SiteFacts } from './site-facts.ts';

interface LandRule {
  /** What the nation calls it. */
  readonly name: string;
  readonly holds: string;
  readonly designations: readonly Designation[];
  readonly source: Source | null;
  readonly assumed: string | null;
}

const COMMON: readonly Designation[] = ['conservation area', 'national park', 'outstanding natural beauty'];

const RULES: Readonly<Record<Nation, LandRule>> = {
  England: {
    name: 'Article 2(3) land',
    holds:
      'conservation areas, areas of outstanding natural beauty, national parks, the Broads, World Heritage Sites and land under section 41(3) of the Wildlife and Countryside Act 1981',
    designations: [...COMMON, 'world heritage site', 'other protected land'],
    source: ENGLAND_ARTICLE_2_3,
    assumed: null,
  },
  Wales: {
    name: 'Article 1(5) land',
    holds: 'conservation areas, national parks, areas of outstanding natural beauty and World Heritage Sites',
    designations: [...COMMON, 'world heritage site', 'other protected land'],
    source: null,
    assumed: 'The list is assumed to be England’s: Schedule 1 to the Order of 1995 was not at hand.',
  },
  Scotland: {
    name: 'Designated areas of Class 67(2)',
    holds:
      'National Scenic Areas, National Parks, conservation areas, historic gardens or designed landscapes, Sites of Special Scientific Interest, historic battlefields and others',
    designations: [...COMMON, 'world heritage site', 'other protected land'],
    source: SCOTLAND_CIRCULAR,
    assumed: null,
  },
  'Northern Ireland': {
    name: 'Designated areas',
    holds:
      'conservation areas, areas of outstanding natural beauty, areas of special scientific interest and national parks',
    designations: [...COMMON, 'other protected land'],
    source: NORTHERN_IRELAND_DESIGNATED,
    assumed: 'The definition read is that of 2006; that of 2015 is assumed to be the same.',
  },
};

/** Is the site on land where permitted development is narrower? */
export function designatedLand(facts: SiteFacts): ConsentFinding {
  const { nation } = facts;
  const rule = RULES[nation ?? 'England'];
  const applies = isOnDesignatedLand(facts);
  return {
    rule: 'designated-land',
    kind: 'planning prior approval',
    title: nation === null ? 'Protected land' : rule.name,
    says: `Permitted development is narrower, or none, in ${rule.holds}.`,
    applies,
    why: whyOf(asked(facts), applies),
    owner: 'Local planning authority',
    weeks: null,
    ruleDate: nation === null ? null : (rule.source?.date ?? null),
    source: nation === null ? null : rule.source,
    assumed: nation === null ? 'Which nation’s list rules is not known; England’s is asked.' : rule.assumed,
  };
}

/** 'no' only where files of every designation on the nation's list reach the place and none holds it. */
export function isOnDesignatedLand(facts: SiteFacts): ConsentVerdict {
  const found = asked(facts);
  if (found.some(({ state }) => state === 'inside')) return 'yes';
  return found.every(({ state }) => state === 'outside') ? 'no' : 'not known';
}

function asked({ nation, designations }: SiteFacts): readonly DesignationFound[] {
  const wanted = RULES[nation ?? 'England'].designations;
  return designations.filter(({ designation }) => wanted.includes(designation));
}

function whyOf(found: readonly DesignationFound[], applies: ConsentVerdict): string {
  const holding = found.filter(({ state }) => state === 'inside');
  if (holding.length > 0)
    return `${holding.map(({ designation, names }) => [designation, ...names].join(' ')).join(', ')}.`;
  if (applies === 'no') return 'None of the loaded files of protected land holds the site.';
  const lacking = found.filter(({ state }) => state !== 'outside').map(({ designation }) => designation);
  return `No file says so, but none that reaches the site is loaded of: ${lacking.join(', ')}.`;
}
