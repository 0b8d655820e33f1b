import type { NotSpotClusters } from '../domain/clusters/not-spot-clusters.ts';
import type { LayerRecord } from '../domain/coverage/layer.ts';
import type { Polygons } from '../domain/geo/geometry.ts';
import { ROW_YES } from '../domain/not-spots/count-shares.ts';
import { layersNamed } from '../domain/not-spots/resolve-recipe.ts';
import { premisesCell, unitsAt } from '../domain/premises/premises-table.ts';
import { PREMISES_USES } from '../domain/premises/premises-use.ts';
import { fingerprintMembers } from '../domain/project/fingerprints.ts';
import type { Prepared } from '../domain/project/prepared.ts';
import { writeCsv } from './csv.ts';
import { type WritableFeature, writeGeoJson } from './geojson.ts';
import type { Provenance } from './provenance-columns.ts';

/** What a file of clusters is made of. */
export interface ClustersFile {
  readonly clusters: NotSpotClusters;
  readonly provenance: Provenance;
  readonly format: 'csv' | 'geojson';
  /** Confidential layers: a technology that one of them tells has no column. */
  readonly hiddenLayers: readonly LayerRecord[];
}

type Cell = string | number | null;

/**
 * All clusters, one a line or feature, most not-spots first; WGS84 degrees, areas in square metres on the ellipsoid. What
 * was asked, definition, sources and date stand on every line of CSV and as members of GeoJSON; so do the scattered ones.
 */
export function clustersFile({ clusters, provenance, format, hiddenLayers }: ClustersFile): string {
  const lines = Array.from({ length: clusters.count }, (_, c) => clusterCells(clusters, c, hiddenLayers));
  if (format === 'csv') {
    const told = toldCells(clusters, provenance);
    return writeCsv(
      [...clusterColumns(clusters, hiddenLayers), ...told.map(([name]) => name)],
      lines.map((line) => [...line.map(([, value]) => value), ...told.map(([, value]) => value)]),
    );
  }
  const features = lines.map((line, c): WritableFeature => {
    return {
      geometry: { type: 'Polygon', coordinates: ringsOf(clusters.outlines, c) },
      properties: Object.fromEntries(line),
    };
  });
  return writeGeoJson(features, {
    name: `Clusters of not-spots: ${clusters.question.recipeText}`,
    ...Object.fromEntries(toldCells(clusters, provenance)),
    scattered_rows: clusters.scattered.rows,
    scattered_not_spots: clusters.scattered.mid,
    all_not_spots: clusters.all.mid,
  });
}

/** The premises of one cluster as points, with the answer of each: surely a not-spot, or perhaps. */
export function clusterPremisesFile({
  clusters,
  provenance,
  format,
  cluster,
  prepared: { premises, wards, membership },
  rowState,
}: ClustersFile & {
  readonly cluster: number;
  readonly prepared: Pick<Prepared, 'premises' | 'wards' | 'membership'>;
  readonly rowState: Uint8Array;
}): string {
  const rows = clusters.rows.subarray(clusters.rowStarts[cluster], clusters.rowStarts[cluster + 1]);
  const lines = Array.from(rows, (row): [string, Cell][] => [
    ['id', premisesCell(premises, premises.ids, row)],
    ['units', unitsAt(premises, row)],
    ['ward_code', wards.codes[membership.wardOf[row]] ?? null],
    ['answer', rowState[row] === ROW_YES ? 'not-spot' : 'perhaps a not-spot'],
    ['cluster_id', clusters.ids[cluster]],
    ['cluster', clusters.names[cluster]],
    ['lon', degrees(premises.lon[row])],
    ['lat', degrees(premises.lat[row])],
  ]);
  const told = toldCells(clusters, provenance);
  if (format === 'csv')
    return writeCsv(
      [...PREMISES_COLUMNS, ...told.map(([name]) => name)],
      lines.map((line) => [...line.map(([, value]) => value), ...told.map(([, value]) => value)]),
    );
  const features = lines.map((line): WritableFeature => {
    const { lon, lat, ...properties } = Object.fromEntries(line);
    return { geometry: { type: 'Point', coordinates: [Number(lon), Number(lat)] }, properties };
  });
  return writeGeoJson(features, {
    name: `Not-spots of ${clusters.names[cluster]}`,
    ...Object.fromEntries(told),
  });
}

