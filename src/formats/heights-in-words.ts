import type { FileIssue } from '../domain/tables/file-report.ts';
import { counted } from '../domain/tables/issue-collector.ts';
import type { FileHeights } from '../domain/terrain/file-heights.ts';

/** What the cells of a file hold, and what is odd about them. */
export interface HeightsInWords {
  readonly known: number;
  /** Metres; null where no cell is known. */
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly odd: readonly FileIssue[];
}

/** No land lies lower (the Dead Sea's shore: −430 m) or higher (8,849 m): what is beyond stands for no height. */
export const LEAST_METRES = -500;
export const MOST_METRES = 9000;

/** Looks through heights just read. Cells that can be no height are set to not known, and counted. */
export function heightsSaid({ heights }: FileHeights, fileName: string): HeightsInWords {
  let [known, beyond] = [0, 0];
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let cell = 0; cell < heights.length; cell++) {
    const height = heights[cell];
    if (height < LEAST_METRES || height > MOST_METRES) {
      heights[cell] = Number.NaN;
      beyond++;
    } else if (!Number.isNaN(height)) {
      known++;
      if (height < lowest) lowest = height;
      if (height > highest) highest = height;
    }
  }
  const odd: FileIssue[] = [];
  if (beyond > 0)
    odd.push({
      code: 'HEIGHTS_NOT_KNOWN',
      outcome: 'repaired',
      message: `${counted(beyond, 'cell')} of ${fileName} below −500 m or above 9,000 m: no heights, so not known.`,
      count: beyond,
      examples: [],
    });
  const isEmpty = known === 0;
  return { known, lowest: isEmpty ? null : lowest, highest: isEmpty ? null : highest, odd };
}

/** That some cells have no height. */
export function notKnownIssue(unknown: number, cells: number): FileIssue {
  return {
    code: 'HEIGHTS_NOT_KNOWN',
    outcome: 'note',
    message: `${counted(unknown, 'cell')} of ${cells.toLocaleString('en-GB')} without a height: not known, never 0.`,
    count: unknown,
    examples: [],
  };
}
