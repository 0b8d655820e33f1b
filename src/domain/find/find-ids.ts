import { premisesCell } from '../premises/premises-table.ts';
import { type FindIndex, idHash, NUMBER_ID } from './find-index.ts';
import { keyRange, rowsOfKey } from './key-index.ts';

/** Premises rows with this very id; leading zeros, case and spaces say nothing. */
export function rowsOfId(index: FindIndex, id: string): number[] {
  const text = id.trim();
  if (NUMBER_ID.test(text)) return [...rowsOfKey(index.numberIds, Number(text))];
  const { premises } = index.words;
  const wanted = compact(text);
  return [...rowsOfKey(index.textIds, idHash(text))].filter(
    (row) => compact(premisesCell(premises, premises.ids, row)) === wanted,
  );
}

/** Premises rows whose id of digits begins so, the lowest ids first: `most` of them, and how many there are. */
export function rowsOfIdStart(
  index: FindIndex,
  digits: string,
  most: number,
): { rows: number[]; total: number } {
  const rows: number[] = [];
  let total = 0;
  const start = digits.replace(/^0+(?=\d)/, '');
  if (start === '0') return { rows, total };
  for (let more = 0; start.length + more <= LONGEST; more++) {
    const [from, to] = keyRange(
      index.numberIds,
      Number(start) * 10 ** more,
      (Number(start) + 1) * 10 ** more,
    );
    total += to - from;
    for (let i = from; i < to && rows.length < most; i++) rows.push(index.numberIds.rows[i]);
  }
  return { rows, total };
}

const LONGEST = 12;

function compact(id: string): string {
  return id.replace(/\s+/g, '').toUpperCase();
}
