import { useState } from 'react';
import { Button } from '../button.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { chartNumber } from './chart-number.ts';
import { type NumberIn, plainNumber } from './number-in.ts';

export interface BumpRow {
  readonly key: string;
  readonly label: string;
  /** 1 is first; null where it is not ranked. */
  readonly before: number | null;
  readonly after: number | null;
}

export interface BumpRanksProps {
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly rows: readonly BumpRow[];
  /** Head the two sides: "Without weights", "With weights". */
  readonly beforeHeader: string;
  readonly afterHeader: string;
  readonly labelHeader: string;
  readonly selected?: string | null;
  readonly onSelect?: (key: string) => void;
  /** Ranks shown until the rest is asked for. */
  readonly first?: number;
  /** Columns of its table: 'before', 'after' and 'change'. */
  readonly number?: NumberIn;
}

/** Two rankings side by side, the same thing joined by a line: who rises, who falls, and by how much in words. */
export function BumpRanks(props: BumpRanksProps) {
  const { rows, first = 12, selected, onSelect, number = plainNumber } = props;
  const [all, setAll] = useState(false);
  const shown = rows.filter(
    (row) =>
      all || row.key === selected || (row.before ?? Infinity) <= first || (row.after ?? Infinity) <= first,
  );
  if (rows.length === 0) return <p className="chart-empty">There is nothing to rank.</p>;
  const left = placesBy(shown, (row) => row.before);
  const right = placesBy(shown, (row) => row.after);
  const side = (order: readonly BumpRow[], rank: (row: BumpRow) => number | null, choose: boolean) => (
    <ol className="bump-side">
      {order.map((row) => (
        <li key={row.key} className={row.key === selected ? 'is-selected' : undefined}>
          <span className="number soft">{rank(row) ?? '–'}</span>{' '}
          {choose && onSelect ? (
            <button
              type="button"
              className="link bump-name"
              aria-current={row.key === selected ? 'true' : undefined}
              onClick={() => onSelect(row.key)}
            >
              {row.label}
            </button>
          ) : (
            <span className="bump-name">{row.label}</span>
          )}
        </li>
      ))}
    </ol>
  );
  return (
    <ChartFrame
      caption={props.caption}
      showCaption={props.showCaption}
      table={{
        columns: [props.labelHeader, props.beforeHeader, props.afterHeader, 'Change'],
        rows: rows.map((row) => ({
          key: row.key,
          cells: [
            row.label,
            number({ row: row.key, column: 'before' }, rankWords(row.before)),
            number({ row: row.key, column: 'after' }, rankWords(row.after)),
            number({ row: row.key, column: 'change' }, changeWords(row)),
          ],
        })),
      }}
    >
      <div className="bump">
        <p className="bump-head">{props.beforeHeader}</p>
        <p className="bump-head">{props.afterHeader}</p>
        <div aria-hidden="true">{side(left, (row) => row.before, false)}</div>
        <svg
          className="chart-plot"
          width="100%"
          height={`${shown.length * ROW}rem`}
          role="img"
          aria-label={summaryOf(props, shown)}
        >
          {shown.map((row) => (
            <line
              key={row.key}
              className={`bump-line ${directionOf(row)}${row.key === selected ? ' is-selected' : ''}`}
              x1="0"
              x2="100%"
              y1={`${(left.indexOf(row) + 0.5) * ROW}rem`}
              y2={`${(right.indexOf(row) + 0.5) * ROW}rem`}
            />
          ))}
        </svg>
        {side(right, (row) => row.after, true)}
      </div>
      {rows.length > shown.length || all ? (
        <Button kind="quiet" onClick={() => setAll(!all)}>
          {all ? `Show the first ${first} only` : `Show all ${chartNumber(rows.length)}`}
        </Button>
      ) : null}
    </ChartFrame>
  );
}

/** Height of a line of two rows of text, in rem; the same in charts.css. */
const ROW = 2.75;

function placesBy(rows: readonly BumpRow[], rank: (row: BumpRow) => number | null): BumpRow[] {
  return rows
    .map((row, i) => ({ row, i, rank: rank(row) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => (a.rank === b.rank ? a.i - b.i : a.rank - b.rank))
    .map(({ row }) => row);
}

function directionOf({ before, after }: BumpRow): string {
  if (before === null || after === null || before === after) return 'is-same';
  return after < before ? 'is-up' : 'is-down';
}

function changeWords({ before, after }: BumpRow): string {
  if (before === null || after === null) return 'not known';
  const places = Math.abs(before - after);
  return places === 0 ? 'same' : `${chartNumber(places)} ${after < before ? 'up' : 'down'}`;
}

function rankWords(rank: number | null): string {
  return rank === null ? 'not ranked' : chartNumber(rank);
}

function summaryOf({ caption }: BumpRanksProps, shown: readonly BumpRow[]): string {
  const moved = (direction: string): string =>
    chartNumber(shown.filter((row) => directionOf(row) === direction).length);
  return `${caption}: ${moved('is-up')} rise, ${moved('is-down')} fall, ${moved('is-same')} keep their rank.`;
}
