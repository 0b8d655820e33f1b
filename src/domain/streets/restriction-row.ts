import { isoDay } from './iso-day.ts';
import type { NamedColumns } from './named-columns.ts';
import { type RestrictionKind, restrictionKind } from './restriction-kind.ts';

/** A row of a table of restrictions, as it says it. */
export interface RestrictionRow {
  /** Name, id or USRN; '' for none. */
  readonly street: string;
  /** What its kind is called. */
  readonly said: string;
  /** null: none that is known. */
  readonly kind: RestrictionKind | null;
  /** ISO dates; null: not said, or not known, as both are where the row ends before it begins. */
  readonly from: string | null;
  readonly until: string | null;
  /** Cells of dates that say none, in quotes: 'until "soon"'. */
  readonly badDates: readonly string[];
  /** Its dates as written where it ends before it begins: '"2030-01-01" until "2025-01-01"'; null: it does not. */
  readonly reversed: string | null;
}

export function restrictionRow(columns: NamedColumns, row: number): RestrictionRow {
  const street = columns.role(row, 'street') || columns.text(row, 'street', 'usrn', 'street_name');
  const said = columns.role(row, 'kind') || columns.text(row, 'kind', 'restriction');
  const fromText = columns.role(row, 'from') || columns.text(row, 'from', 'start_date');
  const untilText = columns.role(row, 'until') || columns.text(row, 'until', 'end_date');
  const [from, until] = [isoDay(fromText), isoDay(untilText)];
  const isReversed = from !== null && until !== null && until < from;
  return {
    street,
    said,
    kind: restrictionKind(said),
    from: isReversed ? null : from,
    until: isReversed ? null : until,
    badDates: [
      ...(fromText !== '' && from === null ? [`from "${fromText}"`] : []),
      ...(untilText !== '' && until === null ? [`until "${untilText}"`] : []),
    ],
    reversed: isReversed ? `"${fromText}" until "${untilText}"` : null,
  };
}
