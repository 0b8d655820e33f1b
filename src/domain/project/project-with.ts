import type { FileIssue } from '../tables/file-report.ts';
import type { ReadRecord } from './dataset-record.ts';
import { type DatasetRecord, isBackdrop, type Project } from './project.ts';
import { steppedBack } from './stepped-back.ts';
import { UNNAMED_AREA } from './unnamed-area.ts';
import { withIssues } from './with-issues.ts';
import { withUniqueKeys } from './with-unique-keys.ts';
import { withUsableRecipes } from './with-usable-recipes.ts';

/** The project with files added; data that is there already is not added again. Wards and premises given anew take the place of earlier ones, which stay as areas or tables; of several premises given together the finest is counted. */
export function projectWith(project: Project, reads: readonly ReadRecord[]): Project {
  let next = project;
  for (const { dataset: read, layers, areaName } of finestLast(reads)) {
    if (next.datasets.some((known) => known.contentId === read.contentId)) continue;
    const dataset = inPlaceOf(next.datasets, read);
    next = {
      ...next,
      name: nameAfter(next, dataset, areaName),
      datasets: [...next.datasets.map((earlier) => steppedBack(earlier, dataset.role)), dataset],
      layers: [...next.layers, ...withUniqueKeys(layers, next.layers)],
    };
  }
  return withUsableRecipes(next);
}

/** Wards name the area; until some do, any other file that lies in one authority and is no mere background. */
function nameAfter({ name, fictional }: Project, { role }: DatasetRecord, areaName: string | null): string {
  if (!areaName || fictional || isBackdrop(role) || role === 'table') return name;
  return role === 'wards' || name === UNNAMED_AREA ? areaName : name;
}

/** The files in their order, with those of premises changed about so that the coarsest comes first: the last one is counted. */
function finestLast(reads: readonly ReadRecord[]): ReadRecord[] {
  const isPremises = ({ dataset }: ReadRecord): boolean => dataset.role === 'premises';
  const ordered = reads
    .filter(isPremises)
    .toSorted((one, other) => coarseness(other.dataset) - coarseness(one.dataset));
  return reads.map((read) => (isPremises(read) ? (ordered.shift() ?? read) : read));
}

/** 0 for premises one by one, more for rows that stand for more of them. */
function coarseness({ unit, suggestion }: DatasetRecord): number {
  if (unit === 'premises') return 0;
  const at = COARSER.indexOf(suggestion?.codeKind ?? '');
  return at < 0 ? COARSER.length : at + 1;
}

const COARSER = ['UPRN', 'output area', 'postcode', 'LSOA', 'MSOA', 'ward'];

/** A file that takes over a role says whose. */
function inPlaceOf(datasets: readonly DatasetRecord[], read: DatasetRecord): DatasetRecord {
  const earlier = datasets.findLast((dataset) => dataset.role === read.role);
  if (!earlier || (read.role !== 'wards' && read.role !== 'premises')) return read;
  const message = `${read.fileName} takes the place of ${earlier.fileName}, which stays loaded but is no longer counted.`;
  const issue: FileIssue = { code: 'TAKES_PLACE', outcome: 'note', message, count: 1, examples: [] };
  return withIssues(read, [...read.report.issues, issue]);
}
