import { type RefObject, useLayoutEffect } from 'react';

/** Passes the focus on to the element of an id when a place that has it goes away: nobody is thrown back to the page's start. */
export function useFocusPassedOn(place: RefObject<HTMLElement | null>, toId = 'panel'): void {
  useLayoutEffect(() => {
    const element = place.current;
    return () => {
      if (element?.contains(document.activeElement))
        document.getElementById(toId)?.focus({ preventScroll: true });
    };
  }, [place, toId]);
}
