import type { Box } from '../../domain/geo/geometry.ts';
import type { Project } from '../../domain/project/project.ts';
import type { ReachAnswer } from '../../domain/radio/reach-answer.ts';
import { VIEW_BEYOND } from '../../domain/radio/viewshed.ts';
import type { RooftopsView } from '../view-store.ts';
import { linkEndOf } from './link-end-of.ts';
import { PICTURE_VIEWS } from './picture-views.ts';
import { reachRing } from './reach-ring.ts';
import { rememberLast } from './remember-last.ts';

/** What the Rooftops page is about, as a box of degrees: west, south, east, north. */
export interface RooftopBox {
  readonly box: Box;
  /** The same text as long as it is about the same places. */
  readonly key: string;
  /** It is to be seen as a whole; else it need only be in sight. */
  readonly isWhole: boolean;
}

/** Around a site so many metres are shown. */
const AROUND_SITE_METRES = 400;

/** The chosen site, its reach (where most of `reach` is not known: what is), or the link; null: nothing is chosen. */
export function rooftopBox(
  project: Project,
  { topic, siteId, radiusMetres, link }: RooftopsView,
  reach: ReachAnswer | null = null,
): RooftopBox | null {
  if (topic === 'link') {
    const from = linkEndOf(project, link.from);
    const to = linkEndOf(project, link.to);
    if (!from || !to) return null;
    return named('link', [
      [from.lon, from.lat],
      [to.lon, to.lat],
    ]);
  }
  const site = siteId === null ? null : linkEndOf(project, { kind: 'site', siteId });
  if (!site || (topic !== 'sites' && topic !== 'reach')) return null;
  const isWhole = topic === 'reach';
  if (isWhole && reach && reach.site.lon === site.lon && reach.site.lat === site.lat) {
    const known = knownBox(reach);
    // Another search of the same circle moves nothing, though a cell more or less is known.
    if (known) return { box: known, key: `known ${site.lon} ${site.lat} ${reach.radiusMetres}`, isWhole };
  }
  const ring = reachRing(site, isWhole ? radiusMetres : AROUND_SITE_METRES);
  return { ...named(topic, ring), isWhole };
}

/** The box of places. */
export function boxOfPlaces(places: readonly (readonly [number, number])[]): Box | null {
  if (places.length === 0) return null;
  const lons = places.map(([lon]) => lon);
  const lats = places.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

function named(topic: string, places: readonly (readonly [number, number])[]): RooftopBox {
  const box = boxOfPlaces(places) as Box;
  return { box, key: `${topic} ${box.map((edge) => edge.toFixed(6)).join(' ')}`, isWhole: false };
}

/** Where a reach is seen or hidden, with its site; null where that is most of the circle, or nothing. */
const knownBox = rememberLast(({ picture, site }: ReachAnswer): Box | null => {
  const { views, columns, rows, corners } = picture;
  let [west, north, east, south] = [columns, rows, -1, -1];
  let known = 0;
  let all = 0;
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const view = views[y * columns + x];
      if (view === VIEW_BEYOND) continue;
      all++;
      if (view === PICTURE_VIEWS.notKnown) continue;
      known++;
      west = Math.min(west, x);
      east = Math.max(east, x + 1);
      north = Math.min(north, y);
      south = Math.max(south, y + 1);
    }
  if (known === 0 || known > all / 2) return null;
  const [nw, ne, , sw] = corners;
  const place = (x: number, y: number): [number, number] => [
    nw[0] + ((ne[0] - nw[0]) * x) / columns + ((sw[0] - nw[0]) * y) / rows,
    nw[1] + ((ne[1] - nw[1]) * x) / columns + ((sw[1] - nw[1]) * y) / rows,
  ];
  return boxOfPlaces([
    place(west, north),
    place(east, north),
    place(east, south),
    place(west, south),
    [site.lon, site.lat],
  ]);
});
