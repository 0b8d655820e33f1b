/**
 * The text of a JSON value as a cell: texts as they are, null and absent blank, numbers and yes/no as printed, lists and
 * objects as JSON. Null where it is nested too deeply to print.
 */
export function jsonCell(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}
