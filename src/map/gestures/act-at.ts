import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AppContext } from '../../actions/app-context.ts';
import { isClusterTopic, openCluster } from '../../actions/open-cluster.ts';
import { selectWard } from '../../actions/select-ward.ts';
import { STREET_ZOOM } from '../street-zoom.ts';
import { pick } from './pick.ts';

/** What gestures work with. */
export interface GestureOptions {
  readonly map: MapLibreMap;
  readonly context: AppContext;
  readonly motionMilliseconds: number;
  /** A premises was asked for, by its row. */
  readonly onPremises?: (row: number) => void;
}

/** How near a click must come to a dot. */
const REACH_PIXELS = 6;

/**
 * A click, a touch, or Enter at the crosshair: asks for the premises there from street zoom on, else selects the ward, or
 * the cluster where clusters are the topic.
 */
export function actAt(
  { map, context, onPremises }: GestureOptions,
  at: { readonly x: number; readonly y: number },
): void {
  const { row, wardCode, clusterId } = pick(map, at, REACH_PIXELS);
  if (row !== null && onPremises && map.getZoom() >= STREET_ZOOM) onPremises(row);
  else if (isClusterTopic(context)) openCluster(context, clusterId);
  else selectWard(context, wardCode);
}
