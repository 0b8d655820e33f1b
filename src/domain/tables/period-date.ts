/**
 * The date that a cell of a period column tells, as an ISO date or the part of one: "2021", "2024-06-30", "Sep-23",
 * "May 2026". Two digits of a year are of this century. Null where it tells none.
 */
export function periodDate(text: string): string | null {
  const whole = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(text.trim());
  if (whole) return [whole[1], whole[2], whole[3]].filter(Boolean).join('-');
  const month = /^([a-z]{3})[a-z]*[ -]?(\d{4}|\d{2})$/i.exec(text.trim());
  const number = month ? MONTHS.indexOf(month[1].toLowerCase()) : -1;
  if (!month || number < 0) return null;
  return `${month[2].length === 2 ? `20${month[2]}` : month[2]}-${String(number + 1).padStart(2, '0')}`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
