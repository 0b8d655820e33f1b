import { CROSSINGS, EDGE_KINDS, SIDES } from '../streets/street-network.ts';
import { SURFACES } from '../streets/surface.ts';
import type { EdgePricer } from './edge-pricer.ts';
import type { TrenchPiece } from './trench-piece.ts';

/** An edge as it is built, with its parts: their mid sums to `edgePence` exactly. Throws RangeError for a closed edge. */
export function pieceOfEdge(pricer: EdgePricer, edge: number): TrenchPiece {
  const { network, closed } = pricer;
  if (closed[edge] > 0) throw new RangeError(`Edge ${edge} must not be dug.`);
  const street = network.streets[network.streetOf[edge]];
  const ids = network.barrierIds.subarray(network.barrierStarts[edge], network.barrierStarts[edge + 1]);
  const shape = network.shapes.subarray(2 * network.shapeStarts[edge], 2 * network.shapeStarts[edge + 1]);
  return {
    kind: EDGE_KINDS[network.kinds[edge]],
    street: street?.id ?? null,
    streetName: street?.name ?? null,
    side: SIDES[network.sides[edge]],
    surface: SURFACES[network.surfaces[edge]],
    method: pricer.methodOf(edge),
    crossing: CROSSINGS[network.crossings[edge]],
    metres: network.lengthMetres[edge],
    poles: network.poles[edge],
    line: Array.from(shape, (degrees) => Math.round(degrees * 1e7) / 1e7),
    barriers: Array.from(ids, (id) => network.barriers[id].id),
    parts: pricer.partsOf(edge),
  };
}
