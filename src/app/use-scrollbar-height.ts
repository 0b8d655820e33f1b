import { type RefObject, useEffect, useState } from 'react';

/** Pixels that the scrollbar below the table takes away from its rows. The table comes after the drawer. */
export function useScrollbarHeight(
  body: RefObject<HTMLElement | null>,
  hasTable: boolean,
  title: string,
): number {
  const [height, setHeight] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another table.
  useEffect(() => {
    const place = body.current;
    if (!place || !hasTable) return;
    const sizes = new ResizeObserver(([{ target }]) => {
      const scroller = target as HTMLElement;
      setHeight(scroller.offsetHeight - scroller.clientHeight);
    });
    let watched: Element | null = null;
    const look = (): void => {
      const scroller = place.querySelector('.table-scroller');
      if (scroller === watched) return;
      if (watched) sizes.unobserve(watched);
      if (scroller) sizes.observe(scroller);
      watched = scroller;
    };
    look();
    const changes = new MutationObserver(look);
    changes.observe(place, { childList: true, subtree: true });
    return () => {
      changes.disconnect();
      sizes.disconnect();
    };
  }, [body, hasTable, title]);
  return height;
}
