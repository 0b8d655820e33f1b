import { useEffect, useRef } from 'react';

/** What is new in the panel stands at its top; on a phone the page scrolls back to it. */
export function useScrollToTop(shown: string) {
  const panel = useRef<HTMLDivElement>(null);
  const last = useRef(shown);
  useEffect(() => {
    if (last.current === shown) return;
    last.current = shown;
    if (!panel.current) return;
    panel.current.scrollTop = 0;
    if (panel.current.getBoundingClientRect().top < 0) scrollTo(0, 0);
  }, [shown]);
  return panel;
}
