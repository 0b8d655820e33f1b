import { useState } from 'react';
import { Button } from '../button.tsx';
import type { PatternName } from '../pattern-tile.tsx';
import { ProportionBar } from '../proportion-bar.tsx';
import { chartNumber } from './chart-number.ts';
import { type NumberIn, plainNumber } from './number-in.ts';
import './charts.css';

export interface RankingRow {
  readonly key: string;
  readonly label: string;
  /** Null: not known. */
  readonly value: number | null;
  /** Bounds of an expected value. */
  readonly low?: number;
  readonly high?: number;
  /** What it is out of. */
  readonly of?: number;
  /** Part of `of` that is not known; drawn in dots after the value. */
  readonly notKnown?: number;
}

export interface RankingBarsProps {
  readonly caption: string;
  /** In the order they are drawn. */
  readonly rows: readonly RankingRow[];
  /** Heads the columns: "Ward" and "Not-spots". */
  readonly labelHeader: string;
  readonly valueHeader: string;
  readonly format?: (value: number) => string;
  readonly token: string;
  readonly pattern: PatternName;
  readonly selected?: string | null;
  readonly onSelect?: (key: string) => void;
  /** Rows shown until the rest is asked for. */
  readonly first?: number;
  /** Columns: 'value' and 'not-known'. */
  readonly number?: NumberIn;
}

/** Bars from zero on one scale, longest where the value or its upper bound is greatest. The chart is a table itself. */
export function RankingBars(props: RankingBarsProps) {
  const { rows, format = chartNumber, first = 10, number = plainNumber } = props;
  const [all, setAll] = useState(false);
  if (rows.length === 0) return <p className="chart-empty">There is nothing to rank.</p>;
  const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row)), 0);
  const shown = all ? rows : rows.filter((row, i) => i < first || row.key === props.selected);
  const withNotKnown = rows.some((row) => row.value === null || (row.notKnown ?? 0) > 0);
  return (
    <div className="chart ranking">
      <table>
        <caption className="unseen">{props.caption}</caption>
        <thead className="unseen">
          <tr>
            <th scope="col">{props.labelHeader}</th>
            <th scope="col">{props.valueHeader}</th>
            {withNotKnown ? <th scope="col">Not known</th> : null}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr
              key={row.key}
              className={row.key === props.selected ? 'is-selected' : undefined}
              aria-current={row.key === props.selected ? 'true' : undefined}
            >
              <th scope="row" className="anywhere">
                {props.onSelect ? (
                  <button type="button" className="link" onClick={() => props.onSelect?.(row.key)}>
                    {row.label}
                  </button>
                ) : (
                  row.label
                )}
              </th>
              <td>
                <ProportionBar
                  height={12}
                  parts={partsOf(row, longest, props)}
                  range={rangeOf(row, longest)}
                />
                <RowNumbers row={row} format={format} number={number} />
              </td>
              {withNotKnown ? (
                <td className={row.notKnown ? 'ranking-not-known' : 'unseen'}>
                  {row.value === null ? (
                    'not known'
                  ) : (
                    <>{number({ row: row.key, column: 'not-known' }, format(row.notKnown ?? 0))} not known</>
                  )}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length || all ? (
        <Button kind="quiet" onClick={() => setAll(!all)}>
          {all ? `Show the first ${first} only` : `Show all ${chartNumber(rows.length)}`}
        </Button>
      ) : null}
    </div>
  );
}

interface RowNumbersProps {
  readonly row: RankingRow;
  readonly format: (value: number) => string;
  readonly number: NumberIn;
}

function RowNumbers({ row, format, number }: RowNumbersProps) {
  const { value, low = value, high = value, of } = row;
  if (value === null) return <span className="soft ranking-numbers">not known</span>;
  return (
    <span className="ranking-numbers">
      <span className="number">{number({ row: row.key, column: 'value' }, format(value))}</span>
      {of === undefined ? null : <span className="soft number"> of {format(of)}</span>}
      {low !== high && low !== null && high !== null ? (
        <span className="soft number ranking-band">{` (${format(low)}–${format(high)})`}</span>
      ) : null}
    </span>
  );
}

function lengthOf({ value, high, notKnown }: RankingRow): number {
  return value === null ? 0 : Math.max(high ?? value, value + (notKnown ?? 0));
}

function partsOf({ value, notKnown = 0 }: RankingRow, longest: number, look: RankingBarsProps) {
  if (longest === 0) return [];
  return [
    { key: 'value', share: (value ?? 0) / longest, pattern: look.pattern, token: look.token },
    {
      key: 'not-known',
      share: value === null ? 1 : notKnown / longest,
      pattern: 'dots' as const,
      token: '--class-not-known',
    },
  ];
}

function rangeOf({ value, low, high }: RankingRow, longest: number) {
  if (value === null || longest === 0 || low === undefined || high === undefined) return null;
  return { low: low / longest, high: high / longest };
}
