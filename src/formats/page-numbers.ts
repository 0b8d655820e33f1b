import type { Spread } from '../domain/cost/rate-card.ts';
import { count, percent } from '../domain/not-spots/headline.ts';
import { dateWords } from '../domain/project/date-words.ts';
import type { Figure, Source } from '../domain/project/figure.ts';
import { isAssumedFigure } from '../domain/project/is-assumed-figure.ts';
import { type Lacking, type Lacks, lackWords } from '../domain/project/lacks.ts';
import { isExact, type Range } from '../domain/project/range.ts';
import { type Content, element, type Markup, named, outwards, parts } from './page-html.ts';

/** A figure as a cell: its middle, its range, what it is out of, and whether somebody assumed a part of it. */
export function figureCell(figure: Figure): Content {
  const { value, denominator, notKnown } = figure;
  const lines: Content[] = [
    withLackWords(middleOf(value), value.lacks),
    ...(isAssumedFigure(figure) ? [' ', ASSUMED] : []),
  ];
  if (!isExact(value)) lines.push(' ', small(bandText(value)));
  if (denominator !== null)
    lines.push(
      ' ',
      small(`of ${count(denominator)}${denominator > 0 ? ` (${share(value.mid / denominator)})` : ''}`),
    );
  if (notKnown > 0) lines.push(' ', small(`${count(notKnown)} not known`));
  return lines;
}

/** "£310,200 to £560,900", "2 to 5 weeks" */
function bandText({ low, high, unit }: Range): string {
  const from =
    unit === 'pounds' ? amountText(low, unit) : `${low < 0 ? '−' : ''}${plainNumber(Math.abs(low))}`;
  return `${from} to ${amountText(high, unit)}`;
}

/** What is not known of a number stands before it, or after. */
export function withLackWords(number: Content, lacks: Lacks | undefined): Content {
  const [before, after] = lackWords('|', lacks).split('|');
  return [before || null, number, after || null];
}

/** The number is kept in one piece; its unit may stand below it. */
function middleOf({ mid, unit }: Range): Content {
  if (isMoney(unit) || COUNTED.has(unit)) return element('b', {}, amountText(mid, unit));
  const text = amountText(mid, unit);
  const at = text.lastIndexOf(unitFor(Math.abs(mid), unit));
  return [element('b', {}, text.slice(0, at).trim()), ` ${text.slice(at)}`];
}

/** What nobody sourced. */
export const ASSUMED: Markup = element('span', { class: 'assumed' }, 'assumed');

/** Small type under what it belongs to. */
export function small(...content: Content[]): Markup {
  return element('span', { class: 'small' }, ...content);
}

/** A number with its unit: "£412,300", "3.5 weeks", "412 kg CO₂e"; counts of what a table is of stand without it. */
export function amountText(value: number, unit: string): string {
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  if (unit.startsWith('£')) return `${sign}${poundsText(size)}${unit.slice(1)}`;
  if (unit === 'pounds') return `${sign}${poundsText(size)}`;
  const number = `${sign}${plainNumber(size)}`;
  return COUNTED.has(unit)
    ? number
    : `${number} ${size === 1 ? unit.replace(/(?<=^(?:week|day|hour|year|consent|point))s\b/, '') : unit}`;
}

/** "week" for one, "weeks" for all others. */
function unitFor(size: number, unit: string): string {
  return size === 1 ? unit.replace(ONE_OF, '$1') : unit;
}

const ONE_OF = /^(week|day|street-day|hour|year|consent|point)s\b/;

function isMoney(unit: string): boolean {
  return unit === 'pounds' || unit.startsWith('£');
}

/** "£412,300"; what is not nothing and under a pound is "under £1". */
function poundsText(pounds: number): string {
  const whole = Math.round(pounds);
  return whole === 0 && pounds !== 0 ? 'under £1' : `£${count(whole)}`;
}

/** A share with its mark kept to it. */
export function share(of: number): string {
  return percent(of).replace(' %', '\u00a0%');
}

/** Whole from ten on, one decimal below it. */
export function plainNumber(value: number): string {
  if (value >= 10 || Number.isInteger(value)) return count(value);
  return value < 0.05 ? 'under 0.1' : value.toFixed(1).replace(/\.0$/, '');
}

/** Low, middle and high of whole pence. */
export function penceCells({ low, mid, high }: Spread): Content[] {
  return [low, mid, high].map((pence) => amountText(pence / 100, 'pounds'));
}

/** "£200 – £500 – £900", "3 weeks"; low, middle and high. */
export function rangeText(range: Lacking<Range>): string {
  return lackWords(knownText(range), range.lacks);
}

function knownText({ low, mid, high, unit }: Range): string {
  if (low === high) return amountText(mid, unit);
  if (isMoney(unit)) return [low, mid, high].map((value) => amountText(value, unit)).join(' – ');
  return `${[low, mid].map((value) => amountText(value, '').trim()).join(' – ')} – ${amountText(high, unit)}`;
}

/** Where something is from, with its date; what is not known is said. */
export function sourceContent(source: Source | null): Content {
  if (!source) return ASSUMED;
  const { title, publisher, date, licence, url, attribution } = source;
  const told = [publisher, date ? dateWords(date) : 'date not known', licence, attribution].flatMap(
    (part) => part ?? [],
  );
  return parts(
    named(title),
    told.map((part): Content => [', ', named(part)]),
    url ? [', ', outwards(url)] : null,
  );
}

const COUNTED: ReadonlySet<string> = new Set(['premises', 'postcodes', 'households']);
