import type { Unit } from '../premises/premises-table.ts';

/** What two releases are of: records or premises by id, shares by area, or footprints. */
export type ReleaseKind = 'records' | 'premises' | 'shares' | 'coverage';

/**
 * What became of one thing between two releases. 'gained' and 'lost': yes against no, or a share that rose or fell by
 * more than its rounding; 'changed': another text; 'known-now' and 'unknown-now': one side says nothing; 'unknown':
 * neither does; 'same': no change that can be told; 'appeared' and 'disappeared': in one release only; 'ambiguous': it
 * stands twice in a release with different values.
 */
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOMES = [
  'gained',
  'lost',
  'changed',
  'appeared',
  'disappeared',
  'known-now',
  'unknown-now',
  'same',
  'unknown',
  'ambiguous',
] as const;

/** How many ended as each outcome; they sum to all there are. */
export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** Outcomes in one ward, street or postcode sector, in units. */
export interface PlaceOutcomes {
  /** Ward code or street; '' for what has no place. */
  readonly code: string;
  readonly name: string;
  readonly counts: OutcomeCounts;
}

/** One release as the comparison names it. */
export interface ReleaseName {
  readonly contentId: string;
  readonly fileName: string;
  /** ISO date or part of one (2026, 2026-05); null where nothing tells it. */
  readonly date: string | null;
}

/** What one column has changed, in keys. */
export interface ColumnOutcomes {
  readonly column: string;
  readonly kind: 'yes-no' | 'text' | 'share';
  readonly counts: OutcomeCounts;
}

/** Two releases set against each other, everything in it ready to be sent between threads. */
export interface ReleaseComparison {
  readonly kind: ReleaseKind;
  readonly before: ReleaseName;
  readonly after: ReleaseName;
  /** Column compared in full; null where the things themselves are (footprints, lists without columns). */
  readonly column: string | null;
  readonly columns: readonly ColumnOutcomes[];
  /** What is counted in `totals`, `wards` and `streets`. */
  readonly unit: Unit | 'areas' | 'records';
  /** "gained gigabit": what an outcome of this column means. */
  readonly words: { readonly gained: string; readonly lost: string; readonly changed: string };
  /** In units. */
  readonly totals: OutcomeCounts;
  /** In keys of the files: ids or area codes; premises rows for footprints. */
  readonly keys: OutcomeCounts;
  /** Shares: expected units gained less lost, the sum of units × points / 100; null for the rest. */
  readonly expected: number | null;
  /** Shares: half the two rounding steps together, in points; changes up to it cannot be told. */
  readonly cannotTellPoints: number | null;
  readonly wards: readonly PlaceOutcomes[];
  readonly streets: readonly PlaceOutcomes[];
  readonly streetBasis: 'street' | 'postcode sector' | null;
  /** Units of keys that are no loaded premises and so have no place. */
  readonly unplaced: number;
  /** Things that gained, lost, changed, appeared or disappeared and have a place, at most `MOST_MARKS`. */
  readonly marks: readonly ChangedPlace[];
  /** All of them, marked or not. */
  readonly changedCount: number;
}

/** One thing that is not as it was. */
export interface ChangedPlace {
  readonly key: string;
  readonly outcome: Outcome;
  readonly before: string;
  readonly after: string;
  readonly lon: number;
  readonly lat: number;
}

/** One thing that is not as it was, in full, for exports. `lon` and `lat` are NaN where it has no place. */
export interface ReleaseChange extends ChangedPlace {
  readonly units: number;
  readonly wardCode: string;
  readonly street: string;
}

/** Marks drawn at most: beyond it a map says no more. */
export const MOST_MARKS = 5000;

export function noOutcomes(): Record<Outcome, number> {
  return {
    gained: 0,
    lost: 0,
    changed: 0,
    appeared: 0,
    disappeared: 0,
    'known-now': 0,
    'unknown-now': 0,
    same: 0,
    unknown: 0,
    ambiguous: 0,
  };
}

/** True for what the map marks and the exports list. */
export function isChange(outcome: Outcome): boolean {
  return outcome !== 'same' && outcome !== 'unknown' && outcome !== 'ambiguous';
}
