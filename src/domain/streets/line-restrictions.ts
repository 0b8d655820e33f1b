import { foldText } from '../find/fold-text.ts';
import type { Source } from '../project/figure.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { FoundThings } from './found-things.ts';
import { isoDay } from './iso-day.ts';
import { NamedColumns, yesOrNo } from './named-columns.ts';
import type { NetworkFile, NetworkFiles } from './network-files.ts';
import type { RestrictionKind } from './restriction-kind.ts';
import { restrictionRow } from './restriction-row.ts';
import { placeOf, type StreetLines } from './street-lines.ts';

/** A restriction as a file says it. */
export interface Restriction {
  readonly kind: RestrictionKind;
  readonly from: string | null;
  /** null: open-ended or not known. */
  readonly until: string | null;
  readonly hours: string | null;
  readonly owner: string | null;
  readonly source: Source | null;
}

/** What restricts each line, and which kinds a file says anything of. */
export interface LineRestrictions {
  readonly ofLine: readonly (readonly Restriction[])[];
  /** Lines of which a file says whether they are restricted so. */
  readonly known: ReadonlyMap<RestrictionKind, Uint8Array>;
}

/**
 * Restrictions from columns of the streets and from tables by street. Rows that match no street, days that are none, ends before
 * beginnings and kinds that nobody knows are found, with their row. Where no file says anything nothing is known.
 */
export function* lineRestrictions(
  files: NetworkFiles,
  lines: StreetLines,
  found: FoundThings,
): Generator<WorkStep, LineRestrictions> {
  const ofLine: Restriction[][] = Array.from({ length: lines.count }, () => []);
  const known = new Map<RestrictionKind, Uint8Array>();
  const note = (line: number, kind: RestrictionKind): void => {
    let marks = known.get(kind);
    if (!marks) {
      marks = new Uint8Array(lines.count);
      known.set(kind, marks);
    }
    marks[line] = 1;
  };
  const readers = files.streets.map((file) => new NamedColumns(file));
  for (let line = 0; line < lines.count; line++) {
    if ((line & 2047) === 0) yield { what: 'Reading restrictions', fraction: line / lines.count };
    const file = files.streets[lines.files[line]];
    const row = lines.rows[line];
    for (const { kind, names } of COLUMNS) {
      const text = readers[lines.files[line]].text(row, ...names);
      const said = yesOrNo(text);
      if (said === null) continue;
      note(line, kind);
      if (!said) continue;
      ofLine[line].push(ownRestriction({ kind, text, file, row, found }));
    }
  }
  if (files.restrictions.length > 0) {
    const byKey = yield* linesByKey(lines);
    for (const file of files.restrictions) yield* addRows(file, byKey, { ofLine, note, found });
  }
  return { ofLine, known };
}

/** Columns of streets files that say a restriction; our own names, then OpenStreetMap's. */
const COLUMNS: readonly { readonly kind: RestrictionKind; readonly names: readonly string[] }[] = [
  {
    kind: 'section 58',
    names: ['section58_until', 'section_58_until', 's58_until', 'section58', 'section_58'],
  },
  { kind: 'traffic-sensitive', names: ['traffic_sensitive'] },
  { kind: 'lane rental', names: ['lane_rental'] },
  { kind: 'conservation area', names: ['conservation_area'] },
  { kind: 'permit', names: ['permit', 'permit_scheme'] },
  { kind: 'wayleave', names: ['wayleave', 'private', 'unadopted'] },
  { kind: 'tram', names: ['tram', 'embedded_rails'] },
  { kind: 'level crossing', names: ['level_crossing'] },
];

/** A cell that is more than yes says until when, at what hours, or which area. */
function ownRestriction(cell: {
  readonly kind: RestrictionKind;
  readonly text: string;
  readonly file: NetworkFile;
  readonly row: number;
  readonly found: FoundThings;
}): Restriction {
  const { kind, text, file, row, found } = cell;
  const isPlainYes = /^(?:y|yes|true|1)$/i.test(text);
  const day = kind === 'section 58' && !isPlainYes ? isoDay(text) : null;
  if (kind === 'section 58' && !isPlainYes && day === null)
    found.add('BAD_DATE', () => `"${text}" in ${placeOf(file, row)}`);
  return {
    kind,
    from: null,
    until: day,
    hours: kind === 'traffic-sensitive' && !isPlainYes ? text : null,
    owner: null,
    source: file.source,
  };
}

interface RestrictionDesk {
  readonly ofLine: Restriction[][];
  readonly note: (line: number, kind: RestrictionKind) => void;
  readonly found: FoundThings;
}

function* addRows(
  file: NetworkFile,
  byKey: ReadonlyMap<string, readonly number[]>,
  desk: RestrictionDesk,
): Generator<WorkStep> {
  const columns = new NamedColumns(file);
  const { rows } = file.table;
  for (let row = 0; row < rows; row++) {
    if ((row & 1023) === 0) yield { what: 'Matching restrictions', fraction: row / rows };
    const { street, said, kind, ...dates } = restrictionRow(columns, row);
    if (kind === null) {
      desk.found.add('UNKNOWN_RESTRICTION', () => `"${said}" in ${placeOf(file, row)}`);
      continue;
    }
    const matches = byKey.get(street) ?? byKey.get(foldText(street)) ?? [];
    if (matches.length === 0) {
      desk.found.add('RESTRICTION_WITHOUT_STREET', () => `"${street}" in ${placeOf(file, row)}`);
      continue;
    }
    for (const bad of dates.badDates) desk.found.add('BAD_DATE', () => `${bad} in ${placeOf(file, row)}`);
    const { from, until, reversed } = dates;
    if (reversed !== null) desk.found.add('DATES_REVERSED', () => `${reversed} in ${placeOf(file, row)}`);
    const restriction = { kind, from, until, ...rowFacts(file, columns, row) };
    for (const line of matches) {
      desk.note(line, kind);
      desk.ofLine[line].push(restriction);
    }
  }
}

function rowFacts(
  file: NetworkFile,
  columns: NamedColumns,
  row: number,
): Pick<Restriction, 'hours' | 'owner' | 'source'> {
  const title = columns.text(row, 'source');
  const unsourced = { title, publisher: null, date: null, licence: null, url: null };
  return {
    hours: columns.text(row, 'hours', 'times') || null,
    owner: columns.role(row, 'owner') || columns.text(row, 'owner') || null,
    source: title === '' ? file.source : { ...unsourced, ...file.source, title },
  };
}

/** Lines by id and USRN as written, and by folded name. */
function* linesByKey({
  facts,
  count,
}: StreetLines): Generator<WorkStep, ReadonlyMap<string, readonly number[]>> {
  const lines = new Map<string, number[]>();
  const add = (key: string | null, line: number): void => {
    if (key === null || key === '') return;
    const known = lines.get(key);
    if (!known) lines.set(key, [line]);
    else if (known.at(-1) !== line) known.push(line);
  };
  for (let line = 0; line < count; line++) {
    if ((line & 2047) === 0) yield { what: 'Matching restrictions', fraction: line / count };
    const { id, usrn, name, streetClass } = facts[line];
    if (streetClass !== null && streetClass.use !== 'dug') continue;
    add(usrn, line);
    add(id, line);
    add(name === null ? null : foldText(name), line);
  }
  return lines;
}
