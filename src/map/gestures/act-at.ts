import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AppContext } from '../../actions/app-context.ts';
import { choosePremisesSeen } from '../../actions/choose-premises-seen.ts';
import { isClusterTopic, openCluster } from '../../actions/open-cluster.ts';
import { pickPlace } from '../../actions/pick-place.ts';
import { selectWard } from '../../actions/select-ward.ts';
import { chooseStreet, chooseThing } from '../../actions/set-interventions-view.ts';
import { chooseSite } from '../../actions/set-rooftops-view.ts';
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
 * the cluster where clusters are the topic. On the Rooftops page: gives the place that is waited for, chooses the site, or
 * asks what the premises there sees. On the Interventions page: gives the place that is waited for, or chooses the street, or
 * the hub or premises of a plan.
 */
export function actAt(
  { map, context, onPremises }: GestureOptions,
  at: { readonly x: number; readonly y: number },
): void {
  const { row, wardCode, clusterId, siteId, streetId, thing } = pick(map, at, REACH_PIXELS);
  const { page, rooftops, interventions } = context.view.getState();
  if (page === 'rooftops') {
    const { lng, lat } = map.unproject([at.x, at.y]);
    if (pickPlace(context, { lon: lng, lat, row, siteId })) return;
    if (siteId !== null) chooseSite(context, siteId);
    else if (row !== null && rooftops.topic === 'premises') choosePremisesSeen(context, row);
  } else if (page === 'interventions') {
    if (interventions.picking) {
      const { lng, lat } = map.unproject([at.x, at.y]);
      void pickDigPlace(context, { lon: lng, lat });
      return;
    }
    chooseThing(context, thing);
    chooseStreet(context, streetId);
  } else if (row !== null && onPremises && map.getZoom() >= STREET_ZOOM) onPremises(row);
  else if (isClusterTopic(context)) openCluster(context, clusterId);
  else selectWard(context, wardCode);
}

/** What edits digs and plans is fetched with their page: it is there before a place can be waited for. */
async function pickDigPlace(
  context: AppContext,
  at: { readonly lon: number; readonly lat: number },
): Promise<void> {
  const { pickDigPlace } = await import('../../actions/pick-dig-place.ts');
  pickDigPlace(context, at);
}
