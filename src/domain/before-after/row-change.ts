import { ROW_NO, ROW_NOT_KNOWN, ROW_SHARE, ROW_YES } from '../not-spots/count-shares.ts';

/**
 * What became of one premises row between two counts. 'likelier' and 'less-likely': at least one side knows only a chance,
 * and it rose or fell; 'as-likely': it is the same.
 */
export type RowChange = (typeof ROW_CHANGES)[number];

/** A row's change is kept as its place in this list. */
export const ROW_CHANGES = [
  'both-covered',
  'both-not-spot',
  'became',
  'ceased',
  'known-now',
  'unknown-now',
  'both-not-known',
  'likelier',
  'less-likely',
  'as-likely',
] as const;

/** The answers of one count, row by row: ROW_… of count-shares.ts, and chances in percent of ROW_SHARE rows. */
export interface RowAnswers {
  readonly rowState: Uint8Array;
  /** May be empty where no row has a chance. */
  readonly rowChance: Uint8Array;
}

/** The change of every row as its place in ROW_CHANGES. Both counts must have the same rows. */
export function rowChanges(before: RowAnswers, after: RowAnswers): Uint8Array {
  const changes = new Uint8Array(before.rowState.length);
  for (let row = 0; row < changes.length; row++) {
    const pair = pairOf(before.rowState[row], after.rowState[row]);
    const certain = CERTAIN[pair];
    changes[row] = certain >= 0 ? certain : likelihood(before, after, row);
  }
  return changes;
}

/** By how many percent the chance of being a not-spot rose or fell, row by row; 0 where a side is not known. */
export function chanceShifts(before: RowAnswers, after: RowAnswers): Uint8Array {
  const shifts = new Uint8Array(before.rowState.length);
  for (let row = 0; row < shifts.length; row++) {
    if (before.rowState[row] === ROW_NOT_KNOWN || after.rowState[row] === ROW_NOT_KNOWN) continue;
    shifts[row] = Math.abs(chanceAt(after, row) - chanceAt(before, row));
  }
  return shifts;
}

/** The number of a pair of states, 0 … 15. */
export function pairOf(before: number, after: number): number {
  return before * 4 + after;
}

const codeOf = (change: RowChange): number => ROW_CHANGES.indexOf(change);

/** By pair of states: the change, or −1 where chances decide. */
const CERTAIN = new Int8Array(16).fill(-1);
for (const state of [ROW_NO, ROW_YES, ROW_SHARE]) {
  CERTAIN[pairOf(ROW_NOT_KNOWN, state)] = codeOf('known-now');
  CERTAIN[pairOf(state, ROW_NOT_KNOWN)] = codeOf('unknown-now');
}
CERTAIN[pairOf(ROW_NOT_KNOWN, ROW_NOT_KNOWN)] = codeOf('both-not-known');
CERTAIN[pairOf(ROW_NO, ROW_NO)] = codeOf('both-covered');
CERTAIN[pairOf(ROW_YES, ROW_YES)] = codeOf('both-not-spot');
CERTAIN[pairOf(ROW_NO, ROW_YES)] = codeOf('became');
CERTAIN[pairOf(ROW_YES, ROW_NO)] = codeOf('ceased');

const LIKELIER = codeOf('likelier');
const LESS_LIKELY = codeOf('less-likely');
const AS_LIKELY = codeOf('as-likely');

function likelihood(before: RowAnswers, after: RowAnswers, row: number): number {
  const change = chanceAt(after, row) - chanceAt(before, row);
  return change > 0 ? LIKELIER : change < 0 ? LESS_LIKELY : AS_LIKELY;
}

function chanceAt({ rowState, rowChance }: RowAnswers, row: number): number {
  return rowState[row] === ROW_YES ? 100 : rowState[row] === ROW_SHARE ? rowChance[row] : 0;
}
