import type { AppContext } from '../../actions/app-context.ts';
import { startPicking } from '../../actions/pick-place.ts';
import type { Picking } from '../../stores/view-store.ts';

/** Waits for a place on the map, and gives the map the keyboard; on a phone the map stands above the panel. */
export function pickOnMap(context: AppContext, picking: Picking): void {
  startPicking(context, picking);
  window.scrollTo({ top: 0 });
  document.querySelector<HTMLElement>('#map canvas')?.focus({ preventScroll: true });
}
