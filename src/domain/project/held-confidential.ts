import type { DatasetRecord } from './project.ts';

/**
 * Why a file that is marked confidential keeps something back, and what to do: `what` ends the sentence, "its rows are not
 * exported". null where there is no such file.
 */
export function heldConfidential(
  held: Pick<DatasetRecord, 'fileName'> | undefined,
  what: string,
): string | null {
  if (!held) return null;
  return `${held.fileName} is marked confidential, so ${what}. Take the mark away on the Data page first.`;
}
