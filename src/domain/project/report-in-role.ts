import type { LayerRecord } from '../coverage/layer.ts';
import type { FileIssue, FileReport } from '../tables/file-report.ts';
import type { DatasetRecord } from './project.ts';
import type { Workbench } from './workbench.ts';

/** Roles whose reading says of each row whether it is used, and whether it was repaired. */
const ROWS_BY_ROLE: ReadonlySet<DatasetRecord['role']> = new Set([
  'restrictions',
  'roof access',
  'planned excavations',
]);

/**
 * A file's report once it has a role: what reading it found, and what its role makes of it. Rows of a premises file that
 * have no place, or stand twice, are left out, and rows of restrictions that say no street or kind, of planned excavations without a street, of roofs without a place; rows read are the same whatever the role. Gives back `asRead` where the role
 * adds nothing to it.
 */
export function reportInRole(
  workbench: Workbench,
  dataset: DatasetRecord,
  layers: readonly LayerRecord[],
  asRead: FileReport,
): FileReport {
  const issues = workbench.issuesInRole(dataset, layers);
  const { suggestion } = dataset;
  // What the layout says holds while the file plays the part that the layout gave it.
  const notes = suggestion?.role === dataset.role ? (suggestion.notes ?? []) : [];
  const isSorted = dataset.liveList !== undefined;
  const playable = !issues.some((issue) => issue.code === 'NO_ROLE');
  const saysRows = ROWS_BY_ROLE.has(dataset.role) && playable;
  const rowsOf = (outcome: FileIssue['outcome']): number =>
    saysRows ? issues.reduce((sum, issue) => sum + (issue.outcome === outcome ? issue.count : 0), 0) : 0;
  const rowsUsed =
    dataset.role === 'premises' && playable
      ? workbench.rowsPlaced(dataset)
      : asRead.rowsUsed - rowsOf('left-out');
  const added = [...notes.filter(({ code }) => !(code === 'TERMINATED' && isSorted)), ...issues];
  if (added.length === 0 && rowsUsed === asRead.rowsUsed) return asRead;
  return {
    ...asRead,
    rowsUsed,
    rowsRepaired: saysRows
      ? Math.min(rowsUsed, asRead.rowsRepaired + rowsOf('repaired'))
      : asRead.rowsRepaired,
    rowsLeftOut: asRead.rowsRead - rowsUsed,
    issues: [...asRead.issues, ...added],
  };
}
