import type { DatasetRecord } from '../project/project.ts';
import type { ChangeTally } from './change-tally.ts';
import type {
  ColumnOutcomes,
  OutcomeCounts,
  ReleaseChange,
  ReleaseComparison,
  ReleaseName,
} from './comparison.ts';
import { releaseDate } from './release-date.ts';
import type { ReleaseInput } from './release-input.ts';

/** A comparison, and every change of it. */
export interface Compared {
  readonly comparison: ReleaseComparison;
  readonly changes: readonly ReleaseChange[];
}

/** What a way of comparing found. */
export interface ComparedParts {
  readonly tally: ChangeTally;
  readonly keys: OutcomeCounts;
  readonly columns: readonly ColumnOutcomes[];
  readonly column: string | null;
  readonly unit: ReleaseComparison['unit'];
  readonly words: ReleaseComparison['words'];
  readonly expected?: number;
  readonly cannotTellPoints?: number;
}

/** The comparison of two releases from what was found. */
export function comparedOf(input: ReleaseInput, parts: ComparedParts): Compared {
  const { tally, expected = null, cannotTellPoints = null, ...rest } = parts;
  const told = tally.finish();
  return {
    comparison: {
      kind: input.kind,
      before: releaseName(input.before.dataset),
      after: releaseName(input.after.dataset),
      ...rest,
      expected,
      cannotTellPoints,
      ...told.summary,
    },
    changes: told.changes,
  };
}

function releaseName(dataset: DatasetRecord): ReleaseName {
  return { contentId: dataset.contentId, fileName: dataset.fileName, date: releaseDate(dataset) };
}

/** The column with the most gained and lost, else the most changed, else the first. */
export function mostTelling(columns: readonly ColumnOutcomes[]): string | null {
  let best: ColumnOutcomes | null = null;
  const score = ({ counts, kind }: ColumnOutcomes): number =>
    kind === 'text' ? counts.changed / 1e12 : counts.gained + counts.lost;
  for (const one of columns) if (!best || score(one) > score(best)) best = one;
  return best?.column ?? null;
}
