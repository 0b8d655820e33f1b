import type { CountComparison } from '../../domain/before-after/compare-counts.ts';
import { compareSides } from '../../domain/before-after/compare-sides.ts';
import type { CountSides } from '../../domain/before-after/count-side.ts';
import { KnownCounts } from '../../domain/before-after/known-counts.ts';
import { chanceShifts, ROW_CHANGES } from '../../domain/before-after/row-change.ts';
import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { withoutRows } from '../../domain/not-spots/without-rows.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import type { StudyBench } from '../study-bench.ts';
import type { PremisesTileInput } from '../tiles/premises-tile.ts';

/** Both counts and their difference, for the screen: what is said of single rows stays behind for the tiles. */
export interface BeforeAfterAnswer {
  readonly before: Analysis;
  readonly after: Analysis;
  readonly comparison: CountComparison;
}

/** What the study leaves for the map, and for its next question. */
export interface KeptSides {
  readonly of: CountSides;
  readonly known: KnownCounts;
  readonly tiles: Readonly<Record<'before' | 'after' | 'difference', PremisesTileInput>>;
}

/** Counts both sides, or takes a side's earlier count, and compares them. */
export function* study(
  { workbench, kept }: StudyBench,
  project: Project,
  sides: CountSides,
): Generator<WorkStep, BeforeAfterAnswer> {
  const known = (kept.get(BEFORE_AFTER) as KeptSides | undefined)?.known ?? new KnownCounts();
  const { before, after, comparison, premises } = yield* compareSides(workbench, project, sides, known);
  const side = ({ rowState, rowChance }: Analysis): PremisesTileInput => ({ premises, rowState, rowChance });
  const difference: PremisesTileInput = {
    premises,
    rowState: comparison.rowChange,
    rowChance: chanceShifts(before, after),
    vocabulary: CHANGES,
  };
  kept.set(BEFORE_AFTER, project, {
    of: sides,
    known,
    tiles: { before: side(before), after: side(after), difference },
  });
  return {
    before: withoutRows(before),
    after: withoutRows(after),
    comparison: { ...comparison, rowChange: new Uint8Array(0) },
  };
}

/** The name under which the study keeps what it leaves. */
export const BEFORE_AFTER = 'before-after';

/** From afar a cell shows what moved in it before what did not. */
const MOST_TELLING: readonly (typeof ROW_CHANGES)[number][] = [
  'became',
  'ceased',
  'unknown-now',
  'known-now',
  'both-not-spot',
  'likelier',
  'less-likely',
  'both-not-known',
  'as-likely',
  'both-covered',
];

const CHANGES = {
  words: ROW_CHANGES,
  weights: ROW_CHANGES.map((change) => MOST_TELLING.length - MOST_TELLING.indexOf(change)),
  withChance: new Set(['likelier', 'less-likely']),
};
