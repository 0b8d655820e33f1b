import type { DatasetRecord } from '../project/project.ts';
import { isSameLayout, releaseKindOf } from './release-pairs.ts';

/**
 * Why two loaded files of one kind are not taken for releases of one publication, and what to do, as a sentence or two;
 * the last two files that could be. Null where no two files are of one kind, or those that are have one layout.
 */
export function whyNotReleases(datasets: readonly DatasetRecord[]): string | null {
  for (const [at, later] of [...datasets.entries()].reverse()) {
    const kind = releaseKindOf(later);
    const earlier = datasets
      .slice(0, at)
      .findLast((one) => kind !== null && releaseKindOf(one) === kind && !isSameLayout(one, later));
    if (earlier)
      return `${earlier.fileName} and ${later.fileName} are not taken for releases of one file: ${reason(earlier, later)}`;
  }
  return null;
}

function reason(one: DatasetRecord, other: DatasetRecord): string {
  if (one.contentId === other.contentId) return 'their content is the same. Drop in the other release.';
  const [first, second] = [one, other].map(({ suggestion }) => suggestion?.codeKind ?? null);
  if (first !== second)
    return `their rows are ${first ?? 'without codes'} and ${second ?? 'without codes'}. Only rows of one kind can be compared.`;
  const lacking = [missing(one, other), missing(other, one)].filter((words) => words !== null);
  if (releaseKindOf(one) === 'coverage' || lacking.length === 0)
    return 'they are of different technologies or operators. If they are of one, name both files after it and drop them in again.';
  return `their columns differ (${lacking.join('; ')}). Give the columns of both files one name each, and drop the changed file in again.`;
}

/** "“gig_pct” only in may.csv"; null where the other has all columns. */
function missing(of: DatasetRecord, other: DatasetRecord): string | null {
  const theirs = new Set(other.columnNames.map(folded));
  const own = of.columnNames.filter((name) => !theirs.has(folded(name)));
  if (own.length === 0) return null;
  const named = own.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  const more = own.length > MOST_NAMED ? ` and ${own.length - MOST_NAMED} more` : '';
  return `${named.join(', ')}${more} only in ${of.fileName}`;
}

const MOST_NAMED = 2;

function folded(name: string): string {
  return name.trim().toLowerCase();
}
