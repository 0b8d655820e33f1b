import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { DATA_TABLE_PIXELS } from './data-table-pixels.ts';
import { Icon } from './icon.tsx';
import { usePrinting } from './use-printing.ts';
import { useRowFocus } from './use-row-focus.ts';

export interface Column {
  readonly key: string;
  readonly header: ReactNode;
  /** One line on what the column counts, shown on hover and read with the header. */
  readonly meaning?: string;
  readonly numeric?: boolean;
  readonly sortable?: boolean;
  /** A CSS length. */
  readonly width: string;
}

export interface DataTableProps<Row> {
  readonly caption: ReactNode;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Lines that stay in sight at the foot: totals. */
  readonly foot: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What stands in a cell; the first column's is the row's name. */
  readonly cell: (row: Row, column: string) => ReactNode;
  readonly sort: { readonly column: string; readonly descending: boolean };
  readonly onSort: (column: string) => void;
  readonly selected: string | null;
  readonly hovered: string | null;
  readonly onSelect: (key: string) => void;
  readonly onHover: (key: string | null) => void;
  /** How cells that can be pressed are reached, read with the table; leave out where none can be. */
  readonly cellHint?: string;
  /** Most lines on paper, and where the others are read; without it some forty pages of them. */
  readonly onPaper?: { readonly most: number; readonly where: string };
}

/**
 * A sortable table of any length: only the rows in sight are in the page, and on paper all of them up to a limit. One row is in the tab order; arrow keys,
 * Home and End walk the others and Enter selects. Left and right walk the buttons of a row's cells, if it has any; up
 * and down then keep to the column, down into the lines at the foot.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, foot, rowKey, cell, sort, onSort, selected, hovered, onSelect, onHover } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const hint = useId();
  const more = useMoreToRight(scroller);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 16,
    initialRect: { width: 800, height: 600 },
    scrollPaddingStart: HEAD_HEIGHT,
    scrollPaddingEnd: foot.length * ROW_HEIGHT,
  });
  const selectedAt = rows.findIndex((row) => rowKey(row) === selected);
  const height = virtualizer.scrollRect?.height;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in sight depends on the height, known only once laid out.
  useEffect(() => {
    if (selectedAt >= 0) virtualizer.scrollToIndex(selectedAt, { align: 'auto' });
  }, [selectedAt, virtualizer, height]);

  const focusRow = (at: number, column: number): void => {
    if (at < rows.length) virtualizer.scrollToIndex(at, { align: 'auto' });
    const find = (): HTMLElement | null => buttonAt(scroller.current, at, column);
    const now = find();
    if (now) now.focus({ preventScroll: true });
    else requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus({ preventScroll: true })));
  };
  const holdFocus = useRowFocus({ rows, rowKey, scroller, toIndex: virtualizer.scrollToIndex });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    if (!row) return;
    const at = Number(row.dataset.row);
    const column = columnOf(event.target as HTMLElement);
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const buttons = [...row.querySelectorAll('button')];
      const beside =
        buttons.indexOf(event.target as HTMLButtonElement) + (event.key === 'ArrowRight' ? 1 : -1);
      if (!buttons[beside]) return;
      event.preventDefault();
      buttons[beside].focus();
      return;
    }
    const last = rows.length - 1;
    const lowest =
      foot.length > 0 && buttonAt(scroller.current, rows.length, column) ? last + foot.length : last;
    const next = { ArrowDown: Math.min(lowest, at + 1), ArrowUp: Math.max(0, at - 1), Home: 0, End: last }[
      event.key
    ];
    if (next === undefined) return;
    event.preventDefault();
    focusRow(next, column);
  };

  const printing = usePrinting();
  const { most, where } = props.onPaper ?? ON_PAPER;
  const items = printing ? printedItems(Math.min(rows.length, most)) : virtualizer.getVirtualItems();
  // The row that Tab reaches is the selected one, or the first in the page.
  const tabStop = items.some((item) => item.index === selectedAt) ? selectedAt : items[0]?.index;
  const above = items[0]?.start ?? 0;
  const below = printing ? 0 : virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div
      className={more.hidden ? 'table-frame has-more' : 'table-frame'}
      style={{ '--scrollbar-width': `${more.scrollbarPixels}px` } as CSSProperties}
    >
      <section className="table-scroller" ref={scroller} aria-describedby={hint} onScroll={more.look}>
        <p className="unseen" id={hint}>
          Up and down arrows move between rows. Enter opens one.{props.cellHint ? ` ${props.cellHint}` : ''}
        </p>
        <table className="data-table" aria-rowcount={rows.length + foot.length + 1} onKeyDown={onKeyDown}>
          <caption className="unseen">{props.caption}</caption>
          <colgroup>
            {columns.map((column) => (
              <col key={column.key} style={{ width: column.width }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
              ))}
            </tr>
          </thead>
          <tbody onMouseLeave={() => onHover(null)} {...holdFocus}>
            {above > 0 ? <Spacer height={above} columns={columns.length} /> : null}
            {items.map((item) => {
              const row = rows[item.index];
              const key = rowKey(row);
              return (
                <tr
                  key={key}
                  data-row={item.index}
                  aria-rowindex={item.index + 2}
                  className={rowClass(key === selected, key === hovered)}
                  aria-current={key === selected ? 'true' : undefined}
                  onMouseEnter={() => onHover(key)}
                  onFocus={() => onHover(key)}
                  onClick={() => onSelect(key)}
                >
                  <th scope="row">
                    <button type="button" className="row-button" tabIndex={item.index === tabStop ? 0 : -1}>
                      {cell(row, columns[0].key)}
                    </button>
                  </th>
                  {columns.slice(1).map((column) => (
                    <td key={column.key} className={column.numeric ? 'numeric' : undefined}>
                      {column.numeric ? (
                        cell(row, column.key)
                      ) : (
                        <span className="cell-words">{cell(row, column.key)}</span>
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
            {below > 0 ? <Spacer height={below} columns={columns.length} /> : null}
          </tbody>
          <tfoot>
            {foot.map((row, i) => (
              <tr key={rowKey(row)} data-row={rows.length + i} aria-rowindex={rows.length + 2 + i}>
                <th scope="row">{cell(row, columns[0].key)}</th>
                {columns.slice(1).map((column) => (
                  <td key={column.key} className={column.numeric ? 'numeric' : undefined}>
                    {cell(row, column.key)}
                  </td>
                ))}
              </tr>
            ))}
          </tfoot>
        </table>
        {printing && rows.length > most ? (
          <p className="print-only">
            The first {most.toLocaleString('en-GB')} of {rows.length.toLocaleString('en-GB')} lines are
            printed, in the order on the screen. {where}
          </p>
        ) : null}
      </section>
    </div>
  );
}

const ON_PAPER = {
  most: 2_000,
  where: 'The file that this page offers to download has all of them.',
};

/** On paper nothing scrolls: every line stands there, up to a limit that is said. */
function printedItems(count: number): { index: number; start: number; end: number }[] {
  return Array.from({ length: count }, (_, index) => ({ index, start: 0, end: 0 }));
}

