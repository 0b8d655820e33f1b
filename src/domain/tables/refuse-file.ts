import { type FileIssue, FileRefused, type IssueCode } from './file-report.ts';

/** The error for a file that is not taken: nothing of it is used. `message` names place, reason and remedy. */
export function refuseFile(
  file: { name: string; size: number },
  reasons: readonly Refusal[],
  rowsRead = 0,
): FileRefused {
  return new FileRefused({
    fileName: file.name,
    bytes: file.size,
    rowsRead,
    rowsUsed: 0,
    rowsRepaired: 0,
    rowsLeftOut: rowsRead,
    issues: reasons.map((reason): FileIssue => ({ count: 1, examples: [], ...reason, outcome: 'refused' })),
  });
}

export interface Refusal {
  readonly code: IssueCode;
  readonly message: string;
  readonly count?: number;
  readonly examples?: readonly string[];
}
