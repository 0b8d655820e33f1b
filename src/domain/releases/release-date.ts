import type { DatasetRecord } from '../project/project.ts';

/**
 * When a release is of, as an ISO date or the part of one that is told (2026, 2026-05): its source's date, else the date
 * in its file's name ("202605_BDUK…", "cn2025", "2025-07", "May 2026"); null where neither tells.
 */
export function releaseDate({ source, fileName }: Pick<DatasetRecord, 'source' | 'fileName'>): string | null {
  return source.date ?? dateInName(fileName);
}

/** Orders ISO dates of any length; 0 where either is not known or one is a part of the other. */
export function compareDates(one: string | null, other: string | null): number {
  if (one === null || other === null) return 0;
  const length = Math.min(one.length, other.length);
  const [a, b] = [one.slice(0, length), other.slice(0, length)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The date in a file's name. */
export function dateInName(name: string): string | null {
  const day = /(?<!\d)(20[0-4]\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  if (day) return `${day[1]}-${day[2]}-${day[3]}`;
  const month = /(?<!\d)(20[0-4]\d)[-_.]?(0[1-9]|1[0-2])(?!\d)/.exec(name);
  if (month) return `${month[1]}-${month[2]}`;
  const named =
    /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[-_. ]{0,3}(20[0-4]\d)(?!\d)/i.exec(
      name,
    );
  if (named) return `${named[2]}-${String(MONTHS.indexOf(named[1].toLowerCase()) + 1).padStart(2, '0')}`;
  return /(?<!\d)(20[0-4]\d)(?!\d)/.exec(name)?.[1] ?? null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
