import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

export interface RowFocusOptions<Row> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Holds the rows in the page, each with `data-row`: its place in `rows`. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** Brings a row into the page. */
  readonly toIndex: (at: number) => void;
}

/**
 * Keeps the focus on the button of a row whose place in the table changes: where it goes out of the page with the old
 * place, it is brought into sight at the new one. Where the row is no more, the one in its place takes it. Returns what the
 * body of the table is to listen to.
 */
export function useRowFocus<Row>({ rows, rowKey, scroller, toIndex }: RowFocusOptions<Row>) {
  const held = useRef<{ readonly key: string; readonly at: number; readonly button: number } | null>(null);
  const before = useRef(rows);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other rows move the focus; scrolling lets it go.
  useEffect(() => {
    if (before.current === rows) return;
    before.current = rows;
    const { current } = held;
    if (!current || rows.length === 0) return;
    const found = rows.findIndex((row) => rowKey(row) === current.key);
    const at = found < 0 ? Math.min(current.at, rows.length - 1) : found;
    held.current = { ...current, at };
    if (document.activeElement !== document.body) return;
    const find = (): HTMLElement | undefined => {
      const buttons = scroller.current?.querySelectorAll<HTMLElement>(`[data-row="${at}"] button`);
      return buttons?.[current.button] ?? buttons?.[0];
    };
    toIndex(at);
    const now = find();
    if (now) now.focus({ preventScroll: true });
    else requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus({ preventScroll: true })));
  }, [rows]);
  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>): void => {
      const row = target.closest<HTMLElement>('[data-row]');
      const at = Number(row?.dataset.row);
      if (!row || !rows[at]) return;
      const button = [...row.querySelectorAll<HTMLElement>('button')].indexOf(target);
      held.current = { key: rowKey(rows[at]), at, button };
    },
    // A row that is taken out of the page gives its focus up without a word.
    onBlur: (): void => {
      held.current = null;
    },
  };
}
