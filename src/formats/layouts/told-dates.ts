import { vintageOfColumn } from '../../domain/geo/area-vintage.ts';
import { periodDate } from '../../domain/tables/period-date.ts';
import type { TableLook } from './table-look.ts';

/** The date that a table's one period, or its file's name ("202601_…", "…2025-02.csv"), tells: YYYY, YYYY-MM or YYYY-MM-DD; else null. */
export function dateTold(look: TableLook): string | null {
  const period = look.named('period', 'date', 'effectivedate', 'reference_date', 'snapshot');
  if (period && period.filled > 0 && look.distinctIn(period) === 1) {
    const date = periodDate([...period.texts][0]);
    if (date) return date;
  }
  return dateInName(look.table.fileName);
}

/** The year whose codes a table has, by column names such as WD22CD, lsoa21cd, oa11; else null. */
export function vintageTold(look: TableLook): string | null {
  const code = look.codeColumn() ?? look.codeColumns()[0];
  const of = code ? yearOf(code.name) : null;
  if (of) return of;
  for (const { name, areaKind } of look.profiles) {
    const year = areaKind === null ? null : yearOf(name);
    if (year) return year;
  }
  return null;
}

function yearOf(column: string): string | null {
  const vintage = vintageOfColumn(column);
  return vintage ? String(vintage.year) : null;
}

/** A name may add a date, never a meaning. */
function dateInName(fileName: string): string | null {
  const name = fileName.replace(/^.*[\\/]/, '');
  const dashed = /(?<!\d)(20\d{2})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?!\d)/.exec(name);
  if (dashed) return [dashed[1], dashed[2], dashed[3]].filter(Boolean).join('-');
  const joined = /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?(?!\d)/.exec(name);
  if (joined) return [joined[1], joined[2], joined[3]].filter(Boolean).join('-');
  const spoken = /(?<![a-z])([a-z]{3})[_ -](20\d{2})(?!\d)/i.exec(name);
  const month = spoken ? MONTHS.indexOf(spoken[1].toLowerCase()) : -1;
  if (spoken && month >= 0) return `${spoken[2]}-${String(month + 1).padStart(2, '0')}`;
  return /(?<!\d)(20\d{2})(?!\d)/.exec(name)?.[1] ?? null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
