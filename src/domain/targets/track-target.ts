import { count } from '../not-spots/headline.ts';
import { type CountedShare, countedPercent } from '../published/counted-share.ts';
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
  /** Whole units still lacking, at most (`low` of the count) and at least (`high` of it, all that is not known covered). */
  readonly lacking: { readonly least: number; readonly mid: number; readonly most: number };
  /** Status and lacking units as a sentence. */
  readonly words: string;
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
  const lacking = { least: lack(high + notKnown), mid: lack(mid), most: lack(low) };
  const status: TargetStatus = lacking.most === 0 ? 'reached' : lacking.least > 0 ? 'short' : 'open';
  const share = countedPercent(counted);
  const caveats = [target.scope, target.caveat];
  if (target.of !== 'premises') caveats.push(`The aim is of ${target.of}; here ${unit} are counted.`);
  else if (unit !== 'premises') caveats.push(`The aim is of premises; here ${unit} are counted.`);
  if (notKnown > 0) caveats.push(`For ${count(notKnown)} of ${count(units)} ${unit} nothing is known.`);
  return {
    target,
    status,
    share,
    needed,
    lacking,
    words: wordsOf(status, lacking, unit, counted.fromShares),
    time: timeWords(target.by, asOf),
    caveats: caveats.filter((text) => text !== ''),
  };
}

/** A published percentage, rounded to `step` percentage points, against a target. */
export function trackPublished(target: Target, percent: number, step: number): PublishedTrack {
  const reaches = (value: number): boolean =>
    target.isExceeded ? value > target.percent : value >= target.percent;
  const [low, high] = [percent - step / 2, percent + step / 2];
  const status: TargetStatus = reaches(low) ? 'reached' : reaches(high) ? 'open' : 'short';
  const difference = Math.abs(percent - target.percent).toFixed(1);
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

function wordsOf(
  status: TargetStatus,
  { least, mid, most }: TargetTrack['lacking'],
  unit: string,
  fromShares: boolean,
): string {
  if (status === 'reached') return 'Reached here.';
  if (status === 'open')
    return most === mid && !fromShares
      ? `Cannot be told: ${count(most)} more ${unit} are needed, and as many could be among those not known.`
      : `Cannot be told: ${count(least)} to ${count(most)} more ${unit} are needed.`;
  const range = least === most ? '' : ` (between ${count(least)} and ${count(most)})`;
  return `Not reached here: ${count(mid)} more ${unit} are needed${range}.`;
}
