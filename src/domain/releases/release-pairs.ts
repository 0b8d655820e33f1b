import { technologyInFileName } from '../coverage/technology-in-file-name.ts';
import type { DatasetRecord } from '../project/project.ts';
import type { Role } from '../project/role.ts';
import type { SuggestedLayer } from '../project/role-suggestion.ts';
import type { ReleaseKind } from './comparison.ts';
import { compareDates, releaseDate } from './release-date.ts';

/** Two files that could be releases of one publication, the earlier first. */
export interface ReleasePair {
  readonly before: DatasetRecord;
  readonly after: DatasetRecord;
}

/** What a file would be compared as; null where nothing in it could be. A file that stepped back is what it was. */
export function releaseKindOf(dataset: DatasetRecord): ReleaseKind | null {
  const role: Role = dataset.role === 'table' ? (dataset.suggestion?.role ?? 'table') : dataset.role;
  if (role === 'records' || role === 'premises' || role === 'shares' || role === 'coverage') return role;
  const shares = dataset.suggestion?.layers.some((layer) => layer.shape === 'shares');
  return shares ? 'shares' : null;
}

/** All pairs of loaded files of one layout, the latest pairs first. */
export function releasePairs(datasets: readonly DatasetRecord[]): ReleasePair[] {
  const pairs: ReleasePair[] = [];
  for (const [i, one] of datasets.entries()) {
    for (const other of datasets.slice(i + 1)) if (isSameLayout(one, other)) pairs.push(inOrder(one, other));
  }
  return pairs.reverse();
}

/** The two in the order of their dates; as they were loaded where those do not tell. */
export function inOrder(first: DatasetRecord, second: DatasetRecord): ReleasePair {
  return compareDates(releaseDate(first), releaseDate(second)) > 0
    ? { before: second, after: first }
    : { before: first, after: second };
}

/**
 * Whether two files have one layout: the same use and the same published layout, or the same columns (unless their names
 * tell two technologies), or layers of the same technologies. Whether they speak of the same places is another question: only their rows tell.
 */
export function isSameLayout(one: DatasetRecord, other: DatasetRecord): boolean {
  const kind = releaseKindOf(one);
  if (kind === null || kind !== releaseKindOf(other) || one.contentId === other.contentId) return false;
  const layers = one.suggestion?.layers ?? [];
  const others = other.suggestion?.layers ?? [];
  if (kind === 'coverage') return layers.length > 0 && keysOf(layers) === keysOf(others);
  if ((one.suggestion?.codeKind ?? null) !== (other.suggestion?.codeKind ?? null)) return false;
  const layout = one.suggestion?.layout;
  if (layout !== undefined && layout === other.suggestion?.layout) return true;
  if (namesOf(one) === namesOf(other)) return !nameOtherTechnologies(one, other);
  return kind !== 'premises' && layers.length > 0 && keysOf(layers) === keysOf(others);
}

/** Whether two files of the same columns are of two technologies by their names: a column "pct" says neither. */
function nameOtherTechnologies(one: DatasetRecord, other: DatasetRecord): boolean {
  const [first, second] = [one, other].map(({ fileName }) => technologyInFileName(fileName));
  return first !== null && second !== null && first !== second;
}

function keysOf(layers: readonly SuggestedLayer[]): string {
  return JSON.stringify(
    layers
      .map(({ shape, technology, operator, confidence, measure, atLeast }) =>
        JSON.stringify([shape, technology, operator, confidence, measure, atLeast]),
      )
      .sort(),
  );
}

function namesOf({ columnNames }: DatasetRecord): string {
  return JSON.stringify(columnNames.map((name) => name.trim().toLowerCase()).sort());
}
