import type { Box } from '../../domain/geo/geometry.ts';
import type { Project } from '../../domain/project/project.ts';
import type { RooftopsView } from '../view-store.ts';
import { linkEndOf } from './link-end-of.ts';
import { reachRing } from './reach-ring.ts';

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

/** The chosen site, its reach, or the link; null: nothing is chosen. */
export function rooftopBox(
  project: Project,
  { topic, siteId, radiusMetres, link }: RooftopsView,
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
