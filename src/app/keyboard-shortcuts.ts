import type { AppContext } from '../actions/app-context.ts';
import { redo, undo } from '../actions/undo.ts';

/** Ctrl or Command with Z takes a step back, with Shift or as Y forward; in a text field the field's own undo goes first. */
export function listenToShortcuts(context: AppContext): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTextField(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo(context);
    else undo(context);
  };
  addEventListener('keydown', onKeyDown);
  return () => removeEventListener('keydown', onKeyDown);
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches(
    'textarea, input:not([type="checkbox"], [type="radio"], [type="file"], [type="range"]), [contenteditable]',
  );
}
