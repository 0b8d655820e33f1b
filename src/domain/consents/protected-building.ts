import type { Source } from '../project/figure.ts';
import type { ConsentFinding, ConsentVerdict } from './consent-hint.ts';
import type { Nation } from './nation.ts';
import { LISTED_ENGLAND, LISTED_NORTHERN_IRELAND, LISTED_SCOTLAND, LISTED_UK } from './rule-sources.ts';
import type { Designation, DesignationFound, SiteFacts } from './site-facts.ts';

const LISTED: Readonly<Record<Nation, Source>> = {
  England: LISTED_ENGLAND,
  Wales: LISTED_UK,
  Scotland: LISTED_SCOTLAND,
  'Northern Ireland': LISTED_NORTHERN_IRELAND,
};

/** Is the building listed? */
export function listedBuilding(facts: SiteFacts): ConsentFinding {
  const source = facts.nation === null ? LISTED_UK : LISTED[facts.nation];
  return {
    rule: 'listed-building',
    kind: 'listed building or conservation area',
    title: 'Listed building consent',
    says: 'Works that alter a listed building in a way that affects its character need listed building consent; doing them without is a criminal offence, and permitted development does not spare it.',
    ...found(facts, 'listed building'),
    owner: 'Local planning authority',
    weeks: null,
    ruleDate: source.date,
    source,
    assumed: null,
  };
}

/** Does the site lie in a conservation area? */
export function conservationArea(facts: SiteFacts): ConsentFinding {
  return {
    rule: 'conservation-area',
    kind: 'listed building or conservation area',
    title: 'Conservation area',
    says: 'In a conservation area, permitted development is narrower, and the planning authority pays special regard to how the area looks.',
    ...found(facts, 'conservation area'),
    owner: 'Local planning authority',
    weeks: null,
    ruleDate: LISTED_UK.date,
    source: LISTED_UK,
    assumed: null,
  };
}

function found(
  { designations }: SiteFacts,
  wanted: Designation,
): { readonly applies: ConsentVerdict; readonly why: string } {
  const one = designations.find(({ designation }) => designation === wanted);
  if (!one || one.state === 'no data')
    return {
      applies: 'not known',
      why: `No file of ${PLURAL[wanted]} that reaches the site is loaded. No data found is not none.`,
    };
  return { applies: VERDICTS[one.state], why: whyOf(one) };
}

const VERDICTS = { inside: 'yes', outside: 'no', near: 'not known' } as const;

const PLURAL: Readonly<Partial<Record<Designation, string>>> = {
  'listed building': 'listed buildings',
  'conservation area': 'conservation areas',
};

function whyOf({ designation, state, names, fileNames }: DesignationFound): string {
  const files = fileNames.join(', ');
  const named = names.length > 0 ? `: ${names.join(', ')}` : '';
  if (state === 'inside') return `${files} has the site in a ${designation}${named}.`;
  if (state === 'near')
    return `${files} has a ${designation} close by${named}; whether it is this building is not known.`;
  return `${files} has no ${designation} here.`;
}
