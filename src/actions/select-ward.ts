import type { AppContext } from './app-context.ts';

/** Selects a ward in map, table and panel at once; null selects none. */
export function selectWard(context: AppContext, code: string | null): void {
  context.view.setState({ wardCode: code });
}

/** Marks the ward under the pointer or the keyboard focus. */
export function hoverWard(context: AppContext, code: string | null): void {
  if (context.view.getState().hoveredWard !== code) context.view.setState({ hoveredWard: code });
}
