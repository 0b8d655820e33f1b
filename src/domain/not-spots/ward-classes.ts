import type { Analysis } from './analysis.ts';

/**
 * What a ward is on a map: one of five steps of its share of not-spots (1 low … 5 high), 0 where it has none,
 * 'not-known' where more than half of its units are, 'not-ranked' where the recipe ranks no wards.
 */
export type WardClass = 0 | 1 | 2 | 3 | 4 | 5 | 'not-known' | 'not-ranked';

export interface WardClasses {
  /** Six edges of the five steps, as shares 0 … 1: step s is over edges[s − 1] and up to edges[s]. */
  readonly edges: readonly number[];
  /** In the order of the analysis' wards. */
  readonly classes: readonly WardClass[];
}

/**
 * The class of every ward. The steps end at the first round number that holds every ward and are either equal or go by
 * the series 1, 2, 5, 10 …: whichever spreads the wards more evenly, so that one very bad ward does not make all others
 * look alike. Either way their edges can be read aloud. `beside`: another count, for which the steps hold as well.
 */
export function wardClasses(analysis: Analysis, beside?: Analysis): WardClasses {
  const { units, notSpots, ranksWards } = analysis;
  const shares = sharesOf(analysis);
  const all = beside ? [...shares, ...sharesOf(beside)] : shares;
  const highest = all.reduce((most, share) => Math.max(most, share), 0);
  const [equal, series] = [equalSteps(highest), seriesSteps(highest)];
  const edges = unevenness(all, series) < unevenness(all, equal) ? series : equal;
  const classes = shares.map((share, ward): WardClass => {
    if (units[ward] === 0 || notSpots.notKnown[ward] > units[ward] / 2) return 'not-known';
    return ranksWards ? stepOf(share, edges) : 'not-ranked';
  });
  return { edges, classes };
}

function sharesOf({ wardCodes, units, notSpots }: Analysis): number[] {
  return wardCodes.map((_, ward) => (units[ward] === 0 ? 0 : notSpots.mid[ward] / units[ward]));
}

const STEPS = 5;
const ROUND_TOPS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.4, 0.5, 0.75, 1];
const SERIES = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

function equalSteps(highest: number): number[] {
  const top = ROUND_TOPS.find((candidate) => candidate >= highest) ?? 1;
  return Array.from({ length: STEPS + 1 }, (_, step) => (top * step) / STEPS);
}

function seriesSteps(highest: number): number[] {
  const found = SERIES.findIndex((candidate) => candidate >= highest);
  const top = found < 0 ? SERIES.length - 1 : Math.max(STEPS - 1, found);
  return [0, ...SERIES.slice(top - STEPS + 1, top + 1)];
}

function stepOf(share: number, edges: readonly number[]): 0 | 1 | 2 | 3 | 4 | 5 {
  if (share === 0) return 0;
  const step = edges.findIndex((edge) => share <= edge + GUARD);
  return (step < 0 ? STEPS : Math.max(1, step)) as 1 | 2 | 3 | 4 | 5;
}

/** Sum of the squares of how many wards with a not-spot are in each step: least when they are spread evenly. */
function unevenness(shares: readonly number[], edges: readonly number[]): number {
  const inStep = new Array<number>(STEPS + 1).fill(0);
  for (const share of shares) inStep[stepOf(share, edges)]++;
  return inStep.slice(1).reduce((sum, wards) => sum + wards * wards, 0);
}

/** A share that equals an edge but for rounding belongs to the step that ends there. */
const GUARD = 1e-9;
