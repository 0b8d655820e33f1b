/** A day as year-month-day in universal time: the one that the machine's clock says, or that of the moment given. */
export function today(now: Date = new Date()): string {
  return now.toISOString().slice(0, 10);
}
