import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AppContext } from '../actions/app-context.ts';
import type { WardPlace } from './ward-places.ts';

/** What a page lets the map look with. */
export interface PageCameraOptions {
  readonly map: MapLibreMap;
  readonly context: AppContext;
  /** Fits a box. */
  readonly show: (box: WardPlace['box']) => void;
  /** Whether the address says where to look, so that nothing is to be fitted. */
  readonly isGiven: () => boolean;
  /** Whether what was fitted last is where the map still is. */
  readonly isFitted: () => boolean;
  /** Whether another address led the map from one view to another. */
  readonly isLed: (now: ViewState, before: ViewState) => boolean;
  /** Whether an address led to the page that is now followed. */
  readonly startsLed: boolean;
}

/** Looks at what is on show now, then follows the stores. Returns a function that ends it. */
export type FollowPage = (options: PageCameraOptions) => () => void;

type ViewState = ReturnType<AppContext['view']['getState']>;
