import type { Confidence, LayerRecord, Technology } from './layer.ts';

/** Technologies the app knows words and colours for; any other name works too and is shown as written. */
const KNOWN: readonly {
  readonly technology: Technology;
  readonly label: string;
  readonly definition: string;
}[] = [
  {
    technology: 'gigabit',
    label: 'gigabit',
    definition: 'a fixed line that can give at least 1,000 Mbit/s down (Ofcom)',
  },
  { technology: 'full-fibre', label: 'full fibre', definition: 'fibre all the way to the premises' },
  {
    technology: 'ultrafast',
    label: 'ultrafast',
    definition: 'a fixed line that can give at least 300 Mbit/s down (Ofcom)',
  },
  {
    technology: 'ultrafast-100',
    label: 'at least 100 Mbit/s',
    definition: 'a fixed line that can give at least 100 Mbit/s down',
  },
  {
    technology: 'superfast',
    label: 'superfast',
    definition: 'a fixed line that can give at least 30 Mbit/s down (Ofcom)',
  },
  { technology: 'decent', label: 'decent broadband', definition: 'at least 10 Mbit/s down and 1 Mbit/s up' },
  { technology: '5g', label: '5G', definition: 'outdoor 5G as predicted by the operator' },
  { technology: '4g', label: '4G', definition: 'outdoor 4G as predicted by the operator' },
  {
    technology: 'nga',
    label: 'next generation access',
    definition: 'a next-generation fixed line: fibre to the cabinet or premises, or upgraded cable (Ofcom)',
  },
  {
    technology: 'fwa',
    label: 'fixed wireless access',
    definition: 'decent broadband over fixed wireless; never counted as a fixed line',
  },
  {
    technology: '5g-sa',
    label: '5G standalone',
    definition: 'outdoor standalone 5G as predicted by the operator',
  },
  { technology: '4g-indoor', label: '4G indoors', definition: 'indoor 4G as predicted by the operator' },
  { technology: '3g', label: '3G', definition: 'outdoor 3G as predicted by the operator' },
  { technology: '3g-indoor', label: '3G indoors', definition: 'indoor 3G as predicted by the operator' },
  { technology: '2g', label: '2G', definition: 'outdoor 2G as predicted by the operator' },
  { technology: '2g-indoor', label: '2G indoors', definition: 'indoor 2G as predicted by the operator' },
  {
    technology: 'voice',
    label: 'mobile calls',
    definition: 'outdoor mobile calls as predicted by the operator',
  },
  {
    technology: 'voice-indoor',
    label: 'mobile calls indoors',
    definition: 'indoor mobile calls as predicted by the operator',
  },
  {
    technology: 'mobile-data',
    label: 'mobile data',
    definition: 'outdoor mobile data as predicted by the operator',
  },
  {
    technology: 'mobile-data-indoor',
    label: 'mobile data indoors',
    definition: 'indoor mobile data as predicted by the operator',
  },
  {
    technology: 'gigabit-planned',
    label: 'planned gigabit',
    definition: 'gigabit that a supplier or contract plans: no availability yet',
  },
  { technology: 'radio', label: 'rooftop radio', definition: 'fixed wireless from a roof in sight' },
];

/** Other spellings met in keys and column names. */
const ALIASES = new Map<string, Technology>([
  ['gig', 'gigabit'],
  ['gb', 'gigabit'],
  ['fttp', 'full-fibre'],
  ['fibre', 'full-fibre'],
  ['sfbb', 'superfast'],
  ['ufbb', 'ultrafast'],
]);

/** Technologies that the app has words for, the commonest first. */
export function knownTechnologies(): readonly { readonly technology: Technology; readonly label: string }[] {
  return KNOWN;
}

/** How a technology is written in a sentence. */
export function technologyLabel(technology: Technology): string {
  return KNOWN.find((known) => known.technology === technology)?.label ?? technology;
}

/** What "covered" means for it, where the app has words; else null. */
export function technologyDefinition(technology: Technology): string | null {
  return KNOWN.find((known) => known.technology === technology)?.definition ?? null;
}

/** Technology, operator and confidence that a key's words name: '5g-ee' is 5G of 'ee', 'gigabit' is gigabit of nobody in particular. */
export function readKey(key: string): {
  technology: Technology;
  operator: string | null;
  confidence: Confidence | null;
} {
  let words = key
    .toLowerCase()
    .split(/[-_ ]+/)
    .filter(Boolean);
  let confidence: Confidence | null = null;
  if (words.at(-2) === 'very' && words.at(-1) === 'high') confidence = 'very-high';
  else if (words.at(-1) === 'high') confidence = 'high';
  if (confidence) words = words.slice(0, confidence === 'high' ? -1 : -2);
  const joined = words.join('-');
  const whole = technologyNamed(joined);
  if (whole) return { technology: whole, operator: null, confidence };
  for (const span of [2, 1]) {
    for (let at = 0; at + span <= words.length; at++) {
      const technology = technologyNamed(words.slice(at, at + span).join('-'));
      if (!technology) continue;
      const rest = [...words.slice(0, at), ...words.slice(at + span)];
      return { technology, operator: rest.length ? rest.join('-') : null, confidence };
    }
  }
  return { technology: joined || key.toLowerCase(), operator: null, confidence };
}

/** Label of a layer in one line: technology, operator, confidence. */
export function layerLabel(layer: Pick<LayerRecord, 'technology' | 'operator' | 'confidence'>): string {
  const parts = [technologyLabel(layer.technology)];
  if (layer.operator) parts.push(layer.operator);
  if (layer.confidence) parts.push(layer.confidence === 'high' ? 'high confidence' : 'very high confidence');
  return parts.join(', ');
}

function technologyNamed(word: string): Technology | null {
  return KNOWN.find((known) => known.technology === word)?.technology ?? ALIASES.get(word) ?? null;
}