const PREMISES_COLUMNS = ['id', 'units', 'ward_code', 'answer', 'cluster_id', 'cluster', 'lon', 'lat'];

function clusterColumns(clusters: NotSpotClusters, hidden: readonly LayerRecord[]): string[] {
  // The names do not depend on which cluster it is, and there may be none.
  return clusterCells(clusters, 0, hidden).map(([name]) => name);
}

function clusterCells(
  clusters: NotSpotClusters,
  c: number,
  hidden: readonly LayerRecord[],
): [string, Cell][] {
  const { size, nearestCovered, centre, uses, need, wardStarts } = clusters;
  const wards = Array.from(clusters.wards.subarray(wardStarts[c], wardStarts[c + 1]));
  return [
    ['cluster_id', clusters.ids[c] ?? null],
    ['rank', c + 1],
    ['name', clusters.names[c] ?? null],
    ['ward_code', clusters.wardCodes[wards[0]] ?? null],
    ['wards', wards.map((ward) => clusters.wardNames[ward] ?? 'outside every ward').join('; ')],
    ['rows', clusters.rowStarts[c + 1] - clusters.rowStarts[c]],
    ['not_spots_low', size.low[c]],
    ['not_spots', size.mid[c]],
    ['not_spots_high', size.high[c]],
    ...(uses
      ? PREMISES_USES.map((use, at): [string, Cell] => [
          `use_${use.replaceAll(' ', '_')}`,
          uses.units[c * PREMISES_USES.length + at],
        ])
      : []),
    ...clusters.technologies
      .filter(({ name }) => layersNamed(name, hidden).length === 0)
      .flatMap((one): [string, Cell][] => [
        [`${one.name}_lacking`, one.lacking[c]],
        [`${one.name}_perhaps`, one.perhaps[c]],
        [`${one.name}_covered`, one.covered[c]],
        [`${one.name}_not_known`, one.notKnown[c]],
      ]),
    ['nearest_covered_id', nearestCovered.ids[c] || null],
    ['nearest_covered_metres', metres(nearestCovered.distanceMetres[c])],
    ['area_square_metres', Math.round(clusters.areaSquareMetres[c])],
    ['centre_lon', degrees(centre.lon[c])],
    ['centre_lat', degrees(centre.lat[c])],
    ...(need
      ? ([
          ['need_weighted', need.weighted[c]],
          ['need_not_known', need.notKnown[c]],
        ] satisfies [string, Cell][])
      : []),
  ];
}

function toldCells({ question, unit }: NotSpotClusters, provenance: Provenance): [string, Cell][] {
  return [
    ['unit', unit],
    ['recipe', question.recipeText],
    ['joined_within_metres', question.distanceMetres],
    ['least_size', question.leastUnits],
    ['definition', provenance.definition],
    ['sources', provenance.sources],
    ['counted_on', provenance.countedOn],
    ['remark', provenance.remark],
    ...Object.entries(fingerprintMembers(provenance.fingerprints)),
  ];
}

function ringsOf({ coordinates, ringStarts, polygonStarts }: Polygons, polygon: number): number[][][] {
  const rings: number[][][] = [];
  for (let ring = polygonStarts[polygon]; ring < polygonStarts[polygon + 1]; ring++) {
    const positions: number[][] = [];
    for (let i = ringStarts[ring]; i < ringStarts[ring + 1]; i++)
      positions.push([degrees(coordinates[2 * i]), degrees(coordinates[2 * i + 1])]);
    rings.push(positions);
  }
  return rings;
}

function metres(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(value * 10) / 10;
}

/** Seven decimals: a centimetre. */
function degrees(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}
