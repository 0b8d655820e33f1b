/** The start of an ISO date (YYYY, YYYY-MM or YYYY-MM-DD) in milliseconds since 1970, UTC; NaN where it is none. */
export function chartTime(date: string): number {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  return year === undefined
    ? Number.NaN
    : Date.UTC(
        Number(year),
        month === undefined ? 0 : Number(month) - 1,
        day === undefined ? 1 : Number(day),
      );
}

/** "2024", or "May 2024" where the time is not the start of a year. */
export function yearOrMonth(time: number): string {
  const date = new Date(time);
  const year = String(date.getUTCFullYear());
  return date.getUTCMonth() === 0 && date.getUTCDate() === 1 ? year : `${MONTHS[date.getUTCMonth()]} ${year}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];
