import { count } from '../../domain/not-spots/headline.ts';
import type { RoofRanking } from '../../domain/plan/barrier-ledger.ts';
import type { Lever } from '../../domain/plan/lever.ts';
import { leverFrom } from '../../domain/plan/levers-known.ts';
import { numberOf } from './count-text.ts';
import { rememberLast } from './remember-last.ts';
import { unitsText } from './units-text.ts';

/** One of the council's roofs, ready to print. */
export interface RankedRoofView {
  readonly id: string;
  readonly rank: number;
  readonly name: string;
  /** "lighting column; the council is silent" */
  readonly details: string;
  /** Units newly reached, and all that it reaches. */
  readonly newly: string;
  readonly reaches: string;
  readonly gigabit: string;
  /** Of all units asked, 0 to 1. */
  readonly newShare: number;
  readonly reachShare: number;
  readonly isHub: boolean;
  /** Opens this roof, where the council would have to be won over or asked; null: nothing is to be opened. */
  readonly lever: Lever | null;
}

export interface RoofRankingView {
  /** "The best of 63 council roofs newly reaches 38 of 96 premises." */
  readonly summary: string;
  readonly roofs: readonly RankedRoofView[];
  /** Roofs that reach nobody. */
  readonly idle: number;
}

/** The ranking with those that reach nobody counted only. */
export const roofRankingView = rememberLast(({ roofs, asked, unit }: RoofRanking): RoofRankingView => {
  const useful = roofs.filter(({ reaches }) => reaches > 0);
  const share = (units: number): number => (asked === 0 ? 0 : units / asked);
  return {
    summary: summaryOf(roofs, asked, unit),
    idle: roofs.length - useful.length,
    roofs: useful.map((roof, at) => ({
      id: roof.roof,
      rank: at + 1,
      name: roof.name,
      details: [
        roof.kind,
        roof.isHub
          ? 'a hub of this plan'
          : roof.barredBy
            ? `barred (${roof.barredBy})`
            : wayleaveWords(roof.wayleave),
        ...(roof.beyondOthers > roof.newlyReaches
          ? [
              `of those it reaches, ${count(roof.beyondOthers)} hang on the council’s roofs: no other owner’s hub serves them`,
            ]
          : []),
      ].join('; '),
      newly: count(roof.newlyReaches),
      reaches: count(roof.reaches),
      gigabit: count(roof.gigabit),
      newShare: share(roof.newlyReaches),
      reachShare: share(roof.reaches),
      isHub: roof.isHub,
      lever: roof.isHub || roof.wayleave === 'willing' ? null : leverFrom('council-roof access', [roof.roof]),
    })),
  };
});

function wayleaveWords(wayleave: string): string {
  if (wayleave === 'refusing') return 'the council refuses';
  if (wayleave === 'not asked') return 'the council was not asked';
  return `the council is ${wayleave}`;
}

function summaryOf(roofs: RoofRanking['roofs'], asked: number, unit: RoofRanking['unit']): string {
  if (roofs.length === 0) return 'No roof, mast or column of the council is near these premises.';
  const of = `${numberOf(roofs.length, 'council roof or column', 'council roofs and columns')}`;
  const [best] = roofs;
  if (best.newlyReaches === 0)
    return `None of ${of} reaches anybody that the plan’s rooftop radio does not serve already.`;
  return `The best of ${of}, ${best.name}, newly reaches ${count(best.newlyReaches)} of ${unitsText(asked, unit)}.`;
}
