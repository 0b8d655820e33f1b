/** What is done when the page is hidden, frozen, left, or comes back. */
export interface PageLife {
  /** It may not come back. */
  readonly onHidden: () => void;
  /** It goes in order, for good. */
  readonly onGone: () => void;
  /** It stood still meanwhile. */
  readonly onBack: () => void;
}

/** Heeds the life of the page. Returns a function that stops it. */
export function onPageLife({ onHidden, onGone, onBack }: PageLife): () => void {
  const hide = (): void => {
    if (document.visibilityState === 'hidden') onHidden();
  };
  const leave = ({ persisted }: PageTransitionEvent): void => {
    onHidden();
    if (!persisted) onGone();
  };
  const show = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) onBack();
  };
  document.addEventListener('visibilitychange', hide);
  document.addEventListener('freeze', onHidden);
  document.addEventListener('resume', onBack);
  addEventListener('pagehide', leave);
  addEventListener('pageshow', show);
  return () => {
    document.removeEventListener('visibilitychange', hide);
    document.removeEventListener('freeze', onHidden);
    document.removeEventListener('resume', onBack);
    removeEventListener('pagehide', leave);
    removeEventListener('pageshow', show);
  };
}
