import type { Polygons } from '../../domain/geo/geometry.ts';
import type { Selection } from '../../domain/project/selection.ts';
import type { NextDig } from '../view-store.ts';
import { rememberLast } from './remember-last.ts';

/** The premises that the next dig is to reach, as chosen so far; null: not chosen yet. */
export const nextSelection = rememberLast((next: NextDig): Selection | null => {
  const { by, wardCode, cluster, corners, ids } = next;
  if (by === 'ward') return wardCode === null ? null : { kind: 'ward', code: wardCode };
  if (by === 'cluster') return cluster && { kind: 'cluster', clusterId: cluster.id, rows: cluster.rows };
  if (by === 'shape') return corners.length < 3 ? null : { kind: 'shape', shape: shapeOf(corners) };
  return ids === null || ids.length === 0 ? null : { kind: 'list', ids };
});

function shapeOf(corners: NextDig['corners']): Polygons {
  const ring = [...corners, corners[0]];
  return {
    coordinates: Float64Array.from(ring.flat()),
    ringStarts: Uint32Array.of(0, ring.length),
    polygonStarts: Uint32Array.of(0, 1),
  };
}
