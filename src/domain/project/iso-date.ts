/** What is wrong with a date as a person wrote it and what to write instead; null where it is none wrong. Blank is not known. */
export function isoDateProblem(text: string): string | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim());
  if (text.trim() === '') return null;
  if (!parts) return 'Write the date as year-month-day, such as 2025-07-31. 2025-07 or 2025 will do.';
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? null : Number(part)));
  if (month !== null && (month < 1 || month > 12)) return `There is no month ${parts[2]}: write 01 to 12.`;
  if (day !== null && (day < 1 || day > daysIn(year ?? 0, month ?? 1)))
    return `There is no day ${parts[3]} in ${parts[1]}-${parts[2]}.`;
  return null;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
