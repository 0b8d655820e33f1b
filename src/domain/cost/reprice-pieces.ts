import { CROSSINGS, EDGE_KINDS, SIDES, type Street, type StreetNetwork } from '../streets/street-network.ts';
import { SURFACES } from '../streets/surface.ts';
import { EdgePricer, type WorksAsked } from './edge-pricer.ts';
import { pieceOfEdge } from './piece-of-edge.ts';
import type { RateCard } from './rate-card.ts';
import type { TrenchPiece } from './trench-piece.ts';

/**
 * Pieces of a route made earlier, at the prices and under the restrictions of now; null where one of them must not be dug any
 * more. What a piece was cut with may still be cut; where it was not, a microtrench is not thought of.
 */
export function repricePieces(
  pieces: readonly TrenchPiece[],
  network: StreetNetwork,
  { card, ...works }: WorksAsked & { readonly card: RateCard },
): TrenchPiece[] | null {
  const route = networkOfPieces(pieces, network);
  const pricer = new EdgePricer(route, card, works);
  if (pricer.closed.some((why) => why > 0)) return null;
  return pieces.map((_, edge) => pieceOfEdge(pricer, edge));
}

/** A network of these pieces alone, each an edge between two nodes of its own. */
function networkOfPieces(pieces: readonly TrenchPiece[], network: StreetNetwork): StreetNetwork {
  const streets = new Map<string, number>();
  const named: Street[] = [];
  const streetOf = Int32Array.from(pieces, ({ street, streetName }) => {
    if (street === null) return -1;
    const known = streets.get(street) ?? named.length;
    if (known === named.length) named.push({ id: street, name: streetName, streetClass: null });
    streets.set(street, known);
    return known;
  });
  const barriers = new Map(Array.from(new Set(network.barrierIds), (at) => [network.barriers[at].id, at]));
  const barrierStarts = new Int32Array(pieces.length + 1);
  const shapeStarts = new Int32Array(pieces.length + 1);
  const barrierIds: number[] = [];
  const shapes: number[] = [];
  for (const [at, piece] of pieces.entries()) {
    barrierIds.push(...piece.barriers.flatMap((id) => barriers.get(id) ?? []));
    shapes.push(...piece.line);
    barrierStarts[at + 1] = barrierIds.length;
    shapeStarts[at + 1] = shapes.length / 2;
  }
  return {
    ...network,
    nodeCount: 2 * pieces.length,
    nodeLon: Float64Array.from(pieces.flatMap(({ line }) => [line[0], line.at(-2) ?? line[0]])),
    nodeLat: Float64Array.from(pieces.flatMap(({ line }) => [line[1], line.at(-1) ?? line[1]])),
    edgeCount: pieces.length,
    tails: Int32Array.from(pieces, (_, at) => 2 * at),
    heads: Int32Array.from(pieces, (_, at) => 2 * at + 1),
    lengthMetres: Float64Array.from(pieces, ({ metres }) => metres),
    kinds: Uint8Array.from(pieces, ({ kind }) => EDGE_KINDS.indexOf(kind)),
    surfaces: Uint8Array.from(pieces, ({ surface }) => SURFACES.indexOf(surface)),
    crossings: Uint8Array.from(pieces, ({ crossing }) => CROSSINGS.indexOf(crossing)),
    sides: Uint8Array.from(pieces, ({ side }) => SIDES.indexOf(side)),
    microtrench: Int8Array.from(pieces, ({ method }) => (method === 'microtrench' ? 1 : 0)),
    poles: Uint16Array.from(pieces, ({ poles }) => poles),
    streetOf,
    shapeStarts,
    shapes: Float64Array.from(shapes),
    barrierStarts,
    barrierIds: Int32Array.from(barrierIds),
    streets: named,
    fibrePoints: [],
    fibreNodes: new Int32Array(0),
  };
}
