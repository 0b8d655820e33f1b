import type { Project } from '../domain/project/project.ts';
import { type Candidate, releaseCandidates } from '../domain/releases/release-in-force.ts';
import { SAME_PLACES } from '../domain/releases/release-overlap.ts';
import type { AppContext } from './app-context.ts';

/** Among the files just added, those that are another release of a loaded one: of one layout, and of the same places. */
export async function findReleases(
  context: AppContext,
  project: Project,
  added: ReadonlySet<string>,
): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (const candidate of releaseCandidates(project, added)) {
    const overlap = await context.compute.api.releaseOverlap(candidate.known, candidate.added);
    if (overlap >= SAME_PLACES) found.push(candidate);
  }
  return found;
}
