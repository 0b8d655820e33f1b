import { type AddedDucts, DUCT_REACH_METRES } from './add-ducts.ts';
import type { EdgeDraft } from './edge-draft.ts';
import type { FibrePoint } from './fibre-point.ts';
import type { GroundPlane } from './ground-plane.ts';
import { EDGE_KINDS } from './street-network.ts';

/** Fibre points in a draft. */
export interface AddedFibrePoints {
  readonly points: readonly FibrePoint[];
  readonly nodes: readonly number[];
  /** Whether a duct begins by it. */
  readonly isByDuct: readonly boolean[];
}

/** Adds a node for each fibre point, joined to the nearest place of access to a duct that is within reach. */
export function addFibrePoints(
  draft: EdgeDraft,
  points: readonly FibrePoint[],
  ducts: AddedDucts,
  plane: GroundPlane,
): AddedFibrePoints {
  const nodes: number[] = [];
  const isByDuct: boolean[] = [];
  for (const { lon, lat } of points) {
    const [x, y] = [plane.x(lon), plane.y(lat)];
    const node = draft.addNode(x, y);
    const duct = nearestNode(draft, ducts.nodes, x, y);
    nodes.push(node);
    isByDuct.push(duct >= 0);
    if (duct < 0) continue;
    draft.addEdge(
      {
        tail: duct,
        head: node,
        kind: EDGE_KINDS.indexOf('street'),
        surface: 0,
        crossing: 0,
        side: 0,
        microtrench: -1,
        poles: 0,
        line: -1,
      },
      [draft.nodeX.values[duct], draft.nodeY.values[duct], x, y],
    );
  }
  return { points, nodes, isByDuct };
}

/** The nearest within reach, the earlier of equals; −1: none. */
function nearestNode(draft: EdgeDraft, among: readonly number[], x: number, y: number): number {
  let best = (DUCT_REACH_METRES * 1000) ** 2;
  let nearest = -1;
  for (const node of among) {
    const squared = (draft.nodeX.values[node] - x) ** 2 + (draft.nodeY.values[node] - y) ** 2;
    if (squared < best) [best, nearest] = [squared, node];
  }
  return nearest;
}
