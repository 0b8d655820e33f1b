import { count, percent, unitWord } from '../../domain/not-spots/headline.ts';
import {
  REACH_QUALITIES,
  REACH_REASONS,
  type ReachAnswer,
  type ReachCount,
  type ReachQuality,
} from '../../domain/radio/reach-answer.ts';
import { rememberLast } from './remember-last.ts';
import { QUALITY_LOOKS, type RooftopLook } from './rooftop-looks.ts';

/** A quality with how much of the radius has it. */
export interface QualityLine {
  readonly quality: ReachQuality;
  readonly look: RooftopLook;
  readonly label: string;
  /** One line on what it means. */
  readonly meaning: string;
  /** "1,204" and "24.1 %" */
  readonly value: string;
  readonly percent: string;
  /** 0 … 1 of all within the radius. */
  readonly share: number;
  /** "210 not-spots"; null where there are none, or nothing is counted. */
  readonly notSpots: string | null;
}

/** A reach in words. */
export interface ReachSummary {
  /** "1,204" */
  readonly number: string;
  /** "of 4,990 premises (24.1 %) within 3 km are served from here." */
  readonly rest: string;
  /** "For 9,639 it is not known: no heights there.", where that is most of them and so comes first; else null. */
  readonly mostlyUnknown: string | null;
  /** "210 of them are not-spots, newly served: 120 at a rate that counts as gigabit, 90 at a usable one, not gigabit." */
  readonly newly: string;
  /** Rates, how many can be served at once, what is not known: whole sentences. */
  readonly lines: readonly string[];
  readonly qualities: readonly QualityLine[];
}

/** What a reach comes to; counts are of units, never of rows. */
export const reachSummary = rememberLast((reach: ReachAnswer): ReachSummary => {
  const { all, served, gigabit, unit, byQuality, recipeWords, mostClients } = reach;
  const share = (one: ReachCount): number => (all.units === 0 ? 0 : one.units / all.units);
  const unknown = byQuality[REACH_QUALITIES.indexOf('not known')];
  const isMostlyUnknown = unknown.units > all.units / 2;
  const weak = tooWeak(reach);
  const isOne = all.units === 1;
  return {
    number: count(served.units),
    rest: `of ${count(all.units)} ${unitWord(unit, all.units)}${all.units > 0 ? ` (${percent(share(served))})` : ''} within ${kilometres(reach.radiusMetres)} ${isOne ? 'is' : 'are'} served from here.`,
    mostlyUnknown: isMostlyUnknown
      ? `For ${count(unknown.units)} it is not known: no heights there, or on the way.`
      : null,
    // Where those not known were named last, "them" would be them.
    newly: newlyWords(reach, isMostlyUnknown ? 'the served' : 'them'),
    lines: [
      served.units > 0
        ? `${count(gigabit.units)} of the served ${gigabit.units === 1 ? 'has' : 'have'} a rate that counts as gigabit; ${count(served.units - gigabit.units)} a usable one, not gigabit.`
        : '',
      weak.ever > 0 && weak.rain > 0
        ? `Of the too weak, ${count(weak.ever)} are so even in clear air, ${count(weak.rain)} in the rain reckoned with.`
        : '',
      unknown.units > 0 && !isMostlyUnknown
        ? `For ${count(unknown.units)} it is not known: heights are missing there or on the way.`
        : '',
      served.units > mostClients
        ? `One such hub serves at most ${count(mostClients)} at once. The counts do not share that out.`
        : '',
    ].filter(Boolean),
    qualities: REACH_QUALITIES.map((quality, code): QualityLine => {
      const one = byQuality[code];
      const notSpots = one.notSpots + one.expectedNotSpots;
      return {
        quality,
        look: QUALITY_LOOKS[quality],
        label: QUALITY_LOOKS[quality].label,
        meaning: quality === 'too weak' ? tooWeakWords(weak) : MEANINGS[quality],
        value: count(one.units),
        percent: percent(share(one)),
        share: share(one),
        notSpots: recipeWords !== null && notSpots > 0 ? spotWords(notSpots, one.expectedNotSpots > 0) : null,
      };
    }).filter(({ value }) => value !== '0'),
  };
});

