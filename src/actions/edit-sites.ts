import type { Change } from '../domain/project/change.ts';
import type { RooftopSite } from '../domain/radio/rooftop-site.ts';
import type { AppContext } from './app-context.ts';
import { chooseSite } from './set-rooftops-view.ts';

/** A site that is not there yet: what has no name is named by its number. */
export type NewSite = Pick<RooftopSite, 'lon' | 'lat' | 'antennaMetres' | 'above'> &
  Partial<Pick<RooftopSite, 'name' | 'fromContentId' | 'owner'>>;

/** Adds sites as one step of undo and chooses the last. Returns their ids. */
export function addSites(context: AppContext, sites: readonly NewSite[]): string[] {
  const { sites: there } = context.project.getState().project;
  let number = Math.max(0, ...there.map(({ id }) => Number(/^site-(\d+)$/.exec(id)?.[1] ?? 0)));
  const added = sites.map((site): RooftopSite => {
    number++;
    return {
      id: `site-${number}`,
      name: site.name?.trim() || `Site ${number}`,
      lon: rounded(site.lon, 6),
      lat: rounded(site.lat, 6),
      antennaMetres: site.antennaMetres,
      above: site.above,
      fromContentId: site.fromContentId ?? null,
      owner: site.owner ?? null,
      overrides: [],
    };
  });
  if (added.length === 0) return [];
  const changes = added.map(
    (item, i): Change => ({ kind: 'insert', list: 'sites', at: there.length + i, item }),
  );
  const label = added.length === 1 ? `Added ${added[0].name}` : `Added ${added.length} sites`;
  take(context, label, changes.length === 1 ? changes[0] : { kind: 'all', changes });
  chooseSite(context, added[added.length - 1].id);
  return added.map(({ id }) => id);
}

/** Changes a site; `what` is what undo says of it: "Renamed". An unknown id or the same values change nothing. */
export function editSite(
  context: AppContext,
  id: string,
  what: string,
  edit: Partial<Omit<RooftopSite, 'id'>>,
): void {
  const { sites } = context.project.getState().project;
  const at = sites.findIndex((site) => site.id === id);
  if (at < 0) return;
  const item = { ...sites[at], ...edit };
  if (JSON.stringify(item) === JSON.stringify(sites[at])) return;
  take(context, `${what} ${item.name}`, { kind: 'replace', list: 'sites', at, item });
}

/** Takes a site away; the next in the list is not chosen in its stead. */
export function removeSite(context: AppContext, id: string): void {
  const { sites } = context.project.getState().project;
  const at = sites.findIndex((site) => site.id === id);
  if (at < 0) return;
  take(context, `Removed ${sites[at].name}`, { kind: 'remove', list: 'sites', at });
  if (context.view.getState().rooftops.siteId === id) chooseSite(context, null);
}

/** Moves a site to a place in degrees. */
export function moveSite(context: AppContext, id: string, lon: number, lat: number): void {
  editSite(context, id, 'Moved', { lon: rounded(lon, 6), lat: rounded(lat, 6) });
}

function take(context: AppContext, label: string, change: Change): void {
  context.project.getState().change(label, change);
}

/** Six digits of a degree are a tenth of a metre. */
function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
