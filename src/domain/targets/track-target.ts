import { count, percentPoints, tenths, unitWord } from '../not-spots/headline.ts';
import { dateWords } from '../project/date-words.ts';
import { type CountedShare, countedPercent } from '../published/counted-share.ts';
import { compareDates, releaseDate } from '../releases/release-date.ts';
import type { Target } from './target.ts';

/**
 * Where a share stands against a target. 'reached' and 'short' hold whatever is not known and wherever in its band the
 * share lies; 'open' where that decides.
 */
export type TargetStatus = 'reached' | 'short' | 'open';

/** A counted share against a target. */
export interface TargetTrack {
  readonly target: Target;
  readonly status: TargetStatus;
  /** Percent of all units: bounds and expectation. */
  readonly share: { readonly low: number; readonly mid: number; readonly high: number };
  /** Whole units that must be covered to reach it. */
  readonly needed: number;
  /**
   * Whole units still lacking by the bounds of `share`: at most (`low`) and at least (`high`), what is not known taken as
   * not covered; and `ifKnown`, the least there could be: all of that covered.
   */
  readonly lacking: {
    readonly least: number;
    readonly mid: number;
    readonly most: number;
    readonly ifKnown: number;
  };
  /** Status on the coverage's own date and lacking units, in sentences. */
  readonly words: string;
  /** What the coverage is of: "September 2023", "March 2022 to September 2023", "date not known". */
  readonly coverageDate: string;
  /** "Only EE is loaded: …"; '' where a layer stands for all companies. */
  readonly companies: string;
  readonly time: string;
  /** What else the reader must know: other units, other bases. */
  readonly caveats: readonly string[];
}

/** A published share against a target: 'open' where the rounding decides. */
export interface PublishedTrack {
  readonly target: Target;
  readonly status: TargetStatus;
  readonly words: string;
}

/** A counted share against a target on the day `asOf` (ISO). Throws RangeError where nothing was counted. */
export function trackTarget(target: Target, counted: CountedShare, asOf: string): TargetTrack {
  const { units, unit, low, mid, high, notKnown } = counted;
  if (units <= 0) throw new RangeError(`No ${unit} were counted.`);
  const needed = neededUnits(target, units);
  const lack = (covered: number): number => Math.max(0, Math.ceil(needed - covered - NOISE));
  const lacking = {
    least: lack(high),
    mid: lack(mid),
    most: lack(low),
    ifKnown: lack(high + notKnown),
  };
  const status: TargetStatus = lacking.most === 0 ? 'reached' : lacking.ifKnown > 0 ? 'short' : 'open';
  const share = countedPercent(counted);
  const caveats = [target.scope, target.caveat];
  if (target.of !== 'premises') caveats.push(`The aim is of ${target.of}; here ${unit} are counted.`);
  else if (unit !== 'premises') caveats.push(`The aim is of premises; here ${unit} are counted.`);
  if (notKnown > 0)
    caveats.push(
      `For ${count(notKnown)} of ${count(units)} ${unit} nothing is known: they count as not covered in the share.`,
    );
  const dates = datesOf(counted);
  const operators = operatorsOf(counted);
  return {
    target,
    status,
    share,
    needed,
    lacking,
    words: [
      verdictWords(status, [asOfWords(dates), ofWords(target, counted, operators)].join('')),
      lackingWords(status, lacking, counted),
      earlyWords({ target, status, dates, asOf }),
    ]
      .filter((text) => text !== '')
      .join(' '),
    coverageDate: spanWords(dates),
    companies: companiesWords(operators),
    time: timeWords(target.by, asOf),
    caveats: caveats.filter((text) => text !== ''),
  };
}

/** A published percentage, rounded to `step` percentage points, against a target; of its own date, not of today. */
export function trackPublished(target: Target, percent: number, step: number): PublishedTrack {
  const reaches = (value: number): boolean =>
    target.isExceeded ? value > target.percent : value >= target.percent;
  const [low, high] = [percent - step / 2, percent + step / 2];
  const status: TargetStatus = reaches(low) ? 'reached' : reaches(high) ? 'open' : 'short';
  const difference = percentPoints(tenths(percent) - target.percent);
  const words =
    status === 'reached'
      ? `Reached: ${difference} percentage points above it.`
      : status === 'short'
        ? `Short of it by ${difference} percentage points.`
        : 'Too near to tell: the rounding of the published figure decides.';
  return { target, status, words };
}

/** Whole units that `target` asks of `units`. */
export function neededUnits({ percent, isExceeded }: Target, units: number): number {
  const exact = (percent * units) / 100;
  return isExceeded ? Math.min(units, Math.floor(exact + NOISE) + 1) : Math.ceil(exact - NOISE);
}

