import type { CountComparison } from '../domain/before-after/compare-counts.ts';
import { placesOf } from '../domain/not-spots/tally.ts';
import { FINGERPRINT_COLUMNS, type Fingerprints, fingerprintCells } from '../domain/project/fingerprints.ts';
import { writeCsv } from './csv.ts';

/** What the file says of where its numbers come from. */
export interface BeforeAfterProvenance {
  /** Each side in words, complete enough to count it again. */
  readonly before: string;
  readonly after: string;
  readonly sources: string;
  /** ISO date. */
  readonly countedOn: string;
  readonly remark: string;
  readonly fingerprints?: Fingerprints | null;
}

/**
 * Two counts and their difference as CSV: a line per ward, then "outside" and "total". Counts in units, expectations with
 * up to six decimals; low and high are bounds. Where a side has no band, before + became + became_from_not_known − ceased
 * − ceased_to_not_known = after.
 */
export function beforeAfterCsv(comparison: CountComparison, provenance: BeforeAfterProvenance): string {
  const { wardCodes, wardNames, unit, units, before, after, difference, moves } = comparison;
  const places = placesOf(wardCodes.length);
  const rows = Array.from(units, (_, place): (string | number)[] => [
    wardCodes[place] ?? (place === places.outside ? 'outside' : 'total'),
    wardNames[place] ?? '',
    unit,
    units[place],
    rounded(before.mid[place]),
    before.low[place],
    before.high[place],
    before.notKnown[place],
    rounded(after.mid[place]),
    after.low[place],
    after.high[place],
    after.notKnown[place],
    rounded(difference.mid[place]),
    difference.low[place],
    difference.high[place],
    moves.became[place],
    moves.becameKnown[place],
    moves.ceased[place],
    moves.ceasedKnown[place],
    moves.stayed[place],
    moves.expected[place],
    provenance.before,
    provenance.after,
    provenance.sources,
    provenance.countedOn,
    provenance.remark,
    ...fingerprintCells(provenance.fingerprints),
  ]);
  return writeCsv(HEADER, rows);
}

const HEADER = [
  'ward_code',
  'ward_name',
  'unit',
  'premises',
  'before',
  'before_low',
  'before_high',
  'before_not_known',
  'after',
  'after_low',
  'after_high',
  'after_not_known',
  'difference',
  'difference_low',
  'difference_high',
  'became',
  'became_from_not_known',
  'ceased',
  'ceased_to_not_known',
  'stayed',
  'known_as_a_chance_only',
  'definition_before',
  'definition_after',
  'sources',
  'counted_on',
  'remark',
  ...FINGERPRINT_COLUMNS,
];

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
