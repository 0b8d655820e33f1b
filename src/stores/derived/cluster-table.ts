import type { NotSpotClusters } from '../../domain/clusters/not-spot-clusters.ts';
import { count } from '../../domain/not-spots/headline.ts';
import type { ClustersView } from '../view-store.ts';
import { bandText, hectaresText, nearestText, unitsOfUse, unitsText, wardNamesOf } from './cluster-text.ts';
import { rememberLast } from './remember-last.ts';
import type { TableCell } from './table-cell.ts';
import type { TableColumn } from './table-column.ts';

/** The clusters in the order asked for: a line is a cluster's number. */
export interface ClusterTable {
  readonly columns: readonly TableColumn[];
  readonly lines: readonly number[];
  /** The order really used. */
  readonly sort: ClustersView['sort'];
  readonly cell: (cluster: number, column: string) => TableCell;
}

/** The cluster table of an answer. A column that it does not have sorts by rank. */
export const clusterTable = rememberLast(
  (clusters: NotSpotClusters, asked: ClustersView['sort']): ClusterTable => {
    const all = allColumns(clusters);
    const sort = all.some(({ column }) => column.key === asked.column)
      ? asked
      : { column: 'rank', descending: false };
    const used = all.find(({ column }) => column.key === sort.column);
    const byKey = new Map(all.map((one) => [one.column.key, one]));
    const lines = Array.from({ length: clusters.count }, (_, cluster) => cluster);
    return {
      columns: all.map(({ column }) => column),
      lines: used ? sorted(lines, used.value, sort.descending) : lines,
      sort,
      cell: (cluster, key) => {
        const { text, column } = byKey.get(key) ?? all[0];
        return {
          text: text(cluster),
          band: key === 'not-spots' ? bandText(clusters.size, cluster) : null,
          asks: column.numeric ? { kind: 'cluster', column: key, place: clusters.ids[cluster] } : null,
        };
      },
    };
  },
);

interface FullColumn {
  readonly column: TableColumn;
  readonly value: (cluster: number) => number | string;
  readonly text: (cluster: number) => string;
}

type ColumnWords = Pick<TableColumn, 'key' | 'header' | 'meaning'>;

function numbers(
  column: ColumnWords,
  value: (cluster: number) => number,
  text: (cluster: number) => string = (cluster) => count(value(cluster)),
): FullColumn {
  return { column: { ...column, numeric: true, sortable: true, width: '6.75rem' }, value, text };
}

function words(column: ColumnWords, text: (cluster: number) => string): FullColumn {
  return {
    column: { ...column, numeric: false, sortable: true, width: 'var(--name-column)' },
    value: text,
    text,
  };
}

function allColumns(clusters: NotSpotClusters): FullColumn[] {
  const { names, size, nearestCovered, areaSquareMetres, uses, need, technologies } = clusters;
  const isBanded = size.low.some((low, cluster) => low !== size.high[cluster]);
  const notSpots = numbers(
    {
      key: 'not-spots',
      header: 'Not-spots',
      meaning: 'Not-spots of the cluster; of a range the middle, its bounds beside it',
    },
    (c) => size.mid[c],
    (c) => unitsText(size, c),
  );
  const nearest = nearestCovered.distanceMetres;
  return [
    words(
      { key: 'name', header: 'Cluster', meaning: 'Nearest street or place, else the ward and a number' },
      (c) => names[c],
    ),
    narrow(numbers({ key: 'rank', header: 'Rank', meaning: 'By number of not-spots' }, (c) => c + 1)),
    words(
      {
        key: 'ward',
        header: 'Ward',
        meaning: 'The ward with most of its not-spots; how many more it reaches into',
      },
      (c) => {
        const wards = wardNamesOf(clusters, c);
        return wards.length > 1 ? `${wards[0]} +${wards.length - 1}` : wards[0];
      },
    ),
    isBanded ? { ...notSpots, column: { ...notSpots.column, width: '14rem' } } : notSpots,
    ...(uses ? columnsOfUse(clusters, uses.column) : []),
    ...technologies.map(({ name, label, lacking }) =>
      numbers(
        {
          key: `lacks-${name}`,
          header: `No ${label}`,
          meaning: `Premises of the cluster that ${label} surely does not reach`,
        },
        (c) => lacking[c],
      ),
    ),
    numbers(
      {
        key: 'nearest',
        header: 'To covered',
        meaning: 'Distance to the nearest premises that is surely no not-spot',
      },
      (c) => (Number.isNaN(nearest[c]) ? Number.MAX_VALUE : nearest[c]),
      (c) => nearestText(nearest[c]),
    ),
    numbers(
      { key: 'area', header: 'Area', meaning: 'Area of the outline, on the ellipsoid' },
      (c) => areaSquareMetres[c],
      (c) => hectaresText(areaSquareMetres[c]),
    ),
    ...(need
      ? [
          numbers(
            { key: 'need', header: 'Need', meaning: 'Not-spots weighted by need' },
            (c) => need.weighted[c],
          ),
        ]
      : []),
  ];
}

/** Homes with flats among them, flats by themselves where some are told apart, and businesses. */
function columnsOfUse(clusters: NotSpotClusters, column: string): FullColumn[] {
  const hasFlats = clusters.names.some((_, c) => (unitsOfUse(clusters, c, 'flat') ?? 0) > 0);
  const of = (header: string, what: string, ...uses: readonly Use[]): FullColumn =>
    numbers(
      {
        key: `use-${uses[0]}`,
        header,
        meaning: `Not-spots that are ${what}, by the column “${column}”`,
      },
      (c) => uses.reduce((sum, use) => sum + (unitsOfUse(clusters, c, use) ?? 0), 0),
    );
  return [
    of('Homes', 'homes, flats among them', 'home', 'flat'),
    ...(hasFlats ? [of('Flats', 'flats', 'flat')] : []),
    of('Businesses', 'businesses', 'business'),
  ];
}

type Use = Parameters<typeof unitsOfUse>[2];

function narrow(one: FullColumn): FullColumn {
  return { ...one, column: { ...one.column, width: '5rem' } };
}

function sorted(
  lines: readonly number[],
  value: (cluster: number) => number | string,
  descending: boolean,
): number[] {
  const turn = descending ? -1 : 1;
  const values = lines.map(value);
  // Equal ones keep their rank, whichever way round.
  return [...lines].sort((a, b) => turn * compare(values[a], values[b]) || a - b);
}

function compare(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return NAMES.compare(String(one), String(other));
}

const NAMES = new Intl.Collator('en-GB', { numeric: true });