/** The button of a row in this column; else its first. */
function buttonAt(scroller: HTMLElement | null, row: number, column: number): HTMLElement | null {
  const line = scroller?.querySelector(`[data-row="${row}"]`);
  return line?.children[column]?.querySelector('button') ?? line?.querySelector('button') ?? null;
}

function columnOf(target: HTMLElement): number {
  const cell = target.closest('th, td');
  return cell?.parentElement ? [...cell.parentElement.children].indexOf(cell) : 0;
}

const ROW_HEIGHT = DATA_TABLE_PIXELS.row;
const HEAD_HEIGHT = DATA_TABLE_PIXELS.head;

/** Whether columns stand hidden on the right; `look` looks again. */
function useMoreToRight(scroller: RefObject<HTMLElement | null>) {
  const [hidden, setHidden] = useState(false);
  const [scrollbarPixels, setScrollbarPixels] = useState(0);
  const look = (): void => {
    const element = scroller.current;
    if (!element) return;
    setHidden(element.scrollLeft + element.clientWidth < element.scrollWidth - 1);
    setScrollbarPixels(Math.max(0, element.offsetWidth - element.clientWidth));
  };
  // Asked of the observer, when the page is laid out anyway: asking at each drawing would lay it out once more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` reads nothing but the element.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return { hidden, scrollbarPixels, look };
}

function HeaderCell({
  column,
  sort,
  onSort,
}: { column: Column } & Pick<DataTableProps<never>, 'sort' | 'onSort'>) {
  const sorted = sort.column === column.key;
  const direction = sorted ? (sort.descending ? 'descending' : 'ascending') : undefined;
  return (
    <th
      scope="col"
      className={column.numeric ? 'numeric' : undefined}
      aria-sort={column.sortable ? (direction ?? 'none') : undefined}
      title={column.meaning}
    >
      {column.sortable ? (
        <button type="button" className="sort-button" onClick={() => onSort(column.key)}>
          <span>{column.header}</span>
          <Icon name={sorted ? (sort.descending ? 'sort-down' : 'sort-up') : 'sort-none'} size={14} />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it holds nothing that could take the focus.
    <tr aria-hidden="true" className="table-spacer">
      <td colSpan={columns} style={{ height: `${height}px` }} />
    </tr>
  );
}

function rowClass(selected: boolean, hovered: boolean): string | undefined {
  return [selected ? 'is-selected' : '', hovered ? 'is-hovered' : ''].filter(Boolean).join(' ') || undefined;
}
