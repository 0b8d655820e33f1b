import type { AppContext } from './app-context.ts';

/** Takes the last step back. */
export function undo(context: AppContext): void {
  context.project.getState().undo();
}

/** Takes the last undone step again. */
export function redo(context: AppContext): void {
  context.project.getState().redo();
}

/** Takes several steps back (below 0) or again (above 0) as one press. */
export function goSteps(context: AppContext, steps: number): void {
  context.project.getState().go(steps);
}

/** Takes the last import back, and its report with it. */
export function undoImport(context: AppContext): void {
  undo(context);
  context.imports.setState({ status: 'idle', files: [], step: null, problem: null, cancel: null });
}
