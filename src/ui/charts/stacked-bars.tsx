import type { ReactNode } from 'react';
import { PatternSwatch } from '../pattern-swatch.tsx';
import type { PatternName } from '../pattern-tile.tsx';
import { ProportionBar } from '../proportion-bar.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { chartNumber } from './chart-number.ts';
import { type NumberIn, plainNumber } from './number-in.ts';

/** One kind of part, the same in every bar. */
export interface StackPart {
  readonly key: string;
  readonly label: string;
  readonly token: string;
  readonly pattern: PatternName;
}

export interface StackRow {
  readonly key: string;
  readonly label: string;
  /** What the whole bar is: "41,870 premises". */
  readonly of: string;
  readonly total: number;
  /** In the order of the parts; together no more than `total`. */
  readonly values: readonly number[];
  /** Each value's share of `total`, ready to print. */
  readonly shares: readonly string[];
  /** Bounds of the part at the same place, where it is an expectation. */
  readonly ranges?: readonly ({ readonly low: number; readonly high: number } | null)[];
}

export interface StackedBarsProps {
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly parts: readonly StackPart[];
  readonly rows: readonly StackRow[];
  readonly format?: (value: number) => string;
  readonly labelHeader: string;
  /** Columns are the parts' keys. */
  readonly number?: NumberIn;
}

/** Parts of wholes, each bar from zero to all of its row, with every part's number beside its swatch. */
export function StackedBars(props: StackedBarsProps) {
  const {
    caption,
    showCaption,
    parts,
    rows,
    format = chartNumber,
    labelHeader,
    number = plainNumber,
  } = props;
  const wordsOf = (row: StackRow, i: number): ReactNode => {
    const range = row.ranges?.[i];
    const band = range && range.low !== range.high ? `, ${format(range.low)}–${format(range.high)}` : '';
    const value = row.values[i] ?? 0;
    return (
      <>
        {number({ row: row.key, column: parts[i].key }, format(value))} ({row.shares[i]}
        {band})
      </>
    );
  };
  const table = {
    columns: [labelHeader, 'Of', ...parts.map((part) => part.label)],
    rows: rows.map((row) => ({
      key: row.key,
      cells: [row.label, row.of, ...parts.map((_, i) => wordsOf(row, i))],
    })),
  };
  if (rows.length === 0) return <p className="chart-empty">There is nothing to draw.</p>;
  return (
    <ChartFrame caption={caption} showCaption={showCaption} table={table}>
      <ul className="stacks">
        {rows.map((row) => (
          <li key={row.key}>
            <p className="stack-head">
              <span className="stack-name anywhere">{row.label}</span>{' '}
              <span className="soft">of {row.of}</span>
            </p>
            <ProportionBar
              height={16}
              parts={parts.map((part, i) => ({
                ...part,
                share: row.total > 0 ? (row.values[i] ?? 0) / row.total : 0,
              }))}
            />
            <ul className="stack-parts">
              {parts.map((part, i) => (
                <li key={part.key}>
                  <PatternSwatch pattern={part.pattern} token={part.token} />
                  <span>
                    {part.label} <span className="number">{wordsOf(row, i)}</span>
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
