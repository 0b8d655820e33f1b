import type { Project } from '../../domain/project/project.ts';
import type { LinkEnd } from '../../domain/radio/link-end.ts';
import type { OneLinkQuestion } from '../../domain/radio/one-link.ts';
import type { LinkPoint, RooftopsView } from '../view-store.ts';
import { linkEndOf } from './link-end-of.ts';

/** Antenna heights that are being tried and are no part of the work yet, by end; null: as it stands. */
export interface TriedHeights {
  readonly from: number | null;
  readonly to: number | null;
}

export const NO_TRIED_HEIGHTS: TriedHeights = { from: null, to: null };

/** The link that is looked at, as its study is asked; null while an end is missing. Ends that are places are named by their order. */
export function linkQuestion(
  project: Project,
  { from, to }: RooftopsView['link'],
  tried: TriedHeights = NO_TRIED_HEIGHTS,
): OneLinkQuestion | null {
  const [one, other] = [linkEndOf(project, from), linkEndOf(project, to)];
  if (!one || !other) return null;
  return {
    from: { ...one, ...nameOf(from, 'the first end'), antennaMetres: tried.from ?? one.antennaMetres },
    to: { ...other, ...nameOf(to, 'the second end'), antennaMetres: tried.to ?? other.antennaMetres },
  };
}

/** Coordinates are no name to read again and again. */
function nameOf(point: LinkPoint | null, name: string): Partial<Pick<LinkEnd, 'name'>> {
  return point?.kind === 'place' && !point.ofPremises ? { name } : {};
}
