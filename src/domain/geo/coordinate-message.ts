import type { IssueCode, IssueOutcome } from '../tables/file-report.ts';
import { counted } from '../tables/issue-collector.ts';

/** What a report says about coordinates guessed, turned round or converted; null for every other code. `noun`: "shape" or "row". */
export function coordinateMessage(
  code: IssueCode,
  outcome: IssueOutcome,
  count: number,
  noun: string,
): string | null {
  const things = counted(count, noun);
  switch (code) {
    case 'CRS_GUESSED':
      return outcome === 'note'
        ? `${things} in a coordinate system that nothing names, guessed from the numbers. Check them on the map.`
        : `${things} whose numbers are not in the system expected: read by what they look like. Check them on the map.`;
    case 'AXES_SWAPPED':
      return `${things} with the two coordinates in the wrong order: they changed places. Check them on the map.`;
    case 'CRS_CONVERTED':
      return `${things} converted to longitude and latitude.`;
    default:
      return null;
  }
}
