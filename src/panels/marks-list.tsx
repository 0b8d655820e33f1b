import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { chooseMark } from '../actions/show-marks.ts';
import { MARK_LOOKS } from '../stores/derived/marks-looks.ts';
import { useApp } from './app-provider.tsx';
import { MarkSwatch } from './marks-swatch.tsx';

/**
 * The marked places, any number of them: only those in sight are in the page. One is in the tab order; arrow keys, Home
 * and End walk the others, and Enter goes there.
 */
export function MarksList() {
  const context = useApp();
  const { marks, chosen } = useStore(context.marks);
  const scroller = useRef<HTMLDivElement>(null);
  const hint = useId();
  const virtualizer = useVirtualizer({
    count: marks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 8,
    initialRect: { width: 360, height: 8 * ROW_PIXELS },
  });
  const items = virtualizer.getVirtualItems();
  const tabStop = items.some((item) => item.index === chosen) ? chosen : items[0]?.index;
  const focusRow = (at: number): void => {
    virtualizer.scrollToIndex(at, { align: 'auto' });
    const find = (): HTMLElement | null =>
      scroller.current?.querySelector(`[data-mark="${at}"] button`) ?? null;
    const now = find();
    if (now) now.focus({ preventScroll: true });
    else requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus({ preventScroll: true })));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-mark]');
    if (!row) return;
    const at = Number(row.dataset.mark);
    const last = marks.length - 1;
    const keys: Record<string, number> = {
      ArrowDown: Math.min(last, at + 1),
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: last,
    };
    const next = keys[event.key];
    if (next === undefined) return;
    event.preventDefault();
    focusRow(next);
  };
  return (
    <div className="marks-scroller" ref={scroller}>
      <p className="unseen" id={hint}>
        Up and down arrows move between places. Enter goes there on the map.
      </p>
      <ul
        className="marks-list"
        aria-describedby={hint}
        onKeyDown={onKeyDown}
        style={{ height: `${virtualizer.getTotalSize()}px` }}
      >
        {items.map(({ index, start }) => {
          const { kind, label, lon, lat } = marks[index];
          return (
            <li
              key={index}
              data-mark={index}
              aria-setsize={marks.length}
              aria-posinset={index + 1}
              className={index === chosen ? 'is-chosen' : undefined}
              style={{ transform: `translateY(${start}px)` }}
            >
              <button
                type="button"
                tabIndex={index === tabStop ? 0 : -1}
                aria-current={index === chosen ? 'true' : undefined}
                onClick={() => chooseMark(context, index)}
              >
                <MarkSwatch look={MARK_LOOKS[kind]} />
                <span className="marks-words">
                  <span className="marks-label" title={label}>
                    {label}
                  </span>
                  <span className="unseen">, {MARK_LOOKS[kind].word}, </span>
                  <span className="soft number">
                    {lat.toFixed(4)}, {lon.toFixed(4)}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The same as in marks.css. */
const ROW_PIXELS = 48;
