import { isCouncil } from '../consents/wayleave.ts';
import { rowPositions } from '../premises/row-positions.ts';
import type { ColumnRoles } from '../project/column-roles.ts';
import { isoDay } from '../streets/iso-day.ts';
import { NamedColumns } from '../streets/named-columns.ts';
import type { FileIssue } from '../tables/file-report.ts';
import { counted, IssueCollector } from '../tables/issue-collector.ts';
import type { SourceTable } from '../tables/source-table.ts';
import type { HubRoof, Wayleave } from './hub-roof.ts';
import { saidYes } from './said-yes.ts';

/** A file of roofs, masts and columns with what came of asking their owners. */
export interface RoofAccessFile {
  readonly contentId: string;
  readonly table: SourceTable;
  readonly roles: ColumnRoles;
}

/** Lighting columns whose height no file says are taken to be so high: assumed. */
export const USUAL_COLUMN_METRES = 8;

/**
 * The roofs of a file in the order of its rows, each with an antenna `mastMetres` over the surface below it, or on top of a mast or column
 * of the file's height (metres over the ground). Ids are the file's own with "access:" before them, numbered where they stand twice.
 * Rows without a place are left out and said in `issues`, as is what cannot be read, the first of each row. Columns of coordinates need loadGrid.
 */
export function readRoofAccess(
  { contentId, table, roles }: RoofAccessFile,
  { mastMetres }: { readonly mastMetres: number },
): { readonly roofs: readonly HubRoof[]; readonly issues: readonly FileIssue[] } {
  const columns = new NamedColumns({ table, roles });
  const found = new IssueCollector();
  const ids = new Set<string>();
  const roofs = Array.from(placesOf(table, roles, found), ({ row, lon, lat }): HubRoof => {
    const own = columns.role(row, 'id') || columns.text(row, 'id', 'ref', 'identifier');
    const name = columns.role(row, 'name') || columns.text(row, 'name', 'site_name', 'title');
    const kind = columns.role(row, 'kind') || columns.text(row, 'kind', 'type', 'asset_type') || 'building';
    const owner = columns.role(row, 'owner') || columns.text(row, 'owner', 'landlord');
    const said = columns.role(row, 'wayleave') || columns.text(row, 'wayleave', 'consent', 'answer');
    const asked = columns.role(row, 'asked') || columns.text(row, 'asked', 'asked_on');
    const powerText = columns.role(row, 'power') || columns.text(row, 'power', 'has_power');
    const heightText = columns.role(row, 'height') || columns.text(row, 'height_m', 'height');
    const height = columns.number(row, 'height', 'height_m', 'height');
    const power = saidYes(powerText);
    const id = freeId(`access:${own || name || row + 1}`, ids);
    const place = `data row ${row + 1}`;
    const [wayleave, askedOn] = [wayleaveSaid(said), isoDay(asked)];
    if (wayleave === null) found.add('UNKNOWN_WAYLEAVE', 'repaired', `${place}: "${said.slice(0, 40)}"`);
    else if (asked !== '' && askedOn === null)
      found.add('BAD_DATE', 'repaired', `${place}: "${asked.slice(0, 40)}"`);
    else if (heightText !== '' && (height === null || height <= 0))
      found.add('BAD_VALUE', 'repaired', `${place}: height "${heightText.slice(0, 40)}"`);
    else if (power.value === null && !power.isBlank)
      found.add('BAD_VALUE', 'repaired', `${place}: power "${powerText.slice(0, 40)}"`);
    else if (own !== '' && id !== `access:${own}`)
      found.add('DUPLICATE_ID', 'note', `${place}: "${own.slice(0, 40)}"`);
    return {
      id,
      name: name || own || `roof ${row + 1}`,
      kind,
      lon,
      lat,
      ...standing(kind, height, mastMetres),
      owner: owner || null,
      isCouncils: owner === '' ? null : isCouncil(owner),
      wayleave: wayleave ?? 'not asked',
      askedOn,
      hasPower: power.value,
      from: { contentId, row },
    };
  });
  return { roofs, issues: found.issues(messageOf) };
}

/** What of asking an owner a cell says, in any case; blank: nobody has asked; null: none that is known. */
export function wayleaveSaid(text: string): Wayleave | null {
  const said = text.trim();
  return said === '' ? 'not asked' : (WORDS.find(([pattern]) => pattern.test(said))?.[1] ?? null);
}

const WORDS: readonly (readonly [RegExp, Wayleave])[] = [
  [/not asked|nobody|unknown|not known|to ask/i, 'not asked'],
  [/silent|no (?:answer|reply|response)|wait|pending/i, 'silent'],
  [/refus|declin|unwilling|reject|^no$/i, 'refusing'],
  [/willing|agree|grant|sign|consent|^yes$/i, 'willing'],
];

/** What stands on the ground and is on no surface model: its own height, where the file says it. */
function standing(
  kind: string,
  height: number | null,
  mastMetres: number,
): Pick<HubRoof, 'antennaMetres' | 'above'> {
  if (!/column|mast|pole|lamp|tower(?! block)/i.test(kind))
    return { antennaMetres: mastMetres, above: 'surface' };
  return { antennaMetres: height !== null && height > 0 ? height : USUAL_COLUMN_METRES, above: 'ground' };
}

function* placesOf(
  table: SourceTable,
  roles: ColumnRoles,
  found: IssueCollector,
): Generator<{ readonly row: number; readonly lon: number; readonly lat: number }> {
  const { points } = table.geometry;
  if (points) {
    const seen = new Set<number>();
    for (const [i, row] of points.row.entries()) {
      if (!seen.has(row)) yield { row, lon: points.lon[i], lat: points.lat[i] };
      seen.add(row);
    }
    for (let row = 0; row < table.rows; row++)
      if (!seen.has(row)) found.add('NO_LOCATION', 'left-out', `data row ${row + 1}`);
    return;
  }
  const { lon, lat } = rowPositions(table, roles, new IssueCollector());
  for (let row = 0; row < table.rows; row++) {
    if (Number.isNaN(lon[row])) found.add('NO_LOCATION', 'left-out', `data row ${row + 1}`);
    else yield { row, lon: lon[row], lat: lat[row] };
  }
}

function messageOf(code: string, _: unknown, count: number): string {
  const rows = counted(count, 'row');
  if (code === 'NO_LOCATION') return `${rows} without a place: left out.`;
  if (code === 'UNKNOWN_WAYLEAVE')
    return `${rows} with an answer not known here: taken as not asked. Write willing, silent or refusing, or leave it blank.`;
  if (code === 'BAD_VALUE')
    return `${rows} with a height or power that cannot be read: taken for not known. Write metres above 0, and yes or no.`;
  if (code === 'DUPLICATE_ID')
    return `${rows} with an id that stands above: each is a roof of its own, with a number after its id.`;
  return `${rows} with dates that are none: taken for not known. Write 2026-01-31.`;
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted} (${number})`;
  taken.add(id);
  return id;
}
