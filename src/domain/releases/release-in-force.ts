import type { DatasetRecord, Project } from '../project/project.ts';
import type { Role } from '../project/role.ts';
import { withIssues } from '../project/with-issues.ts';
import { withUsableRecipes } from '../project/with-usable-recipes.ts';
import type { FileIssue } from '../tables/file-report.ts';
import { compareDates, dateInName, releaseDate } from './release-date.ts';
import { inOrder, isSameLayout, releaseKindOf } from './release-pairs.ts';

/** A loaded file that a newly added one could be another release of. */
export interface Candidate {
  readonly added: DatasetRecord;
  readonly known: DatasetRecord;
}

/**
 * Files in force that those just added may be releases of, by layout alone: whether they speak of the same places is for
 * the caller to find out. Footprints only where both names carry a date and are else the same: two suppliers' footprints
 * look alike, and both count.
 */
export function releaseCandidates(project: Project, added: ReadonlySet<string>): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [i, one] of project.datasets.entries()) {
    if (!added.has(one.contentId)) continue;
    for (const known of project.datasets.slice(0, i)) {
      // Premises step back as soon as others are added; any other table is one that nobody wants counted.
      const isUnused = known.role === 'table' && releaseKindOf(known) !== 'premises';
      if (known.supersededBy !== undefined || isUnused) continue;
      if (isSameLayout(one, known) && isTwin(one, known)) candidates.push({ added: one, known });
    }
  }
  return candidates;
}

/**
 * The project with only the later of two releases in force. The earlier stays loaded, to be compared; its layers go,
 * and its report says why. Without dates the one added last is the later. Returns `project` where one is gone or has
 * stepped back already.
 */
export function withReleaseInForce(project: Project, { added, known }: Candidate): Project {
  const now = (contentId: string) => project.datasets.find((one) => one.contentId === contentId);
  const [first, second] = [now(known.contentId), now(added.contentId)];
  if (!first || !second || first.supersededBy !== undefined || second.supersededBy !== undefined)
    return project;
  const { before, after } = inOrder(first, second);
  const datasets = project.datasets.map((dataset) => {
    if (dataset === before) return steppedBack(before, after);
    return dataset === after && releaseKindOf(after) === 'premises'
      ? { ...after, role: 'premises' as const }
      : dataset;
  });
  const layers = project.layers.filter((layer) => layer.contentId !== before.contentId);
  return withUsableRecipes({ ...project, datasets, layers });
}

/** The role in which a file that stepped back was in force, and those that stepped back for `contentId`. */
export function steppedBackFor(project: Project, contentId: string): DatasetRecord | undefined {
  return project.datasets.findLast((dataset) => dataset.supersededBy === contentId);
}

/** "gigabit" of "gigabit-2026-05.geojson": a file's name without dates, letters only. */
function stemOf(fileName: string): string {
  return fileName
    .toLowerCase()
    .replaceAll(/(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}(?![a-z])/g, '')
    .replaceAll(/[^a-z]+/g, '');
}

function isTwin(one: DatasetRecord, other: DatasetRecord): boolean {
  if (releaseKindOf(one) !== 'coverage') return true;
  const [a, b] = [dateInName(one.fileName), dateInName(other.fileName)];
  const dated =
    compareDates(releaseDate(one), releaseDate(other)) !== 0 || (a !== null && b !== null && a !== b);
  return dated && stemOf(one.fileName) === stemOf(other.fileName);
}

function steppedBack(before: DatasetRecord, after: DatasetRecord): DatasetRecord {
  // Shapes still place premises in their areas, for other files.
  const role: Role =
    before.suggestion?.alternatives.includes('areas') && before.role === 'shares' ? 'areas' : 'table';
  const isDated = compareDates(releaseDate(before), releaseDate(after)) !== 0;
  const what = isDated
    ? `is an earlier release of ${after.fileName}`
    : `has the layout and places of ${after.fileName}, added after it`;
  const message = `${before.fileName} ${what}: kept for comparing, not counted. To count it again, choose its use.`;
  const issue: FileIssue = { code: 'TAKES_PLACE', outcome: 'note', message, count: 1, examples: [] };
  const issues = [...before.report.issues.filter((one) => one.code !== 'TAKES_PLACE'), issue];
  return { ...withIssues(before, issues), role, supersededBy: after.contentId };
}
