import { count } from '../not-spots/headline.ts';
import { sourceLine } from '../not-spots/provenance.ts';
import type { Verdict } from './verdict.ts';

/** What a person says against the data, with what the data says. */
export interface EvidenceSeed {
  readonly verdict: Verdict;
  /** In the person's own words. */
  readonly words: string;
  /** ISO date on which it was written. */
  readonly writtenOn: string;
  readonly area: string;
  readonly fictional: boolean;
  /** Plans that ask for it, and what they would bring; null: that was not looked up. */
  readonly plans: readonly EvidencePlan[] | null;
  /** Plans made with confidential files, of which nothing is told. */
  readonly plansLeftOut: number;
}

/** What a plan would bring, as sentences. */
export interface EvidencePlan {
  readonly name: string;
  readonly words: readonly string[];
}

/** The evidence as text for people. Layers marked confidential are left out, and how many is said. */
export function evidenceText(seed: EvidenceSeed): string {
  const { verdict, words, writtenOn, area, fictional } = seed;
  const { subject } = verdict;
  const shown = verdict.layers.filter((layer) => !layer.confidential);
  const hidden = verdict.layers.length - shown.length;
  const lines = [
    'What the data says about a place, and what is wrong with it',
    ...(fictional ? ['THE AREA IS FICTIONAL: made up for trying things out.'] : []),
    '',
    `Written on: ${writtenOn}`,
    `Area: ${area}`,
    `Place: ${subject.title}`,
    ...subject.facts.map(({ label, text }) => `${label}: ${text}`),
    `Latitude, longitude: ${subject.lat.toFixed(6)}, ${subject.lon.toFixed(6)}`,
    `Ward: ${subject.wardName === null ? 'outside every ward' : `${subject.wardName} (${subject.wardCode})`}`,
    `Premises file: ${sourceLine(subject.source)}`,
    ...subject.cautions.map((caution) => `Note: ${caution}`),
    '',
    'What I say is wrong',
    words.trim() || '(nothing was written)',
    '',
    'What the data says',
    ...shown.flatMap((layer) => [
      `- ${layer.name}: ${layer.words}.${layer.why ? ` ${layer.why}` : ''}`,
      `  Means: ${layer.definition}`,
      `  Source: ${sourceLine(layer.source)}`,
    ]),
    ...(hidden > 0
      ? [`- ${count(hidden)} confidential ${hidden === 1 ? 'layer is' : 'layers are'} left out.`]
      : []),
    // The count could tell what a confidential layer says.
    ...(verdict.inCount && hidden === 0 ? ['', `In the count: ${verdict.inCount.words}`] : []),
    ...planLines(seed),
    '',
    'Made with Notspot in a browser. Nothing was sent: this file is for you to hand to your council.',
    '',
  ];
  return lines.join('\r\n');
}

/** The same for machines. */
export function evidenceJson(seed: EvidenceSeed): string {
  const { verdict, words, writtenOn, area, fictional, plans, plansLeftOut } = seed;
  const { subject } = verdict;
  return `${JSON.stringify(
    {
      kind: 'notspot-evidence',
      writtenOn,
      area,
      fictional,
      place: {
        title: subject.title,
        facts: subject.facts,
        latitude: subject.lat,
        longitude: subject.lon,
        wardCode: subject.wardCode,
        wardName: subject.wardName,
        premisesFile: subject.source,
        notes: subject.cautions,
      },
      objection: words.trim(),
      layers: verdict.layers
        .filter((layer) => !layer.confidential)
        .map(({ name, technology, operator, answer, why, definition, source }) => ({
          name,
          technology,
          operator,
          answer,
          why,
          definition,
          source,
        })),
      layersLeftOut: verdict.layers.filter((layer) => layer.confidential).length,
      inCount: verdict.layers.some((layer) => layer.confidential) ? null : verdict.inCount,
      plans,
      plansLeftOut,
    },
    null,
    2,
  )}\n`;
}

function planLines({ plans, plansLeftOut }: EvidenceSeed): string[] {
  if (plans === null) return ['', 'Whether a plan asks for it was not looked up.'];
  if (plans.length + plansLeftOut === 0) return [];
  return [
    '',
    'Plans that ask for it (a plan is no promise that anything is built)',
    ...plans.flatMap(({ name, words }) => [`- ${name}`, ...words.map((line) => `  ${line}`)]),
    ...(plansLeftOut > 0
      ? [
          `- ${count(plansLeftOut)} made with confidential files ${plansLeftOut === 1 ? 'is' : 'are'} left out.`,
        ]
      : []),
  ];
}
