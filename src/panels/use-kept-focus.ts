import { type RefObject, useEffect, useLayoutEffect } from 'react';

/**
 * Keeps the focus in a place whose parts come and go: where the part that had it is gone, the place itself takes it. The
 * place needs tabIndex −1.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const onFocus = (): void => void held.add(element);
    // Some browsers say that the focus goes when a part is taken out of the page: by then it is in the page no more.
    const onBlur = ({ target }: FocusEvent): void =>
      queueMicrotask(() => {
        if ((target as Element).isConnected && !element.contains(document.activeElement))
          held.delete(element);
      });
    element.addEventListener('focusin', onFocus);
    element.addEventListener('focusout', onBlur);
    // A part within may be drawn anew without the whole.
    const changes = new MutationObserver(() => keep(element));
    changes.observe(element, { childList: true, subtree: true });
    return () => {
      changes.disconnect();
      held.delete(element);
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('focusout', onBlur);
    };
  }, [place]);
  useLayoutEffect(() => {
    if (place.current) keep(place.current);
  });
}

function keep(element: HTMLElement): void {
  if (held.has(element) && document.activeElement === document.body) element.focus({ preventScroll: true });
}

/** Places that have the focus in them. */
const held = new WeakSet<Element>();
