import type { AppContext } from '../../actions/app-context.ts';
import { startDigPicking } from '../../actions/set-interventions-view.ts';
import type { DigPicking } from '../../stores/view-store.ts';

/** Waits for a place on the map, and gives the map the keyboard; on a phone the map stands above the panel. */
export function pickDigOnMap(context: AppContext, picking: DigPicking): void {
  startDigPicking(context, picking);
  window.scrollTo({ top: 0 });
  document.querySelector<HTMLElement>('#map canvas')?.focus({ preventScroll: true });
}
