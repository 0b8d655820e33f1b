/** What comparing two releases needs, fetched when somebody first compares. */
export { compareProjectReleases } from '../domain/releases/project-releases.ts';
export { releaseOverlap } from '../domain/releases/release-overlap.ts';
export { releaseKindOf } from '../domain/releases/release-pairs.ts';
export { releaseChangesCsv, releaseChangesGeoJson } from '../formats/release-changes.ts';
