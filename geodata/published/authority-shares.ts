import { Random } from '../ground/random.ts';

/** One row of the table that a regulator would publish: an authority at one date. */
export interface AuthorityShare {
  readonly code: string;
  readonly name: string;
  readonly period: string;
  readonly premises: number;
  /** One decimal, as such figures are published. */
  readonly gigabitPercent: string;
}

/** The two releases of the table. */
const PERIODS = ['2024-07', '2026-01'] as const;
/** The borough's own published shares: a little behind what its footprints give now, as the real ones are. */
const OWN_PERCENT = [61.2, 73.8] as const;

/**
 * A table of fictional authorities' gigabit shares at two dates, the borough first. Codes end in 999001 and up: the ONS
 * counts from 000001 and is far below. Names are of birds: none is a UK authority's.
 */
export function authorityShares(
  borough: { readonly code: string; readonly name: string; readonly premises: number },
  seed: string,
): AuthorityShare[] {
  const random = new Random(`${seed} authorities`);
  const own = PERIODS.map((period, i) => ({ ...borough, period, gigabitPercent: OWN_PERCENT[i].toFixed(1) }));
  const others = OTHERS.map(([code, name]) => {
    const premises = 100 * random.whole(180, 1900);
    const before = random.between(28, 92);
    const after = Math.min(99.4, before + random.between(2, 26));
    return PERIODS.map((period, i) => ({
      code,
      name,
      period,
      premises: premises + 100 * i * random.whole(0, 12),
      gigabitPercent: (i === 0 ? before : after).toFixed(1),
    }));
  });
  return [own, ...others].flat();
}

const OTHERS: readonly (readonly [string, string])[] = [
  ['E06999001', 'Avocet Sands'],
  ['E06999002', 'Bitternholm'],
  ['E06999003', 'Curlewick'],
  ['E06999004', 'Dabchick Levels'],
  ['E07999001', 'Fieldfare Vale'],
  ['E07999002', 'Goldcrest Hundred'],
  ['E07999003', 'Kestrelby'],
  ['E07999004', 'Lapwingham'],
  ['E07999005', 'Linnet Norton'],
  ['E07999006', 'Nightjar Downs'],
  ['E07999007', 'Pipit Cross'],
  ['E08999002', 'Plovermouth'],
  ['E08999003', 'Siskinford'],
  ['E08999004', 'Stonechat'],
  ['E09999001', 'Swiftgate'],
  ['E09999002', 'Wagtail Green'],
  ['W06999001', 'Cwm Gylfinir'],
  ['W06999002', 'Ospreyhaven'],
  ['S12999001', 'Crossbill Fells'],
  ['S12999002', 'Ptarmigan Forest'],
  ['S12999003', 'Turnstone Isles'],
  ['N09999001', 'Godwit and Brent'],
  ['N09999002', 'Whinchat Moor'],
];
