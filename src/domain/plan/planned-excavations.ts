import { foldText } from '../find/fold-text.ts';
import type { ColumnRoles } from '../project/column-roles.ts';
import type { Source } from '../project/figure.ts';
import { isoDay } from '../streets/iso-day.ts';
import { NamedColumns } from '../streets/named-columns.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import type { FileIssue } from '../tables/file-report.ts';
import { counted, IssueCollector } from '../tables/issue-collector.ts';
import type { SourceTable } from '../tables/source-table.ts';
import { saidYes } from './said-yes.ts';

/** A calendar of works. */
export interface ExcavationsFile {
  readonly contentId: string;
  readonly table: SourceTable;
  readonly roles: ColumnRoles;
  /** null: not known. */
  readonly source: Source | null;
}

/** Works for which somebody else digs a street up. */
export interface PlannedExcavation {
  /** Content and 0-based row. */
  readonly from: { readonly contentId: string; readonly row: number };
  /** As the file says it: id, USRN or name. */
  readonly street: string;
  /** Who digs, and for what; null: not known. */
  readonly promoter: string | null;
  readonly works: string | null;
  /** ISO dates; null: not known, as both are where the row ends before it begins. */
  readonly begins: string | null;
  readonly ends: string | null;
  /** Whether they would let a duct in; null: nobody has asked. */
  readonly shares: boolean | null;
  readonly source: Source | null;
}

/** The works of a calendar in the order of its rows. Rows without a street are left out and said in `issues`. */
export function readPlannedExcavations({ contentId, table, roles, source }: ExcavationsFile): {
  readonly excavations: readonly PlannedExcavation[];
  readonly issues: readonly FileIssue[];
} {
  const columns = new NamedColumns({ table, roles });
  const found = new IssueCollector();
  const excavations: PlannedExcavation[] = [];
  for (let row = 0; row < table.rows; row++) {
    const street = columns.role(row, 'street') || columns.text(row, 'street', 'usrn', 'street_name');
    const sharesText = columns.role(row, 'shares') || columns.text(row, 'shares_trench', 'shares', 'share');
    const shares = saidYes(sharesText);
    const place = `data row ${row + 1}`;
    if (street === '') {
      found.add('NO_LOCATION', 'left-out', place);
      continue;
    }
    const fromText = columns.role(row, 'from') || columns.text(row, 'from', 'start_date', 'start');
    const untilText = columns.role(row, 'until') || columns.text(row, 'until', 'end_date', 'end');
    const [begins, ends] = [isoDay(fromText), isoDay(untilText)];
    const isReversed = begins !== null && ends !== null && ends < begins;
    const bad = [
      ...(fromText !== '' && begins === null ? [fromText] : []),
      ...(untilText !== '' && ends === null ? [untilText] : []),
    ];
    if (bad.length > 0)
      found.add(
        'BAD_DATE',
        'repaired',
        `${place}: ${bad.map((text) => `"${text.slice(0, 40)}"`).join(', ')}`,
      );
    else if (isReversed)
      found.add('DATES_REVERSED', 'repaired', `${place}: "${fromText}" until "${untilText}"`);
    else if (shares.value === null && !shares.isBlank)
      found.add('BAD_VALUE', 'repaired', `${place}: "${sharesText.slice(0, 40)}"`);
    excavations.push({
      from: { contentId, row },
      street,
      promoter: columns.role(row, 'owner') || columns.text(row, 'promoter', 'undertaker', 'owner') || null,
      works: columns.role(row, 'kind') || columns.text(row, 'works', 'works_type', 'description') || null,
      begins: isReversed ? null : begins,
      ends: isReversed ? null : ends,
      shares: shares.value,
      source,
    });
  }
  return { excavations, issues: found.issues(messageOf) };
}

/**
 * Works by the street of a network (its id) that they are in, each list by its beginning, those without one last. A street is named by an id or USRN of
 * one of its lines, or by its name, as people write it; a name that several streets bear names them all.
 * @returns with the works that name no street of the network
 */
export function excavationsByStreet(
  excavations: readonly PlannedExcavation[],
  network: Pick<StreetNetwork, 'streets' | 'streetsCalled'>,
): {
  readonly byStreet: ReadonlyMap<string, readonly PlannedExcavation[]>;
  readonly unmatched: readonly PlannedExcavation[];
} {
  const byName = new Map<string, number[]>();
  for (const [at, { id, name }] of network.streets.entries())
    for (const key of new Set([id, ...(name === null ? [] : [foldText(name)])]))
      byName.set(key, [...(byName.get(key) ?? []), at]);
  const byStreet = new Map<string, PlannedExcavation[]>();
  const unmatched: PlannedExcavation[] = [];
  for (const works of excavations) {
    const called =
      network.streetsCalled?.get(works.street) ??
      byName.get(works.street) ??
      byName.get(foldText(works.street)) ??
      [];
    if (called.length === 0) unmatched.push(works);
    for (const at of called) {
      const { id } = network.streets[at];
      byStreet.set(id, [...(byStreet.get(id) ?? []), works]);
    }
  }
  for (const list of byStreet.values()) list.sort(byBeginning);
  return { byStreet, unmatched };
}

function byBeginning(one: PlannedExcavation, other: PlannedExcavation): number {
  const [a, b] = [one.begins ?? '9999', other.begins ?? '9999'];
  return a < b ? -1 : a > b ? 1 : one.from.row - other.from.row;
}

function messageOf(code: string, _: unknown, count: number): string {
  const rows = counted(count, 'row');
  if (code === 'NO_LOCATION') return `${rows} without a street: left out. Give its id, USRN or name.`;
  if (code === 'BAD_VALUE')
    return `${rows} that say neither yes nor no to sharing the trench: taken for not known. Write yes or no.`;
  return code === 'BAD_DATE'
    ? `${rows} with dates that are none: taken for not known, and no trench is shared with them. Write 2027-01-31.`
    : `${rows} ending before beginning: both dates taken for not known, and no trench is shared with them.`;
}
