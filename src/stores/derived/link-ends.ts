import type { Project } from '../../domain/project/project.ts';
import type { LinkEnd } from '../../domain/radio/link-end.ts';
import type { OneLinkQuestion } from '../../domain/radio/one-link.ts';
import type { LinkPoint, RooftopsView } from '../view-store.ts';
import { placeText } from './site-text.ts';

/** Antenna heights that are being tried and are no part of the work yet, by end; null: as it stands. */
export interface TriedHeights {
  readonly from: number | null;
  readonly to: number | null;
}

export const NO_TRIED_HEIGHTS: TriedHeights = { from: null, to: null };

/** An end as a study is asked for it; null for none, and for a site that is not there any more. */
export function linkEnd(project: Project, point: LinkPoint | null): LinkEnd | null {
  if (!point) return null;
  if (point.kind === 'site') {
    const site = project.sites.find(({ id }) => id === point.siteId);
    if (!site) return null;
    const { name, lon, lat, antennaMetres, above } = site;
    return { name, lon, lat, antennaMetres, above };
  }
  const { lon, lat, antennaMetres, above, ofPremises } = point;
  return {
    name: ofPremises ? 'the premises' : `the place ${placeText(point)}`,
    lon,
    lat,
    antennaMetres,
    above,
  };
}

/** The link that is looked at, as its study is asked; null while an end is missing. */
export function linkQuestion(
  project: Project,
  { from, to }: RooftopsView['link'],
  tried: TriedHeights = NO_TRIED_HEIGHTS,
): OneLinkQuestion | null {
  const [one, other] = [linkEnd(project, from), linkEnd(project, to)];
  if (!one || !other) return null;
  return {
    from: { ...one, antennaMetres: tried.from ?? one.antennaMetres },
    to: { ...other, antennaMetres: tried.to ?? other.antennaMetres },
  };
}