/** "3 km", "2.5 km", "800 m" */
export function kilometres(metres: number): string {
  return metres < 1_000 ? `${metres} m` : `${Number((metres / 1_000).toFixed(2))} km`;
}

/** Of the served: how many are not-spots of the definition in force, "newly served", and how many of those get gigabit. */
function newlyWords({ served, gigabit, recipeWords }: ReachAnswer, them: string): string {
  if (recipeWords === null) return `How many of ${them} are not-spots is not known: no coverage is loaded.`;
  const { notKnown, expectedNotSpots } = served;
  const sum = served.notSpots + expectedNotSpots;
  const about = expectedNotSpots > 0 ? 'About ' : '';
  const one = Math.round(sum) === 1;
  const known =
    sum === 0
      ? `None of ${them} is a not-spot.`
      : sum < 0.5
        ? `Under 1 of ${them} is expected to be a not-spot.`
        : `${about}${count(sum)} of ${them} ${one ? 'is a not-spot' : 'are not-spots'}, newly served: ${rateShares(served, gigabit)}.`;
  return notKnown > 0 ? `${known} For ${count(notKnown)} that is not known.` : known;
}

/** "15 at a rate that counts as gigabit, 25 at a usable one, not gigabit"; as printed, both add up to all newly served. */
function rateShares(served: ReachCount, gigabit: ReachCount): string {
  const [allExactly, fastExactly] = [served, gigabit].map((one) => one.notSpots + one.expectedNotSpots);
  const all = Math.round(allExactly);
  const fast = Math.min(all, Math.round(fastExactly));
  if (all === 1) return fast === 1 ? 'at a rate that counts as gigabit' : 'at a usable rate, not gigabit';
  if (fast === all) return `${fastExactly < allExactly ? 'nearly ' : ''}all at a rate that counts as gigabit`;
  if (fast === 0) return `${fastExactly > 0 ? 'under 1' : 'none'} at a rate that counts as gigabit`;
  const about = served.expectedNotSpots > 0 ? 'about ' : '';
  return `${about}${count(fast)} at a rate that counts as gigabit, ${about}${count(all - fast)} at a usable one, not gigabit`;
}

/** Units that the signal is too weak for, by rain and even without. */
function tooWeak({ rows }: ReachAnswer): { readonly rain: number; readonly ever: number } {
  const weak = { rain: 0, ever: 0 };
  for (const [at, code] of rows.quality.entries()) {
    if (REACH_QUALITIES[code] !== 'too weak') continue;
    const isEver = REACH_REASONS[rows.reason[at]] === 'the signal is too weak even in clear air';
    weak[isEver ? 'ever' : 'rain'] += rows.units[at];
  }
  return weak;
}

/** Whether rain makes the signal too weak, or it is so even without; each with how many, where there are both. */
function tooWeakWords(weak: ReturnType<typeof tooWeak>): string {
  const start = 'The line is free, but the signal does not hold';
  if (weak.ever === 0) return `${start} in the rain reckoned with.`;
  if (weak.rain === 0) return `${start} even in clear air.`;
  return `${start}: for ${count(weak.ever)} even in clear air, for ${count(weak.rain)} in the rain reckoned with.`;
}

/** "210 not-spots", "about 14 not-spots", "under 1 not-spot expected" */
function spotWords(notSpots: number, isExpected: boolean): string {
  if (notSpots < 0.5) return 'under 1 not-spot expected';
  const noun = Math.round(notSpots) === 1 ? 'not-spot' : 'not-spots';
  return `${isExpected ? 'about ' : ''}${count(notSpots)} ${noun}`;
}

const MEANINGS: Readonly<Record<Exclude<ReachQuality, 'too weak'>, string>> = {
  clear: 'The line is free with room around it, and the signal holds.',
  marginal: 'The line is free with little room around it, and the signal holds.',
  obstructed: 'Something stands in the line; the signal may hold behind it. Not counted as served.',
  blocked: 'Something stands in the line.',
  'not known': 'Heights are missing there or on the way.',
  'no link': 'On the site’s own building or at its own place.',
};
