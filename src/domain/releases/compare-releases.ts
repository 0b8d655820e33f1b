import { premisesCell } from '../premises/premises-table.ts';
import { CHUNK_ROWS, type WorkStep } from '../project/work-step.ts';
import { ChangeTally } from './change-tally.ts';
import { wordsFor } from './column-pairs.ts';
import { yesNoOutcome } from './compare-column.ts';
import { compareRows } from './compare-rows.ts';
import { compareShares } from './compare-shares.ts';
import { type Compared, comparedOf } from './compared.ts';
import { noOutcomes } from './comparison.ts';
import type { ReleaseInput } from './release-input.ts';

/**
 * Compares two releases key by key: every key of either is in exactly one outcome. Units are those of the joined premises
 * row; a key without one counts as one and has no place. For shares every premises counts in its area's outcome. Yields
 * between chunks. Throws RangeError where a release has no column to tell its rows apart by.
 */
export function* compareReleases(input: ReleaseInput): Generator<WorkStep, Compared> {
  yield { what: 'Reading both releases', fraction: 0 };
  if (input.kind === 'coverage') return yield* compareFootprints(input);
  if (input.kind === 'shares') return yield* compareShares(input);
  return yield* compareRows(input);
}

function* compareFootprints(input: ReleaseInput): Generator<WorkStep, Compared> {
  const { before, after, placed } = input;
  if (!placed || !before.answers || !after.answers)
    throw new RangeError('Footprints are compared at the premises: load premises first.');
  const tally = new ChangeTally(input.wards, input.streets);
  const keys = noOutcomes();
  const words = ['no', 'yes', 'not known'];
  const said = (answer: number): string => words[answer < 0 ? 2 : answer];
  for (let row = 0; row < placed.premises.count; row++) {
    const outcome = yesNoOutcome(before.answers[row], after.answers[row]);
    keys[outcome]++;
    tally.add({
      key: premisesCell(placed.premises, placed.premises.ids, row).trim(),
      outcome,
      before: said(before.answers[row]),
      after: said(after.answers[row]),
      at: { ...placed, row },
      postcode: '',
    });
    if (row % CHUNK_ROWS === CHUNK_ROWS - 1)
      yield { what: 'Comparing footprints', fraction: row / placed.premises.count };
  }
  const unit = placed.premises.unit;
  return comparedOf(input, {
    tally,
    keys,
    columns: [],
    column: null,
    unit,
    words: wordsFor(null, input.technology),
  });
}
