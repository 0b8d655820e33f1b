import type { Project } from '../../domain/project/project.ts';
import type { RooftopSite } from '../../domain/radio/rooftop-site.ts';
import { rememberLast } from './remember-last.ts';
import { ABOVE_WORDS, metresText } from './site-text.ts';
import type { TableColumn } from './table-column.ts';

export interface SiteTable {
  readonly columns: readonly TableColumn[];
  readonly sites: readonly RooftopSite[];
  readonly cell: (site: RooftopSite, column: string) => string;
}

/** The sites of a project in the order asked for; equal ones keep the order in which they were added. */
export const siteTable = rememberLast((project: Project, column: string, descending: boolean): SiteTable => {
  const files = new Map(project.datasets.map(({ contentId, fileName }) => [contentId, fileName]));
  const all = allColumns(files);
  const used = all.find((one) => one.column.key === column) ?? all[0];
  const turn = descending ? -1 : 1;
  return {
    columns: all.map((one) => one.column),
    sites: [...project.sites].sort((one, other) => turn * compare(used.value(one), used.value(other))),
    cell: (site, key) => (all.find((one) => one.column.key === key) ?? all[0]).text(site),
  };
});

interface FullColumn {
  readonly column: TableColumn;
  readonly value: (site: RooftopSite) => number | string;
  readonly text: (site: RooftopSite) => string;
}

function allColumns(files: ReadonlyMap<string, string>): FullColumn[] {
  return [
    words('name', 'Site', 'What the site is called', (site) => site.name),
    numbers('height', 'Antenna', 'Height of the antenna above what the next column names', {
      value: (site) => site.antennaMetres,
      text: (site) => metresText(site.antennaMetres),
    }),
    words('above', 'Measured', 'What the height is measured from', (site) => ABOVE_WORDS[site.above]),
    numbers('lat', 'Latitude', 'Degrees north, WGS 84', {
      value: (site) => site.lat,
      text: (site) => site.lat.toFixed(5),
    }),
    numbers('lon', 'Longitude', 'Degrees east, WGS 84', {
      value: (site) => site.lon,
      text: (site) => site.lon.toFixed(5),
    }),
    words('owner', 'Owner', 'Who lets the roof', (site) => site.owner ?? 'not known'),
    words('from', 'From', 'The file it was taken from, or that it was placed here', (site) =>
      site.fromContentId === null
        ? 'placed here'
        : (files.get(site.fromContentId) ?? 'a file not loaded now'),
    ),
  ];
}

function words(
  key: string,
  header: string,
  meaning: string,
  text: (site: RooftopSite) => string,
): FullColumn {
  return {
    column: { key, header, meaning, numeric: false, sortable: true, width: 'var(--name-column)' },
    value: text,
    text,
  };
}

function numbers(
  key: string,
  header: string,
  meaning: string,
  of: Pick<FullColumn, 'value' | 'text'>,
): FullColumn {
  return { column: { key, header, meaning, numeric: true, sortable: true, width: '7rem' }, ...of };
}

function compare(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return NAMES.compare(String(one), String(other));
}

const NAMES = new Intl.Collator('en-GB', { numeric: true });
