import type { Feature, Point, Polygon, Position } from 'geojson';
import type { NotSpotClusters } from '../domain/clusters/not-spot-clusters.ts';
import { MOST_CLUSTERS_DRAWN } from '../stores/derived/cluster-legend.ts';
import { middleText } from '../stores/derived/cluster-text.ts';

/** Clusters as the map draws them: an outline and a label each, the largest first. */
export interface ClusterFeatures {
  readonly outlines: Feature<Polygon>[];
  readonly labels: Feature<Point>[];
}

/** `rank` orders labels that want the same place: the larger cluster first. */
export function clusterFeatures(clusters: NotSpotClusters): ClusterFeatures {
  const { ids, names, size, centre, outlines } = clusters;
  const drawn = Math.min(clusters.count, MOST_CLUSTERS_DRAWN);
  const numbers = Array.from({ length: drawn }, (_, c) => c);
  return {
    outlines: numbers.map((c) => ({
      type: 'Feature',
      properties: { id: ids[c] },
      geometry: { type: 'Polygon', coordinates: ringsOf(outlines, c) },
    })),
    labels: numbers.map((c) => ({
      type: 'Feature',
      properties: { id: ids[c], name: names[c], count: middleText(size, c), rank: c },
      geometry: { type: 'Point', coordinates: [centre.lon[c], centre.lat[c]] },
    })),
  };
}

/** West, south, east, north of a cluster's outline in degrees; null where there is no such cluster. */
export function clusterBox(
  { ids, outlines: { coordinates, ringStarts, polygonStarts } }: Pick<NotSpotClusters, 'ids' | 'outlines'>,
  id: string,
): [number, number, number, number] | null {
  const cluster = ids.indexOf(id);
  if (cluster < 0) return null;
  const ring = polygonStarts[cluster];
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = ringStarts[ring]; i < ringStarts[ring + 1]; i++) {
    box[0] = Math.min(box[0], coordinates[2 * i]);
    box[1] = Math.min(box[1], coordinates[2 * i + 1]);
    box[2] = Math.max(box[2], coordinates[2 * i]);
    box[3] = Math.max(box[3], coordinates[2 * i + 1]);
  }
  return box;
}

function ringsOf(
  { coordinates, ringStarts, polygonStarts }: NotSpotClusters['outlines'],
  polygon: number,
): Position[][] {
  const rings: Position[][] = [];
  for (let ring = polygonStarts[polygon]; ring < polygonStarts[polygon + 1]; ring++) {
    const positions: Position[] = [];
    for (let i = ringStarts[ring]; i < ringStarts[ring + 1]; i++)
      positions.push([coordinates[2 * i], coordinates[2 * i + 1]]);
    rings.push(positions);
  }
  return rings;
}
