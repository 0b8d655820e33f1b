/** "31 December 2025", "September 2023", "2021": an ISO date, or the part of one that is told, for reading. */
export function dateWords(iso: string): string {
  const [year, month, day] = iso.split('-');
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
