import type { AppContext } from '../actions/app-context.ts';

/** Pages that draw something of their own on the map, and let it look there. Their code is fetched when they are first opened. */
export type MapPage = 'rooftops' | 'interventions';

/** The one that is open; null: none is. */
export function mapPage(context: AppContext): MapPage | null {
  const { page } = context.view.getState();
  return page === 'rooftops' || page === 'interventions' ? page : null;
}
