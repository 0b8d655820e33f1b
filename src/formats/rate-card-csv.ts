import { CROSSING_KINDS, LEVELS, TRENCH_FIGURES } from '../domain/cost/check-rate-card.ts';
import { RATE_ITEMS, type RateCard, type Spread } from '../domain/cost/rate-card.ts';
import { ITEM_LIMITS, RATE_LIMITS } from '../domain/cost/rate-limits.ts';
import { CROSSING_WORDS, ITEM_WORDS, PRESENT_VALUE_WORDS, TRENCH_WORDS } from '../domain/cost/rate-words.ts';
import type { Source } from '../domain/project/figure.ts';
import type { Sourced } from '../domain/project/sourced.ts';
import { writeCsv } from './csv.ts';

/** Columns of a rate card as CSV. "what" and "unit" are for people; reading leaves them alone. */
export const RATE_COLUMNS = [
  'part',
  'surface',
  'method',
  'rate',
  'what',
  'unit',
  'value',
  ...LEVELS,
  'source',
  'publisher',
  'date',
  'licence',
  'link',
  'attribution',
] as const;

export type RateColumn = (typeof RATE_COLUMNS)[number];

/** Columns of a register as CSV: the same, and whose figure it is. */
export const REGISTER_COLUMNS = ['part', 'of', ...RATE_COLUMNS.slice(1)] as readonly RegisterColumn[];

export type RegisterColumn = RateColumn | 'of';

/** What stands for a crossing that must not be crossed. */
export const NOT_ALLOWED = 'not allowed';

/**
 * A rate card as CSV to edit in a spreadsheet, a figure a line: low, mid and high, or one value, with its source; without a
 * source it is assumed. `readRateCardCsv` gives back the identical card.
 */
export function writeRateCardCsv(card: RateCard): string {
  return writeCsv(
    RATE_COLUMNS,
    rateCardLines(card).map((line) => RATE_COLUMNS.map((column) => line[column] ?? null)),
  );
}

/** The lines of a rate card, by column. */
export function rateCardLines(card: RateCard): WrittenLine[] {
  const lines: WrittenLine[] = [
    { part: 'card', rate: 'id', value: shielded(card.id) },
    { part: 'card', rate: 'name', value: shielded(card.name) },
    { part: 'card', rate: 'priceBase', what: 'Year of the prices', value: card.priceBase },
  ];
  for (const rate of card.trench) {
    const { surface, method } = rate;
    lines.push({ part: 'trench', surface, method, rate: 'isAllowed', value: rate.isAllowed ? 'yes' : 'no' });
    for (const figure of TRENCH_FIGURES)
      lines.push({
        ...{ part: 'trench', surface, method, rate: figure, what: TRENCH_WORDS[figure].label },
        ...{ unit: RATE_LIMITS[figure].unit, ...spreadCells(rate[figure]) },
      });
  }
  for (const item of RATE_ITEMS)
    lines.push({
      ...{ part: 'item', rate: item, what: ITEM_WORDS[item].label, unit: ITEM_LIMITS[item].unit },
      ...spreadCells(card.items[item]),
    });
  for (const kind of CROSSING_KINDS) {
    const price = card.crossings[kind];
    lines.push({
      ...{ part: 'crossing', rate: kind, what: CROSSING_WORDS[kind].label },
      ...{ unit: RATE_LIMITS.poundsPerCrossing.unit },
      ...(price ? spreadCells(price) : { value: NOT_ALLOWED }),
    });
  }
  for (const key of ['termYears', 'discountPercent'] as const)
    lines.push({
      ...{ part: 'present value', rate: key, what: PRESENT_VALUE_WORDS[key].label },
      ...{ unit: RATE_LIMITS[key].unit, value: card[key].value, ...sourceCells(card[key].source) },
    });
  return lines;
}

/** A line as it is written: a cell that is left out is blank. */
export type WrittenLine = Partial<Record<RegisterColumn, string | number | null>>;

/** The cells of a spread and its source. */
export function spreadCells({ value, source }: Sourced<Spread>): WrittenLine {
  return { ...value, ...sourceCells(source) };
}

/** The cells of a source; none where it is assumed. */
export function sourceCells(source: Source | null): WrittenLine {
  if (!source) return {};
  const { title, publisher, date, licence, url, attribution } = source;
  const cell = (text: string | null | undefined): string | null => (text ? shielded(text) : null);
  return {
    source: cell(title),
    publisher: cell(publisher),
    date: cell(date),
    licence: cell(licence),
    link: cell(url),
    attribution: cell(attribution),
  };
}

/** Text that would read back without the ' that is its own gets another one. */
export function shielded(text: string): string {
  return SHIELD.test(text) ? `'${text}` : text;
}

/** The text of a cell without the ' that kept a spreadsheet from running it. */
export function unshielded(cell: string): string {
  return SHIELD.test(cell) ? cell.slice(1) : cell;
}

const SHIELD = /^'+[=+\-@\t\r\n]/;
