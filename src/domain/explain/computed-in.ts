import { type FigureQuestion, usesAsked } from './figure-question.ts';

/** A file of this program's repository, and what it does for a figure. */
export interface ComputedIn {
  readonly path: string;
  readonly does: string;
}

const MEMBERSHIP: ComputedIn = {
  path: 'src/domain/not-spots/ward-membership.ts',
  does: 'finds the ward of each row',
};
const ANALYSE: ComputedIn = {
  path: 'src/domain/not-spots/analyse.ts',
  does: 'counts per ward, outside and in total',
};
const TALLY: ComputedIn = { path: 'src/domain/not-spots/tally.ts', does: 'adds up the units of each ward' };
const TRUTH: ComputedIn = {
  path: 'src/domain/not-spots/crisp-truth.ts',
  does: 'decides for each row: yes, no, or not known',
};
const SHARES: ComputedIn = {
  path: 'src/domain/not-spots/count-shares.ts',
  does: 'turns shares of areas into expected counts with bounds',
};
const BAND: ComputedIn = {
  path: 'src/domain/not-spots/share-band.ts',
  does: 'says what a share of an area allows for a part of it',
};
const GRADED: ComputedIn = {
  path: 'src/domain/not-spots/count-graded.ts',
  does: 'counts between high and very high confidence',
};
const USE: ComputedIn = { path: 'src/domain/premises/premises-use.ts', does: 'reads what a row is used for' };
const BY_USE: ComputedIn = { path: 'src/domain/not-spots/count-by-use.ts', does: 'counts by use' };
const OPERATORS: ComputedIn = {
  path: 'src/domain/not-spots/operator-counts.ts',
  does: 'counts operators where shares tell their number',
};
const CHECK: ComputedIn = {
  path: 'src/domain/not-spots/check-analysis.ts',
  does: 'counts everything again, slowly, without any index',
};
const SHAPE: Record<'polygons' | 'records' | 'shares', ComputedIn> = {
  polygons: {
    path: 'src/domain/coverage/answers-from-polygons.ts',
    does: 'covered, not covered or not known, by coverage areas',
  },
  records: {
    path: 'src/domain/coverage/answers-from-records.ts',
    does: 'covered, not covered or not known, by records',
  },
  shares: { path: 'src/domain/coverage/answers-from-shares.ts', does: 'which area’s share stands for a row' },
};

/** Every file that an explanation may name. */
export const COMPUTED_IN: readonly ComputedIn[] = [
  MEMBERSHIP,
  ANALYSE,
  TALLY,
  TRUTH,
  SHARES,
  BAND,
  GRADED,
  USE,
  BY_USE,
  OPERATORS,
  CHECK,
  ...Object.values(SHAPE),
];

/** The files that a figure comes from, the deciding one first. `shapes`: those of the layers it uses. */
export function computedIn(
  question: FigureQuestion,
  shapes: ReadonlySet<keyof typeof SHAPE>,
  banded: boolean,
): readonly ComputedIn[] {
  if (question.kind === 'units') return [...(usesAsked(question) ? [USE] : []), TALLY, MEMBERSHIP];
  const fromShares = shapes.has('shares');
  const counting = fromShares ? [SHARES, BAND] : banded ? [TRUTH, GRADED] : [TRUTH];
  const byUse = usesAsked(question) ? [BY_USE, USE] : [];
  const operators = question.kind === 'operators' && fromShares ? [OPERATORS] : [];
  return [
    ...counting,
    ANALYSE,
    ...byUse,
    ...operators,
    ...(['polygons', 'records', 'shares'] as const)
      .filter((shape) => shapes.has(shape))
      .map((shape) => SHAPE[shape]),
    MEMBERSHIP,
    CHECK,
  ];
}
