import type { CountSides } from '../domain/before-after/count-side.ts';
import { projectsOfSides } from '../domain/before-after/project-of-side.ts';
import type { Project } from '../domain/project/project.ts';
import type { MapCount } from '../map/map-count.ts';
import { type BothCounts, sideLabel } from '../stores/derived/before-after-text.ts';
import type { SidesView } from '../stores/derived/sides-text.ts';

/** What each map of a comparison draws. */
export interface SideCounts {
  readonly before: MapCount;
  readonly after: MapCount;
  readonly difference: MapCount;
}

/** The two counts and their difference as maps draw them; null where the project has since lost what they are of. */
export function sideCounts(
  counts: BothCounts,
  { project, view, sides }: { project: Project; view: SidesView; sides: CountSides },
): SideCounts | null {
  const shown = { ...view, sides };
  try {
    const projects = projectsOfSides(project, sides);
    const side = (name: 'before' | 'after', other: 'before' | 'after'): MapCount => ({
      name,
      label: `${name}: ${sideLabel(sides[name], counts[name], shown, project)}`,
      project: projects[name],
      analysis: counts[name],
      beside: counts[other],
      change: null,
      namesOnly: view.look === 'swipe',
    });
    const [before, after] = [side('before', 'after'), side('after', 'before')];
    const label = 'difference: after less before';
    const difference: MapCount = {
      ...after,
      name: 'difference',
      label,
      change: counts.comparison,
      namesOnly: false,
    };
    return { before, after, difference };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
