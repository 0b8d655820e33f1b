import type { TableCell } from '../stores/derived/table-cell.ts';
import { ProportionBar } from '../ui/proportion-bar.tsx';
import { ExplainedNumber } from './explained-number.tsx';

/** What stands in a cell of any table: its number, which opens its explanation where it has one, its bounds and its bar. */
export function ExplainedCell({ cell }: { readonly cell: TableCell }) {
  const { band, share = null, asks } = cell;
  const number = band ? (
    <>
      <Text cell={cell} /> <span className="cell-band">{band}</span>
    </>
  ) : (
    <Text cell={cell} />
  );
  const asked = asks ? (
    <ExplainedNumber asks={asks} place={asks.place} inTable>
      {number}
    </ExplainedNumber>
  ) : (
    number
  );
  if (share === null) return asked;
  return (
    <span className="share-cell">
      <ProportionBar height={8} parts={[{ key: 'n', share, pattern: 'hatch', token: '--not-spot' }]} />
      {asks ? asked : <span>{asked}</span>}
    </span>
  );
}

/** How the numbers of a table are reached by the keyboard, read with it. */
export const CELL_HINT = 'Left and right arrows reach the row’s numbers; Enter explains one.';

function Text({ cell: { text, words, sign = 0 } }: { readonly cell: TableCell }) {
  if (words)
    return (
      <>
        <span aria-hidden="true">{text}</span>
        <span className="unseen">{words}</span>
      </>
    );
  return sign === 0 ? text : <span className={sign < 0 ? 'change-fewer' : 'change-more'}>{text}</span>;
}
