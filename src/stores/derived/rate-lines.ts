import { assumedRates } from '../../domain/cost/assumed-rates.ts';
import { rateProblems } from '../../domain/cost/check-rate-card.ts';
import { DEFAULT_RATES } from '../../domain/cost/default-rates.ts';
import type { RateCard } from '../../domain/cost/rate-card.ts';
import { NO_TABLE_OF_TRENCH_RATES } from '../../domain/cost/rate-words.ts';
import { HOW_RANGES_ADD } from '../../domain/cost/spread.ts';
import { ratesInForce } from './dig-bill.ts';
import type { RateField, RateFigure, RateGroup, RateSection } from './rate-sections.ts';
import { rateSections } from './rate-sections.ts';
import { rememberLast } from './remember-last.ts';
import { type SourceText, sourceText } from './source-text.ts';

/** A figure of a rate card, ready to print. */
export interface RateLine {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  /** "£130 a metre"; null: it must not be crossed. */
  readonly value: string | null;
  /** "£130", where the unit stands above. */
  readonly number: string;
  /** "£80–£220"; null where it is one figure. */
  readonly range: string | null;
  /** null: assumed. */
  readonly source: SourceText | null;
}

/** Lines that stand together. */
export interface RateGroupLines {
  readonly key: string;
  readonly title: string | null;
  /** "not to be used"; null where nothing forbids. */
  readonly off: string | null;
  readonly lines: readonly RateLine[];
}

/** A section of a rate card, ready to print and to edit. */
export interface RateSectionLines {
  readonly section: RateSection;
  readonly groups: readonly RateGroupLines[];
  /** Where its sourced figures are from, each source once, with the figures that it is of. */
  readonly sources: readonly { readonly of: string; readonly source: SourceText }[];
  /** What cannot be priced as it stands, in words; null where all can. */
  readonly lacking: string | null;
}

/** A rate card, ready to print. */
export interface RatesText {
  readonly card: RateCard;
  readonly isShipped: boolean;
  /** "40 of 60 figures of the rate card are assumed: nobody sourced them." */
  readonly assumed: string;
  /** "Prices of 2026." */
  readonly priceBase: string;
  readonly noTable: string;
  readonly howRangesAdd: string;
  readonly sections: readonly RateSectionLines[];
}

/** The card that works are priced with now; `rates` absent: the one that comes with Notspot. */
export const ratesText = rememberLast((rates: RateCard | undefined): RatesText => {
  const card = ratesInForce({ rates });
  const { assumed, all } = assumedRates(card);
  return {
    card,
    isShipped: card === DEFAULT_RATES,
    assumed:
      assumed === 0
        ? `All ${all} figures of the rate card have a source.`
        : `${assumed} of ${all} figures of the rate card are assumed: nobody sourced them.`,
    priceBase:
      card.priceBase === null
        ? 'No common price base is stated: a sourced figure is at the prices of its source’s year.'
        : `At prices of ${card.priceBase}, as stated.`,
    noTable: NO_TABLE_OF_TRENCH_RATES,
    howRangesAdd: HOW_RANGES_ADD,
    sections: rateSections(card).map((section) => sectionLines(section, card)),
  };
});

/** What is wrong with a card's name or year as written; null: nothing. */
export function cardFieldProblem(card: RateCard): string | null {
  const found = rateProblems(card).find(({ place }) => place === 'name' || place === 'priceBase');
  return found?.text ?? null;
}

function sectionLines(section: RateSection, card: RateCard): RateSectionLines {
  const groups = section.groups.map((group) => groupLines(group, card));
  return {
    section,
    groups,
    sources: sourcesOf(groups),
    lacking:
      section.surface !== null && groups.every(({ off }) => off !== null)
        ? 'No method may be used here: a route over such a surface cannot be priced, and a dig stops with its name.'
        : null,
  };
}

function sourcesOf(groups: readonly RateGroupLines[]): RateSectionLines['sources'] {
  const found = new Map<string, { names: string[]; source: SourceText }>();
  for (const { title, lines } of groups)
    for (const { label, source } of lines) {
      if (!source) continue;
      const name = title ? `${label}, ${title.toLowerCase()}` : label;
      const key = `${source.title} (${source.details})`;
      const had = found.get(key);
      if (had) had.names.push(name);
      else found.set(key, { names: [name], source });
    }
  return [...found.values()].map(({ names, source }) => ({ of: names.join('; '), source }));
}

function groupLines({ key, title, toggle, fields }: RateGroup, card: RateCard): RateGroupLines {
  const isOff = toggle !== undefined && !toggle.read(card);
  return {
    key,
    title,
    off: isOff ? (toggle.keepsFigures ? 'not to be used' : 'must not be crossed') : null,
    lines: fields.map((field) => figureLine(field, field.read(card))),
  };
}

/** A spread, or one number, ready to print; `figure` null: there is none. */
export function figureLine(
  { key, label, meaning, inputs }: Pick<RateField, 'key' | 'label' | 'meaning' | 'inputs'>,
  figure: RateFigure | null,
): RateLine {
  if (!figure) return { key, label, meaning, value: null, number: '', range: null, source: null };
  const [low, mid = low, high = low] = figure.values.map((value) => value ?? 0);
  const { unit } = inputs[0].limit;
  return {
    key,
    label,
    meaning,
    value: rateText(mid, unit),
    number: rateText(mid, bare(unit)),
    range: low === high ? null : `${rateText(low, bare(unit))}–${rateText(high, bare(unit))}`,
    source: figure.source && sourceText(figure.source),
  };
}

/** "£130 a metre", "50 metres a day", "8 %" */
export function rateText(value: number, unit: string): string {
  if (!unit.startsWith('£')) return `${NUMBER.format(value)} ${unit}`.trim();
  return `£${(Number.isInteger(value) ? NUMBER : PENCE).format(value)}${unit.slice(1)}`;
}

/** The unit as far as a range repeats it: pounds and per cent. */
function bare(unit: string): string {
  return unit.startsWith('£') ? '£' : unit.startsWith('%') ? '%' : '';
}

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const PENCE = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
