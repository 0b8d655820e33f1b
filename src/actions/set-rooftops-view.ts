import type { LinkPoint, RooftopsView, RooftopTopic } from '../stores/view-store.ts';
import type { AppContext } from './app-context.ts';

/** Opens one of the Rooftops page's topics. */
export function openRooftopTopic(context: AppContext, topic: RooftopTopic): void {
  context.view.setState({ page: 'rooftops' });
  change(context, { topic });
}

/** Chooses a site; null: none. */
export function chooseSite(context: AppContext, siteId: string | null): void {
  if (context.view.getState().rooftops.siteId !== siteId) change(context, { siteId, mastMetres: null });
}

/** Looks at the reach with a mast of so many metres over the surface; null: from the site's own antenna. */
export function setReachMast(context: AppContext, mastMetres: number | null): void {
  change(context, { mastMetres });
}

/** How far the reach of a roof is looked at. */
export function setReachRadius(context: AppContext, radiusMetres: number): void {
  change(context, { radiusMetres });
}

/** The site under the pointer or the keyboard focus. */
export function hoverSite(context: AppContext, hoveredSite: string | null): void {
  if (context.view.getState().rooftops.hoveredSite !== hoveredSite) change(context, { hoveredSite });
}

/** Draws roofs and links with their heights, on a tilted map; or flat again. */
export function setRelief(context: AppContext, isRelief: boolean): void {
  change(context, { isRelief });
}

/** Where the antenna of the next site stands. */
export function setNextSite(context: AppContext, nextSite: RooftopsView['nextSite']): void {
  change(context, { nextSite });
}

/** Sets one end of the link that is looked at, or both. */
export function setLinkEnds(context: AppContext, ends: Partial<RooftopsView['link']>): void {
  const { link } = context.view.getState().rooftops;
  change(context, { link: { ...link, ...ends }, hoveredMetres: null });
}

/** Opens the One link view with these ends. */
export function showLink(context: AppContext, from: LinkPoint, to: LinkPoint): void {
  setLinkEnds(context, { from, to });
  openRooftopTopic(context, 'link');
}

/** The place on the link that map and chart point at, metres from its first end; null: none. */
export function hoverLink(context: AppContext, hoveredMetres: number | null): void {
  if (context.view.getState().rooftops.hoveredMetres !== hoveredMetres) change(context, { hoveredMetres });
}

function change(context: AppContext, edit: Partial<RooftopsView>): void {
  context.view.setState(({ rooftops }) => ({ rooftops: { ...rooftops, ...edit } }));
}
