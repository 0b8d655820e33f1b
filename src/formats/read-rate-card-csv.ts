import {
  CROSSING_KINDS,
  LEVELS,
  rateProblems,
  TRENCH_FIGURES,
  trenchPlace,
} from '../domain/cost/check-rate-card.ts';
import {
  METHODS,
  type Method,
  RATE_ITEMS,
  type RateCard,
  type Spread,
  type TrenchRate,
} from '../domain/cost/rate-card.ts';
import type { Sourced } from '../domain/project/sourced.ts';
import { SURFACES, type Surface } from '../domain/streets/surface.ts';
import { NOT_ALLOWED, type RateColumn, unshielded } from './rate-card-csv.ts';
import { cell, numberOf, type RateLine, rateLines, sourceOf } from './rate-card-lines.ts';
import { RateCardRefused } from './rate-card-refused.ts';

/**
 * The rate card of a CSV file as `writeRateCardCsv` writes it, maybe edited: rows and columns in any order, more columns
 * than asked for, ; between cells and commas in numbers as some spreadsheets have it. Throws RateCardRefused with every
 * row that is wrong, by row and column, and what belongs there.
 */
export function readRateCardCsv(text: string, fileName: string): RateCard {
  const refuse = (code: RateCardRefused['code'], problems: readonly string[]): never => {
    throw new RateCardRefused(code, fileName, problems);
  };
  const { lines, columns, hasCommas } = rateLines(text, fileName);
  const missing = NEEDED.filter((column) => !columns.has(column));
  if (missing.length > 0)
    return refuse('NOT_RATES', [
      `this is no rate card: it has no column ${missing.map((name) => `"${name}"`).join(', ')}. Save one from Notspot and edit that.`,
    ]);
  const { card, problems } = rateCardOfLines(lines, hasCommas);
  return problems.length > 0 ? refuse('WRONG_FIGURE', problems) : card;
}

/** The rate card that lines say, and all that is wrong with it, by row and column. */
export function rateCardOfLines(
  lines: readonly RateLine[],
  hasCommas: boolean,
): { readonly card: RateCard; readonly problems: readonly string[] } {
  const reader = new RateReader(hasCommas);
  for (const line of lines) reader.take(line);
  return reader.finish();
}

/** Parts of a file whose lines are of a rate card. */
export function isOfRates(part: string): boolean {
  return KNOWN.has(part);
}

const NEEDED: readonly RateColumn[] = ['part', 'surface', 'method', 'rate', 'value', ...LEVELS];

/** Takes line after line and puts a card together; what is wrong is kept with its row. */
class RateReader {
  private readonly problems: string[] = [];
  private readonly hasCommas: boolean;
  /** By what each row says: "items.poundsPerChamber". */
  private readonly rows = new Map<string, number>();
  private readonly texts = new Map<string, string>();
  private readonly spreads = new Map<string, Sourced<Spread> | null>();
  private readonly values = new Map<string, Sourced<number>>();
  private readonly trench = new Map<string, { surface: Surface; method: Method }>();

  constructor(hasCommas: boolean) {
    this.hasCommas = hasCommas;
  }

  take(line: RateLine): void {
    const place = this.placeOf(line);
    if (place === null) return;
    const before = this.rows.get(place);
    if (before !== undefined) {
      this.put(line, 'rate', `row ${before} says the same rate. Keep one of them.`);
      return;
    }
    this.rows.set(place, line.row);
    const [part, ...rest] = place.split('.');
    if (part === 'card' || rest.at(-1) === 'isAllowed')
      this.texts.set(place, unshielded(cell(line, 'value')));
    else if (part === 'present value')
      this.values.set(place, { value: this.number(line, 'value'), source: sourceOf(line) });
    else if (part === 'crossings' && cell(line, 'value').trim().toLowerCase() === NOT_ALLOWED)
      this.spreads.set(place, null);
    else {
      const [low, mid, high] = LEVELS.map((level) => this.number(line, level));
      this.spreads.set(place, { value: { low, mid, high }, source: sourceOf(line) });
    }
  }

