import type { DatasetRecord, LiveList, Project } from '../project/project.ts';
import { columnNamed, type SourceTable } from '../tables/source-table.ts';
import { cellCount, cellText } from '../tables/text-column.ts';

/** The published list of postcodes in use, by the layout's name: Ordnance Survey takes a postcode out once it is terminated. */
export const LIVE_POSTCODES_LAYOUT = 'OS Code-Point Open';

/** Postcodes in use, and the districts ("M33") that the list speaks of. All without spaces, in capitals. */
export interface LivePostcodes {
  readonly postcodes: ReadonlySet<string>;
  readonly districts: ReadonlySet<string>;
}

/** What a list of live postcodes says of another file's postcodes. */
export interface NotLive {
  /** Rows whose postcode is not in the list, though the list speaks of its district. */
  readonly count: number;
  readonly examples: readonly string[];
  /** Rows in districts of which the list says nothing: nobody knows, and they stay. */
  readonly notSpokenOf: number;
  readonly rows: number;
}

/** The postcodes of a table's column. Throws RangeError where there is no such column. */
export function livePostcodes(table: SourceTable, column: string): LivePostcodes {
  const cells = columnNamed(table.columns, column);
  if (!cells) throw new RangeError(`${table.fileName} has no column "${column}".`);
  const postcodes = new Set<string>();
  const districts = new Set<string>();
  for (let row = 0; row < table.rows; row++) {
    const postcode = fold(cellText(cells, row));
    if (postcode === '') continue;
    postcodes.add(postcode);
    districts.add(districtOf(postcode));
  }
  return { postcodes, districts };
}

/** Whether a postcode is in use; null where the list says nothing of its district. */
export function isLivePostcode(live: LivePostcodes, postcode: string): boolean | null {
  const folded = fold(postcode);
  if (live.postcodes.has(folded)) return true;
  return live.districts.has(districtOf(folded)) ? false : null;
}

/** How many of a table's postcodes are not in use by the list. */
export function postcodesNotLive(table: SourceTable, column: string, live: LivePostcodes): NotLive {
  const cells = columnNamed(table.columns, column);
  if (!cells) throw new RangeError(`${table.fileName} has no column "${column}".`);
  const examples: string[] = [];
  let count = 0;
  let notSpokenOf = 0;
  for (let row = 0; row < cellCount(cells); row++) {
    const postcode = cellText(cells, row);
    const isLive = isLivePostcode(live, postcode);
    if (isLive === null) notSpokenOf++;
    else if (!isLive) {
      count++;
      if (examples.length < MAX_EXAMPLES) examples.push(postcode);
    }
  }
  return { count, examples, notSpokenOf, rows: cellCount(cells) };
}

/**
 * The list of live postcodes that could sort out a dataset: it counts postcodes, no column tells which are terminated,
 * and a Code-Point Open file is loaded beside it. The last loaded one; null where there is none or nothing to sort out.
 */
export function liveListFor(project: Project, dataset: DatasetRecord): LiveList | null {
  const { roles, unit, role, suggestion } = dataset;
  if (role !== 'premises' || unit !== 'postcodes' || !roles.id || roles.terminated) return null;
  if (suggestion?.layout === LIVE_POSTCODES_LAYOUT) return null;
  const list = project.datasets.findLast(
    (other) => other.contentId !== dataset.contentId && other.suggestion?.layout === LIVE_POSTCODES_LAYOUT,
  );
  const column = list?.suggestion?.roles.id;
  return list && column ? { contentId: list.contentId, column } : null;
}

const MAX_EXAMPLES = 5;

function fold(postcode: string): string {
  return postcode.replaceAll(' ', '').toUpperCase();
}

/** The outward half: all but the last three characters. */
function districtOf(folded: string): string {
  return folded.slice(0, -3);
}
