import type { AppContext } from './app-context.ts';

/** Takes the last step back. */
export function undo(context: AppContext): void {
  context.project.getState().undo();
}

/** Takes the last undone step again. */
export function redo(context: AppContext): void {
  context.project.getState().redo();
}
