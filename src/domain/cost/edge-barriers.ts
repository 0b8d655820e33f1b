import { EDGE_KINDS, type StreetNetwork } from '../streets/street-network.ts';

/** Bits of `flags`. */
export const IS_LANE_RENTAL = 1;
export const IS_SENSITIVE = 2;

/**
 * What barriers in force do to each edge: bits of what is charged, and the first that forbids digging (−1: none). A barrier
 * that forbids closes no duct and no pole route, for nothing is dug there, and no street that is lifted: what is charged
 * for there is still charged.
 */
export function barriersOnEdges(
  network: StreetNetwork,
  inForce: readonly boolean[],
  lifted: ReadonlySet<string>,
): { readonly flags: Uint8Array; readonly closedBy: Int32Array } {
  const { edgeCount, barriers, barrierStarts, barrierIds, kinds, streetOf, streets } = network;
  const flags = new Uint8Array(edgeCount);
  const closedBy = new Int32Array(edgeCount).fill(-1);
  for (let edge = 0; edge < edgeCount; edge++) {
    const kind = EDGE_KINDS[kinds[edge]];
    if (kind === 'duct' || kind === 'pole route') continue;
    const isLifted = streetOf[edge] >= 0 && lifted.has(streets[streetOf[edge]].id);
    for (let at = barrierStarts[edge]; at < barrierStarts[edge + 1]; at++) {
      const id = barrierIds[at];
      if (!inForce[id]) continue;
      if (barriers[id].kind === 'lane rental') flags[edge] |= IS_LANE_RENTAL;
      if (barriers[id].kind === 'traffic-sensitive street') flags[edge] |= IS_SENSITIVE;
      if (barriers[id].effect.forbids && !isLifted && closedBy[edge] < 0) closedBy[edge] = id;
    }
  }
  return { flags, closedBy };
}