  finish(): { readonly card: RateCard; readonly problems: readonly string[] } {
    const card: RateCard = {
      id: this.text('card.id'),
      name: this.text('card.name'),
      priceBase: this.texts.get('card.priceBase')?.trim() || null,
      trench: [...this.trench].map(([place, { surface, method }]): TrenchRate => {
        const figures = Object.fromEntries(
          TRENCH_FIGURES.map((figure) => [figure, this.spread(`${place}.${figure}`)]),
        ) as Pick<TrenchRate, (typeof TRENCH_FIGURES)[number]>;
        return { surface, method, isAllowed: this.isAllowed(`${place}.isAllowed`), ...figures };
      }),
      items: Object.fromEntries(
        RATE_ITEMS.map((item) => [item, this.spread(`items.${item}`)]),
      ) as RateCard['items'],
      crossings: Object.fromEntries(
        CROSSING_KINDS.map((kind) => {
          const place = `crossings.${kind}`;
          return [kind, this.spreads.get(place) === null ? null : this.spread(place)];
        }),
      ) as RateCard['crossings'],
      termYears: this.value('termYears'),
      discountPercent: this.value('discountPercent'),
    };
    // What is no number or not there has been told already.
    if (this.problems.length === 0)
      for (const { place, text } of rateProblems(card)) this.problems.push(`${this.rowOf(place)}: ${text}`);
    return { card, problems: this.problems };
  }

  /** What a line speaks of; null where it speaks of nothing that is known, which is told. */
  private placeOf(line: RateLine): string | null {
    const [part, rate] = [word(line, 'part'), cell(line, 'rate').trim()];
    const wrong = (column: RateColumn, words: readonly string[]): null => {
      this.put(line, column, `there is no “${cell(line, column).trim()}”. Write ${either(words)}.`);
      return null;
    };
    const known = KNOWN.get(part);
    if (!known) return wrong('part', [...KNOWN.keys()]);
    const name = known.find((one) => one.toLowerCase() === rate.toLowerCase());
    if (!name) return wrong('rate', known);
    if (part === 'item') return `items.${name}`;
    if (part === 'crossing') return `crossings.${name}`;
    if (part !== 'trench') return `${part}.${name}`;
    const surface = SURFACES.find((one) => one === word(line, 'surface'));
    const method = METHODS.find((one) => one === word(line, 'method'));
    if (!surface) return wrong('surface', SURFACES);
    if (!method) return wrong('method', METHODS);
    this.trench.set(trenchPlace({ surface, method }), { surface, method });
    return `${trenchPlace({ surface, method })}.${name}`;
  }

  private text(place: string): string {
    const text = this.texts.get(place);
    if (text === undefined) this.problems.push(missing(place));
    return text ?? '';
  }

  private isAllowed(place: string): boolean {
    const text = this.texts.get(place)?.trim().toLowerCase() ?? 'yes';
    if (text !== 'yes' && text !== 'no')
      this.problems.push(`row ${this.rows.get(place)}, column value: write yes or no.`);
    return text === 'yes';
  }

  private spread(place: string): Sourced<Spread> {
    const spread = this.spreads.get(place);
    if (!spread) this.problems.push(missing(place));
    return spread ?? { value: { low: 0, mid: 0, high: 0 }, source: null };
  }

  private value(key: 'termYears' | 'discountPercent'): Sourced<number> {
    const value = this.values.get(`present value.${key}`);
    if (!value) this.problems.push(missing(`present value.${key}`));
    return value ?? { value: 0, source: null };
  }

  private number(line: RateLine, column: RateColumn): number {
    const value = numberOf(cell(line, column), this.hasCommas);
    if (Number.isNaN(value)) {
      const said = cell(line, column).trim();
      this.put(
        line,
        column,
        `${said === '' ? 'nothing stands there' : `“${said}” is no number`}. Write a number.`,
      );
    }
    return value;
  }

  private put(line: RateLine, column: RateColumn, words: string): void {
    this.problems.push(`row ${line.row}, column ${column}: ${words}`);
  }

  /** "row 7, column mid" of a place that the checks of a card name. */
  private rowOf(place: string): string {
    const own = /^(?:name|id|priceBase)$/.test(place)
      ? `card.${place}`
      : place.replace(/^(termYears|discountPercent)/, 'present value.$1');
    const found = [...this.rows].find(([told]) => own === told || own.startsWith(`${told}.`));
    if (!found) return `rate ${place}`;
    const column = own
      .slice(found[0].length + 1)
      .replace(/^source\.(?:title)?/, '')
      .replace('url', 'link');
    return `row ${found[1]}, column ${column || (own.includes('.source.') ? 'source' : 'value')}`;
  }
}

/** What each part can hold. */
const KNOWN: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['card', ['id', 'name', 'priceBase']],
  ['trench', ['isAllowed', ...TRENCH_FIGURES]],
  ['item', RATE_ITEMS],
  ['crossing', CROSSING_KINDS],
  ['present value', ['termYears', 'discountPercent']],
]);

function word(line: RateLine, column: RateColumn): string {
  return cell(line, column).trim().toLowerCase();
}

function missing(place: string): string {
  const [part, ...rest] = place.split('.');
  const name = part === 'items' ? 'item' : part === 'crossings' ? 'crossing' : part;
  return `there is no row for ${name}, ${rest.join(', ')}. Add it as a saved rate card has it.`;
}

function either(words: readonly string[]): string {
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
