import { count, unitWord } from '../not-spots/headline.ts';
import { unitsAt } from '../premises/premises-table.ts';
import { counted } from '../tables/issue-collector.ts';
import type { QualityCheck } from './quality-input.ts';
import { MOST_PLACES } from './quality-note.ts';
import { rowPlaces } from './row-places.ts';

/** Several rows at exactly one point: flats of a block, or records put in the middle of a street. */
export const checkStacks: QualityCheck = function* ({ placed }) {
  if (!placed) return [];
  const { premises, dataset } = placed;
  const { lon, lat, tileKeys } = premises;
  const stacks: { readonly row: number; readonly rows: number }[] = [];
  let stacked = 0;
  let unitsStacked = 0;
  let from = 0;
  while (from < premises.count) {
    // Equal points have equal tile keys, and the keys ascend.
    let to = from + 1;
    while (to < premises.count && tileKeys[to] === tileKeys[from]) to++;
    yield { what: 'Looking for stacked rows', fraction: from / premises.count };
    const rows = Array.from({ length: to - from }, (_, i) => from + i).sort(
      (a, b) => lon[a] - lon[b] || lat[a] - lat[b] || a - b,
    );
    for (let i = 0; i < rows.length; ) {
      let j = i + 1;
      while (j < rows.length && lon[rows[j]] === lon[rows[i]] && lat[rows[j]] === lat[rows[i]]) j++;
      if (j - i > 1) {
        stacks.push({ row: rows[i], rows: j - i });
        stacked += j - i;
        for (let k = i; k < j; k++) unitsStacked += unitsAt(premises, rows[k]);
      }
      i = j;
    }
    from = to;
  }
  if (stacks.length === 0) return [];
  stacks.sort((a, b) => b.rows - a.rows || a.row - b.row);
  const top = stacks.slice(0, MOST_PLACES);
  const units = `${count(unitsStacked)} ${unitWord(premises.unit, unitsStacked)}`;
  return [
    {
      kind: 'stacked',
      count: stacked,
      of: premises.count,
      text: `${counted(stacked, 'row')} share their point with others, up to ${count(stacks[0].rows)} at one: flats of a block, or rows placed by their postcode.`,
      effect: `Each is counted: ${units} at ${counted(stacks.length, 'point')}. A point lies in coverage with all its rows, or with none.`,
      places: rowPlaces(
        premises,
        top.map((stack) => stack.row),
        (_, i) => `${count(top[i].rows)} rows at one point`,
      ),
      contentIds: [dataset.contentId],
    },
  ];
};