/** "3.9 years are left" or "The date passed 11 months ago", counted in whole months of the calendar. */
export function timeWords(by: string, asOf: string): string {
  const months = monthsBetween(asOf, by);
  const size = Math.abs(months);
  const length =
    size >= 24
      ? `${(size / 12).toFixed(1)} years`
      : size >= 1
        ? `${size} ${size === 1 ? 'month' : 'months'}`
        : 'less than a month';
  if (months < 0 || (months === 0 && asOf > by)) return `The date passed ${length} ago.`;
  return `${length} ${size >= 2 ? 'are' : 'is'} left.`;
}

/** An expected count of decimal shares is this near to a whole number when it is one. */
const NOISE = 1e-6;

/** Whole months from one ISO day to another, toward zero. */
function monthsBetween(from: string, to: string): number {
  const [a, b] = [from, to].map((date) => {
    const [year, month = 1, day = 1] = date.split('-').map(Number);
    return { months: 12 * year + month, day };
  });
  const whole = b.months - a.months;
  if (whole > 0 && b.day < a.day) return whole - 1;
  if (whole < 0 && b.day > a.day) return whole + 1;
  return whole;
}

/** Dates of the layers that answered, ascending, each once; null, last, where one tells none. */
function datesOf({ layers }: CountedShare): (string | null)[] {
  const dates = new Set(layers.map(({ source }) => releaseDate({ source, fileName: source.title })));
  const told = [...dates].filter((date) => date !== null).sort();
  return dates.has(null) || told.length === 0 ? [...told, null] : told;
}

function spanWords(dates: readonly (string | null)[]): string {
  const told = dates.filter((date) => date !== null);
  if (told.length === 0) return 'date not known';
  const span = [...new Set([told[0], told.at(-1) as string].map(dateWords))].join(' to ');
  return told.length < dates.length ? `${span}, of some the date is not known` : span;
}

function asOfWords(dates: readonly (string | null)[]): string {
  return dates[0] === null ? ', date not known' : ` as of ${spanWords(dates)}`;
}

/** Companies of the layers, where every layer is of one. */
function operatorsOf({ layers }: CountedShare): string[] {
  const named = layers.flatMap(({ operator }) => operator ?? []);
  return named.length < layers.length ? [] : [...new Set(named)].sort();
}

function companiesWords(operators: readonly string[]): string {
  if (operators.length === 0) return '';
  if (operators.length === 1)
    return `Only ${operators[0]} is loaded: what other companies cover is not counted.`;
  return `Loaded are ${operators.slice(0, -1).join(', ')} and ${operators.at(-1)}: what any other company covers is not counted.`;
}

/** " (of postcodes, not premises; only EE is loaded)" */
function ofWords(target: Target, { unit }: CountedShare, operators: readonly string[]): string {
  const parts = [
    ...(unit === target.of ? [] : [`of ${unit}, not ${target.of}`]),
    ...(operators.length === 1 ? [`only ${operators[0]} is loaded`] : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

function verdictWords(status: TargetStatus, on: string): string {
  if (status === 'reached') return `Reached${on}.`;
  return status === 'open' ? `Cannot be told${on}.` : `Not reached${on}.`;
}

function lackingWords(
  status: TargetStatus,
  { least, mid, most, ifKnown }: TargetTrack['lacking'],
  { unit, notKnown }: CountedShare,
): string {
  if (status === 'reached') return '';
  const range = least === most ? '' : ` (between ${count(least)} and ${count(most)})`;
  const more = `${count(mid)} more ${unitWord(unit, mid)} ${mid === 1 ? 'is' : 'are'} needed${range}.`;
  if (notKnown === 0 || ifKnown === least) return more;
  return ifKnown === 0
    ? `${more} None if all ${count(notKnown)} not known were covered.`
    : `${more} If all ${count(notKnown)} not known were covered: at least ${count(ifKnown)}.`;
}

/** Coverage from before a day that has passed, or of no known date, does not tell of that day; '' where it does. */
export function earlyWords(given: {
  readonly target: Target;
  readonly status: TargetStatus;
  readonly dates: readonly (string | null)[];
  readonly asOf: string;
}): string {
  const { target, status, dates, asOf } = given;
  if (status === 'reached' || asOf <= target.by) return '';
  const latest = dates.findLast((date) => date !== null) ?? null;
  if (latest !== null && compareDates(latest, target.by) >= 0) return '';
  return `Whether it was reached by ${dateWords(target.by)} cannot be told from this.`;
}
