import type { Picking } from '../stores/view-store.ts';
import type { AppContext } from './app-context.ts';
import { choosePremisesSeen } from './choose-premises-seen.ts';
import { addSites, moveSite } from './edit-sites.ts';
import { setLinkEnds } from './set-rooftops-view.ts';

/** Lets the next place on the map be chosen for something; null: for nothing any more. */
export function startPicking(context: AppContext, picking: Picking | null): void {
  const { rooftops } = context.view.getState();
  if (rooftops.picking !== picking) context.view.setState({ rooftops: { ...rooftops, picking } });
}

/** What lies at a place that was clicked or is at the cross. */
export interface PickedPlace {
  readonly lon: number;
  readonly lat: number;
  /** Row of the nearest premises within reach. */
  readonly row: number | null;
  /** Id of the site there. */
  readonly siteId: string | null;
}

/** Takes a place for what the next one was wanted for. False: none was wanted. */
export function pickPlace(context: AppContext, { lon, lat, row, siteId }: PickedPlace): boolean {
  const { picking, nextSite } = context.view.getState().rooftops;
  if (!picking) return false;
  if (picking.kind === 'premises') {
    // Where no premises is near, the next place is still waited for.
    if (row === null) return true;
    startPicking(context, null);
    choosePremisesSeen(context, row);
    return true;
  }
  startPicking(context, null);
  if (picking.kind === 'new-site') addSites(context, [{ lon, lat, ...nextSite }]);
  else if (picking.kind === 'move-site') moveSite(context, picking.siteId, lon, lat);
  else
    setLinkEnds(context, {
      [picking.end]:
        siteId === null
          ? { kind: 'place', lon, lat, ...nextSite, ofPremises: row !== null }
          : { kind: 'site', siteId },
    });
  return true;
}
