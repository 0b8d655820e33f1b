import type { WorkStep } from '../project/work-step.ts';
import { type AddedDucts, DUCT_REACH_METRES } from './add-ducts.ts';
import type { AddedFibrePoints } from './add-fibre-points.ts';
import { SEEN_METRES } from './attach-places.ts';
import { edgePlaces, nearestEdge } from './edge-places.ts';
import type { FibrePoint } from './fibre-point.ts';
import type { FoundThings } from './found-things.ts';
import type { Join } from './join-cuts.ts';
import { spliceNetwork } from './splice-network.ts';
import type { Street, StreetNetwork } from './street-network.ts';

/** A fibre point is joined to a street no farther away; assumed. */
export const FIBRE_POINT_REACH_METRES = 100;

/** Joins ducts and fibre points to the streets, by pieces of street as long as the gap. What is too far away is found. */
export function* joinIn(
  network: StreetNetwork,
  ducts: AddedDucts,
  fibre: AddedFibrePoints,
  found: FoundThings,
): Generator<WorkStep, StreetNetwork> {
  const places = yield* edgePlaces(network);
  const joins: Join[] = [];
  const joinedParts = new Set<number>();
  for (const [i, node] of ducts.nodes.entries()) {
    if ((i & 511) === 0) yield { what: 'Joining ducts to streets', fraction: i / ducts.nodes.length };
    const place = nearestEdge(places, network.nodeLon[node], network.nodeLat[node], DUCT_REACH_METRES);
    if (!place) continue;
    joinedParts.add(ducts.parts[i]);
    joins.push({ place, to: node });
  }
  for (const [i, part] of ducts.parts.entries())
    if (!joinedParts.has(part)) {
      joinedParts.add(part);
      found.add('DUCT_APART', ducts.names[i]);
    }
  const kept: FibrePoint[] = [];
  const keptNodes: number[] = [];
  for (const [i, point] of fibre.points.entries()) {
    const place = nearestEdge(places, point.lon, point.lat, SEEN_METRES);
    const isReached = place !== null && place.metres <= FIBRE_POINT_REACH_METRES;
    if (isReached) joins.push({ place, to: fibre.nodes[i] });
    if (isReached || fibre.isByDuct[i]) {
      kept.push(point);
      keptNodes.push(fibre.nodes[i]);
      continue;
    }
    const street = place ? network.streets[network.streetOf[place.edge]] : null;
    found.add('FIBRE_POINT_FAR', () => farWords(point, street, place?.metres));
  }
  if (joins.length === 0) return { ...network, fibrePoints: kept, fibreNodes: Int32Array.from(keptNodes) };
  const { network: spliced } = yield* spliceNetwork(network, places, joins, 'street');
  return { ...spliced, fibrePoints: kept, fibreNodes: Int32Array.from(keptNodes) };
}

function farWords(point: FibrePoint, street: Street | null | undefined, metres: number | undefined): string {
  if (!street || metres === undefined) return `${point.name}: no street within ${SEEN_METRES / 1000} km`;
  return `${point.name}: ${Math.round(metres)} m from ${street.name ?? street.id}`;
}
