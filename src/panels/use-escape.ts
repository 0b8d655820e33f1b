import { useEffect } from 'react';

/** Calls `act` when Escape is pressed and nothing nearer has taken it: no field, no dialog. */
export function useEscape(act: (() => void) | null): void {
  useEffect(() => {
    if (!act) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [act]);
}
