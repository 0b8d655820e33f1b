import type { FileIssue } from '../tables/file-report.ts';
import { counted, IssueCollector } from '../tables/issue-collector.ts';
import { NamedColumns } from './named-columns.ts';
import type { NetworkFile } from './network-files.ts';
import { RESTRICTION_KINDS } from './restriction-kind.ts';
import { restrictionRow } from './restriction-row.ts';

/**
 * What is wrong with the rows of a table of restrictions, before any street is known: each row in one issue at most, counted in
 * rows. Left out are rows of no street and of no kind that is known; repaired, that is taken for not known, dates that
 * are none and those of rows that end before they begin.
 */
export function restrictionIssues(file: Pick<NetworkFile, 'table' | 'roles'>): FileIssue[] {
  const columns = new NamedColumns(file);
  const found = new IssueCollector();
  for (let row = 0; row < file.table.rows; row++) {
    const { street, said, kind, badDates, reversed } = restrictionRow(columns, row);
    const place = `data row ${row + 1}`;
    if (street === '') found.add('NO_LOCATION', 'left-out', place);
    else if (kind === null)
      found.add(
        'UNKNOWN_RESTRICTION',
        'left-out',
        said === '' ? `${place}: no kind` : `${place}: "${cut(said)}"`,
      );
    else if (badDates.length > 0)
      found.add('BAD_DATE', 'repaired', `${place}: ${badDates.map(cut).join(', ')}`);
    else if (reversed !== null) found.add('DATES_REVERSED', 'repaired', `${place}: from ${reversed}`);
  }
  return found.issues((code, _, count) => {
    const rows = counted(count, 'row');
    if (code === 'NO_LOCATION') return `${rows} without a street: left out. Give its name, id or USRN.`;
    if (code === 'UNKNOWN_RESTRICTION') return `${rows} of no kind known here: left out. Write ${KINDS}.`;
    return code === 'BAD_DATE'
      ? `${rows} with dates that are none: taken for not known. ${CLOSED} Write 2029-01-31.`
      : `${rows} ending before beginning: both dates taken for not known. ${CLOSED} Correct them.`;
  });
}

const KINDS = `${RESTRICTION_KINDS.slice(0, -1).join(', ')} or ${RESTRICTION_KINDS.at(-1)}`;

/** What follows for a street that a restriction without a known end protects. */
const CLOSED = 'A protected street then stays closed until it is lifted.';

function cut(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

const MOST_CHARACTERS = 40;
