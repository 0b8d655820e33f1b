import type { NotSpotClusters } from '../../domain/clusters/not-spot-clusters.ts';
import { count } from '../../domain/not-spots/headline.ts';
import type { ClustersView } from '../view-store.ts';
import { bandText, hectaresText, nearestText, unitsOfUse, unitsText, wardNamesOf } from './cluster-text.ts';
import { rememberLast } from './remember-last.ts';

/** A column of the cluster table. */
export interface ClusterColumn {
  readonly key: string;
  readonly header: string;
  readonly meaning: string;
  readonly numeric: boolean;
  readonly sortable: true;
  /** A CSS length. */
  readonly width: string;
}

/** The clusters in the order asked for: a line is a cluster's number. */
export interface ClusterTable {
  readonly columns: readonly ClusterColumn[];
  readonly lines: readonly number[];
  /** The order really used. */
  readonly sort: ClustersView['sort'];
  readonly cell: (cluster: number, column: string) => { readonly text: string; readonly band: string | null };
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
        const { text } = byKey.get(key) ?? all[0];
        return { text: text(cluster), band: key === 'not-spots' ? bandText(clusters.size, cluster) : null };
      },
    };
  },
);

interface FullColumn {
  readonly column: ClusterColumn;
  readonly value: (cluster: number) => number | string;
  readonly text: (cluster: number) => string;
}

function allColumns(clusters: NotSpotClusters): FullColumn[] {
  const { names, size, nearestCovered, areaSquareMetres, uses, need, technologies } = clusters;
  const number = (
    key: string,
    header: string,
    meaning: string,
    value: (cluster: number) => number,
    text: (cluster: number) => string = (cluster) => count(value(cluster)),
  ): FullColumn => ({
    column: { key, header, meaning, numeric: true, sortable: true, width: '6.75rem' },
    value,
    text,
  });
  const words = (key: string, header: string, meaning: string, text: (cluster: number) => string) => ({
    column: { key, header, meaning, numeric: false, sortable: true as const, width: 'var(--name-column)' },
    value: text,
    text,
  });
  const isBanded = size.low.some((low, cluster) => low !== size.high[cluster]);
  const notSpots = number(
    'not-spots',
    'Not-spots',
    'Not-spots of the cluster; of a range the middle, its bounds beside it',
    (cluster) => size.mid[cluster],
    (cluster) => unitsText(size, cluster),
  );
  return [
    words('name', 'Cluster', 'Nearest street or place, else the ward and a number', (c) => names[c]),
    narrow(number('rank', 'Rank', 'By number of not-spots', (c) => c + 1)),
    words('ward', 'Ward', 'The ward with most of its not-spots; how many more it reaches into', (c) => {
      const wards = wardNamesOf(clusters, c);
      return wards.length > 1 ? `${wards[0]} +${wards.length - 1}` : wards[0];
    }),
    isBanded ? { ...notSpots, column: { ...notSpots.column, width: '11.5rem' } } : notSpots,
    ...(uses
      ? (['home', 'business'] as const).map((use) =>
          number(
            `use-${use}`,
            use === 'home' ? 'Homes' : 'Businesses',
            `Not-spots that are ${use === 'home' ? 'homes' : 'businesses'}, by the column “${uses.column}”`,
            (c) => unitsOfUse(clusters, c, use) ?? 0,
          ),
        )
      : []),
    ...technologies.map(({ name, label, lacking }) =>
      number(
        `lacks-${name}`,
        `No ${label}`,
        `Premises of the cluster that ${label} surely does not reach`,
        (c) => lacking[c],
      ),
    ),
    number(
      'nearest',
      'To covered',
      'Distance to the nearest premises that is surely no not-spot',
      (c) =>
        Number.isNaN(nearestCovered.distanceMetres[c]) ? Number.MAX_VALUE : nearestCovered.distanceMetres[c],
      (c) => nearestText(nearestCovered.distanceMetres[c]),
    ),
    number(
      'area',
      'Area',
      'Area of the outline, on the ellipsoid',
      (c) => areaSquareMetres[c],
      (c) => hectaresText(areaSquareMetres[c]),
    ),
    ...(need ? [number('need', 'Need', 'Not-spots weighted by need', (c) => need.weighted[c])] : []),
  ];
}

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
