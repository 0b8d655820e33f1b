import { type RefObject, useLayoutEffect } from 'react';

/** Passes the focus on to the element of an id when a place that has it goes away: nobody is thrown back to the page's start. */
export function useFocusPassedOn(place: RefObject<HTMLElement | null>, toId = 'panel'): void {
  useLayoutEffect(() => {
    const element = place.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const passOn = (): void => document.getElementById(toId)?.focus({ preventScroll: true });
      passOn();
      // A dialog that goes with the place keeps the focus until it is gone.
      if (document.activeElement?.id !== toId) requestAnimationFrame(passOn);
    };
  }, [place, toId]);
}
