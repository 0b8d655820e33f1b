import type { ReactNode } from 'react';

export interface PlainTableProps {
  readonly caption: string;
  readonly columns: readonly { readonly header: string; readonly numeric?: boolean }[];
  readonly rows: readonly {
    readonly key: string;
    /** The row that all is about. */
    readonly isOwn?: boolean;
    /** The first cell names the row. */
    readonly cells: readonly ReactNode[];
  }[];
}

/** A small table in a panel; wide ones scroll, and can be scrolled by the keyboard. */
export function PlainTable({ caption, columns, rows }: PlainTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="table-scroller compare-scroller" aria-label={caption} tabIndex={0}>
      <table className="compare-table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ header, numeric }) => (
              <th key={header} scope="col" className={numeric ? 'numeric' : undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, isOwn }) => (
            <tr key={key} className={isOwn ? 'is-own' : undefined} aria-current={isOwn ? 'true' : undefined}>
              {cells.map((cell, i) =>
                i === 0 ? (
                  <th key={columns[i].header} scope="row">
                    {cell}
                    {isOwn ? <span className="unseen"> (here)</span> : null}
                  </th>
                ) : (
                  <td key={columns[i].header} className={columns[i].numeric ? 'numeric' : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
