import type { Project } from '../../domain/project/project.ts';
import type { LinkEnd } from '../../domain/radio/link-end.ts';
import type { LinkPoint } from '../view-store.ts';
import { placeText } from './site-text.ts';

/** An end of a link as it stands now: the site it names, or its own place. Null: none is chosen, or the site is gone. */
export function linkEndOf(project: Project, point: LinkPoint | null): LinkEnd | null {
  if (!point) return null;
  if (point.kind === 'place') {
    const { lon, lat, antennaMetres, above, ofPremises } = point;
    return {
      name: ofPremises ? 'The premises' : `Place ${placeText(point)}`,
      lon,
      lat,
      antennaMetres,
      above,
    };
  }
  const site = project.sites.find(({ id }) => id === point.siteId);
  if (!site) return null;
  const { name, lon, lat, antennaMetres, above } = site;
  return { name, lon, lat, antennaMetres, above };
}
