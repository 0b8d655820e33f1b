import { type FigureLimit, isWithin, limitWords } from '../project/figure-limit.ts';
import { sourceProblems } from '../project/source-problems.ts';
import type { Sourced } from '../project/sourced.ts';
import { SURFACES } from '../streets/surface.ts';
import { METHODS, RATE_ITEMS, type RateCard, type Spread } from './rate-card.ts';
import { ITEM_LIMITS, RATE_LIMITS } from './rate-limits.ts';
import { CROSSING_WORDS, ITEM_WORDS, PRESENT_VALUE_WORDS, TRENCH_WORDS } from './rate-words.ts';

/** What is wrong with a rate card, where, and what to write instead. */
export interface RateProblem {
  /** "items.poundsPerChamber.low", "trench.carriageway.open cut.metresPerDay.mid", "termYears", "name". */
  readonly place: string;
  /** "Chamber, low: write a number from 0 to 1000000 (£ each)." */
  readonly text: string;
}

/** Everything that is wrong with a card, in its order; empty where nothing is. */
export function rateProblems(card: RateCard): RateProblem[] {
  const problems: RateProblem[] = [];
  const put = (place: string, text: string): void => void problems.push({ place, text });
  if (card.name.trim() === '') put('name', 'Name: give the rate card a name.');
  if (card.id.trim() === '') put('id', 'Id: give the rate card an id.');
  if (card.priceBase !== null && !/^\d{4}$/.test(card.priceBase))
    put('priceBase', 'Price base: write a year such as 2026, or nothing where it is not known.');
  const seen = new Set<string>();
  for (const rate of card.trench) {
    const name = `${rate.surface}, ${rate.method}`;
    const place = trenchPlace(rate);
    if (!SURFACES.includes(rate.surface) || !METHODS.includes(rate.method))
      put(place, `${name}: there is no such surface or method.`);
    if (seen.has(name)) put(place, `${name}: there are two rates for it. Keep one.`);
    seen.add(name);
    for (const figure of TRENCH_FIGURES)
      spreadProblems(rate[figure], RATE_LIMITS[figure], {
        place: `${place}.${figure}`,
        name: `${TRENCH_WORDS[figure].label}, ${name}`,
        put,
      });
  }
  for (const item of RATE_ITEMS)
    spreadProblems(card.items[item], ITEM_LIMITS[item], {
      place: `items.${item}`,
      name: ITEM_WORDS[item].label,
      put,
    });
  for (const kind of CROSSING_KINDS) {
    const price = card.crossings[kind];
    const at = { place: `crossings.${kind}`, name: CROSSING_WORDS[kind].label, put };
    if (price) spreadProblems(price, RATE_LIMITS.poundsPerCrossing, at);
  }
  for (const key of ['termYears', 'discountPercent'] as const) {
    const { label } = PRESENT_VALUE_WORDS[key];
    if (!isWithin(card[key].value, RATE_LIMITS[key]))
      put(key, `${label}: write ${limitWords(RATE_LIMITS[key])}.`);
    checkSource(card[key].source, { place: key, name: label, put });
  }
  return problems;
}

/** The figures of a trench rate, in the order of forms and files. */
export const TRENCH_FIGURES = ['poundsPerMetre', 'metresPerDay', 'carbonKilogramsPerMetre'] as const;

/** Crossings that a card prices, in the order of forms and files. */
export const CROSSING_KINDS = Object.keys(CROSSING_WORDS) as readonly (keyof RateCard['crossings'])[];

/** Where a trench rate stands in problems and forms. */
export function trenchPlace({
  surface,
  method,
}: {
  readonly surface: string;
  readonly method: string;
}): string {
  return `trench.${surface}.${method}`;
}

/** Where a figure stands, what it is called, and where its problems go. */
export interface At {
  readonly place: string;
  readonly name: string;
  readonly put: (place: string, text: string) => void;
}

/** What is wrong with one spread and its source. */
export function spreadProblems({ value, source }: Sourced<Spread>, limit: FigureLimit, at: At): void {
  const { place, name, put } = at;
  const wrong = LEVELS.filter((level) => !isWithin(value[level], limit));
  for (const level of wrong) put(`${place}.${level}`, `${name}, ${level}: write ${limitWords(limit)}.`);
  if (wrong.length === 0) {
    if (value.mid < value.low)
      put(`${place}.mid`, `${name}, mid: write at least the low figure, ${value.low}.`);
    if (value.high < value.mid)
      put(`${place}.high`, `${name}, high: write at least the mid figure, ${value.mid}.`);
  }
  checkSource(source, at);
}

function checkSource(source: Sourced<unknown>['source'], { place, name, put }: At): void {
  if (!source) return;
  for (const [field, text] of Object.entries(sourceProblems(source)))
    put(`${place}.source.${field}`, `${name}, source: ${text}`);
}

/** The three figures of a spread. */
export const LEVELS = ['low', 'mid', 'high'] as const;
