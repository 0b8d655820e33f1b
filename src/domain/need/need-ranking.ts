import { type RankRange, rankRanges } from '../compare/rank-range.ts';
import { analyse } from '../not-spots/analyse.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { placesOf, tallyUnits } from '../not-spots/tally.ts';
import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';
import type { Prepared } from '../project/prepared.ts';
import type { Project } from '../project/project.ts';
import type { WorkStep } from '../project/work-step.ts';

/** Not-spots with and without need as a weight. Places: wards in the order of the analysis, outside, total. */
export interface NeedRanking {
  /** Expected not-spots among rows that have a weight, each unit counted as one. */
  readonly plain: Float64Array;
  /** The same units, each counted by its weight: Σ over not-spot units of weight. */
  readonly weighted: Float64Array;
  /** Not-spots among rows without a value: of these the need is not known, and neither list holds them. */
  readonly withoutValue: Float64Array;
  /** Units of rows that have a weight. */
  readonly units: Float64Array;
  /** By ward. Rank 1 has the most. Null where the ward has no units with a value. */
  readonly wards: readonly NeedRankedWard[];
}

export interface NeedRankedWard {
  readonly plain: RankRange | null;
  readonly weighted: RankRange | null;
  /** Places up (positive) or down that need moves the ward; 0 where it has no rank. */
  readonly move: number;
}

/**
 * Counts the recipe of an analysis once with each row's units multiplied by its weight: expectations are linear in the
 * units, so shares are weighted by their chance. With all weights 1 both lists are equal; scaled weights give the same
 * ranks. `weights` as needWeights gives them, NaN where a row has no value.
 */
export function* rankByNeed(given: {
  readonly prepared: Prepared;
  readonly project: Project;
  readonly analysis: Analysis;
  readonly weights: Float64Array;
}): Generator<WorkStep, NeedRanking> {
  const { prepared, weights, analysis } = given;
  const { premises, membership } = prepared;
  const wards = prepared.wards.codes.length;
  const weighed = (weightOf: (row: number) => number): PremisesTable => ({
    ...premises,
    units: Float64Array.from(weights, (weight, row) =>
      Number.isNaN(weight) ? 0 : unitsAt(premises, row) * weightOf(row),
    ),
  });
  const valued = weighed(() => 1);
  yield { what: 'Counting not-spots with a need', fraction: 0.3 };
  const plain = weights.some(Number.isNaN) ? notSpots(given, valued) : analysis.notSpots.mid;
  yield { what: 'Weighing not-spots by need', fraction: 0.6 };
  const weighted = notSpots(
    given,
    weighed((row) => weights[row]),
  );
  const units = tallyUnits(valued, membership.wardOf, wards);
  const ranksOf = (counts: Float64Array) =>
    rankRanges(
      Array.from({ length: wards }, (_, ward) => {
        const value = units[ward] === 0 ? Number.NaN : rounded(counts[ward]);
        return { low: value, mid: value, high: value };
      }),
      'highest',
    );
  const [before, after] = [ranksOf(plain), ranksOf(weighted)];
  return {
    plain,
    weighted,
    withoutValue: plain.map((counted, place) => rounded(Math.max(0, analysis.notSpots.mid[place] - counted))),
    units,
    wards: before.map((rank, ward) => ({
      plain: rank,
      weighted: after[ward],
      move: (rank?.rank ?? 0) - (after[ward]?.rank ?? 0),
    })),
  };
}

function notSpots(
  { prepared, project, analysis }: { prepared: Prepared; project: Project; analysis: Analysis },
  premises: PremisesTable,
): Float64Array {
  const wards = prepared.wards.codes.length;
  const { wardOf } = prepared.membership;
  const counted = analyse({
    ...prepared,
    premises,
    layers: project.layers,
    recipeText: analysis.recipeText,
    uses: null,
    notes: [],
    layerTallies: {
      units: tallyUnits(premises, wardOf, wards),
      rowsAt: new Float64Array(placesOf(wards).length),
      layers: [],
      operators: [],
    },
  });
  return counted.notSpots.mid;
}

/** Sums of fractions in another order differ in their last digits: equal to a millionth of a unit is equal. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
