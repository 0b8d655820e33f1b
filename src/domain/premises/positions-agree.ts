import { lonLatToGrid } from '../geo/british-national-grid.ts';
import type { FileIssue } from '../tables/file-report.ts';
import { counted, IssueCollector } from '../tables/issue-collector.ts';
import type { PremisesTable } from './premises-table.ts';

/** Rows compared, spread over the file, and how far the two kinds of position may lie apart. */
const SAMPLE_ROWS = 1000;
const AGREEMENT_METRES = 50;

/** Whether grid metres and degrees say the same place, on a sample of the rows. Needs `loadGrid`. */
export function positionIssues(premises: PremisesTable): FileIssue[] {
  const found = new IssueCollector();
  const step = Math.max(1, Math.floor(premises.count / SAMPLE_ROWS));
  for (let row = 0; row < premises.count; row += step) {
    const [x, y] = lonLatToGrid(premises.lon[row], premises.lat[row]);
    const apart = Math.hypot(x - premises.easting[row], y - premises.northing[row]);
    if (apart <= AGREEMENT_METRES) continue;
    found.add(
      'BAD_VALUE',
      'note',
      () => `data row ${premises.sourceRow[row] + 1}: ${Math.round(apart)} m apart`,
    );
  }
  return found.issues((_code, _outcome, count) => {
    const rows = counted(count, 'row');
    return `${rows} of those tried have grid and longitude/latitude over 50 m apart. Longitude/latitude is used.`;
  });
}
