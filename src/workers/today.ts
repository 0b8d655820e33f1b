/** Today's date as year-month-day, in universal time. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
