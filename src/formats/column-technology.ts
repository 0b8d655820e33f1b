import type { Confidence, Technology } from '../domain/coverage/layer.ts';

/** What a column's name or a cell says it is about. */
export interface NamedTechnology {
  readonly technology: Technology;
  readonly operator: string | null;
  readonly confidence: Confidence | null;
}

/**
 * Technology, operator and confidence in a name such as "SFBB availability (% premises)", "5g-northlink high" or
 * "current_gigabit"; null where it names none, or says the opposite (unable to receive) or the future (planned).
 */
export function technologyInName(name: string): NamedTechnology | null {
  const spelt = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^a-zA-Z0-9]+/g, ' ')
    .trim();
  const words = spelt.toLowerCase();
  if (NOT_NOW.test(words)) return null;
  const known = TECHNOLOGIES.find(({ pattern }) => pattern.test(words));
  if (!known) return null;
  const confidence = /\bvery high\b/.test(words) ? 'very-high' : /\bhigh\b/.test(words) ? 'high' : null;
  const rest = words
    .replace(known.pattern, ' ')
    .split(' ')
    .filter((word) => word !== '' && !PLAIN_WORDS.has(word) && !/^\d+$/.test(word));
  // A company is called as the file spells it: "EE", not "ee".
  const asSpelt = new Map(spelt.split(' ').map((word) => [word.toLowerCase(), word]));
  const operator = rest.map((word) => asSpelt.get(word) ?? word).join('-');
  return { technology: known.technology, operator: operator || null, confidence };
}

/** In order: the narrower name before the wider. Ofcom's spellings by release are in its own column lists. */
const TECHNOLOGIES: readonly { readonly technology: Technology; readonly pattern: RegExp }[] = [
  { technology: 'gigabit', pattern: /\b(?:gigabit|gig|1000 ?mbit|1 ?gbit)\b/ },
  { technology: 'full-fibre', pattern: /\b(?:full fibre|fttp|fibre to the premises)\b/ },
  { technology: 'ultrafast-100', pattern: /\b(?:(?:ufbb|ultrafast) ?100(?: ?mbit s)?|100 ?mbit)\b/ },
  { technology: 'ultrafast', pattern: /\b(?:ufbb|ultrafast|300 ?mbit)\b/ },
  { technology: 'superfast', pattern: /\b(?:sfbb|superfast|30 ?mbit)\b/ },
  { technology: 'decent', pattern: /\b(?:decent|10 ?mbit)\b/ },
  { technology: '5g-sa', pattern: /\b5g (?:sa|standalone)\b/ },
  { technology: '5g', pattern: /\b5g\b/ },
  { technology: '4g-indoor', pattern: /\b(?:4g|lte)\b(?=.*\bindoors?\b)/ },
  { technology: '4g', pattern: /\b(?:4g|lte)\b/ },
  { technology: 'fwa', pattern: /\b(?:fwa|fixed wireless(?: access)?)\b/ },
  { technology: 'radio', pattern: /\b(?:rooftop radio|rooftop|radio)\b/ },
];

const NOT_NOW = /\b(?:unable|below|without|not|no|future|planned|upload|download|speed|white|grey|black)\b/;

/** Words that name no company. */
const PLAIN_WORDS = new Set(
  'a able any are at available availability broadband can capable confidence count coverage covered current currently from has have high in indoor indoors is its number of or out outdoor outdoors pct per percent percentage prem premises service share spot status the to very with capability band line lines fixed mobile network s mbit flag yes'.split(
    ' ',
  ),
);
