import type { LayerRecord } from '../coverage/layer.ts';
import type { FileIssue, FileReport } from '../tables/file-report.ts';
import type { DatasetRecord } from './project.ts';
import type { Workbench } from './workbench.ts';

/**
 * A file's report once it has a role: what reading it found, and what its role makes of it. Rows of a premises file that
 * have no place, or stand twice, are left out, and rows of a restrictions file that say no street or kind; rows read are the same whatever the role. Gives back `asRead` where the role
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
  const restricts = dataset.role === 'restrictions' && playable;
  const rowsOf = (outcome: FileIssue['outcome']): number =>
    restricts ? issues.reduce((sum, issue) => sum + (issue.outcome === outcome ? issue.count : 0), 0) : 0;
  const rowsUsed =
    dataset.role === 'premises' && playable
      ? workbench.rowsPlaced(dataset)
      : asRead.rowsUsed - rowsOf('left-out');
  const added = [...notes.filter(({ code }) => !(code === 'TERMINATED' && isSorted)), ...issues];
  if (added.length === 0 && rowsUsed === asRead.rowsUsed) return asRead;
  return {
    ...asRead,
    rowsUsed,
    rowsRepaired: restricts
      ? Math.min(rowsUsed, asRead.rowsRepaired + rowsOf('repaired'))
      : asRead.rowsRepaired,
    rowsLeftOut: asRead.rowsRead - rowsUsed,
    issues: [...asRead.issues, ...added],
  };
}
