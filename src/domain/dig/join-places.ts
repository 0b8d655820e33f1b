import type { WorkStep } from '../project/work-step.ts';
import { attachPlaces } from '../streets/attach-places.ts';
import type { FibrePoint } from '../streets/fibre-point.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import type { DigPlace } from './dig-design.ts';
import { mayBeDug, type WorksAllowed } from './may-be-dug.ts';

/** A network with lead-ins to places and own roots. */
export interface JoinedPlaces {
  readonly network: StreetNetwork;
  /** By place: its node; −1: no street is near. */
  readonly nodes: Int32Array;
  /** By own root: its node; −1: no street is near. */
  readonly rootNodes: Int32Array;
  /** By place: place in `network.streets` of the nearest street, −1 where there is none. */
  readonly nearestStreets: Int32Array;
  /** By place: how far the nearest street is; NaN where none is anywhere near. */
  readonly nearestMetres: Float64Array;
  /** By place, 1 where its lead-in goes to another street edge than the nearest, which is closed. */
  readonly isElsewhere: Uint8Array;
}

/**
 * Joins own roots to the nearest streets by a piece of street, then places by lead-ins, at most as long as those may be: each to
 * the nearest street that may be dug; where no such street is near to the nearest, which is closed.
 */
export function* joinPlaces(
  network: StreetNetwork,
  places: readonly DigPlace[],
  { own, works }: { readonly own: readonly FibrePoint[]; readonly works: WorksAllowed },
): Generator<WorkStep, JoinedPlaces> {
  const withRoots =
    own.length === 0 ? null : yield* attachPlaces(network, lons(own), lats(own), { kind: 'street' });
  if (places.length === 0)
    return {
      network: withRoots?.network ?? network,
      nodes: new Int32Array(0),
      rootNodes: withRoots?.nodes ?? new Int32Array(0),
      nearestStreets: new Int32Array(0),
      nearestMetres: new Float64Array(0),
      isElsewhere: new Uint8Array(0),
    };
  const streets = withRoots?.network ?? network;
  const joined = yield* attachPlaces(streets, lons(places), lats(places), {
    mayJoin: mayBeDug(streets, works),
  });
  return { ...joined, rootNodes: withRoots?.nodes ?? new Int32Array(0) };
}

function lons(places: readonly { readonly lon: number }[]): Float64Array {
  return Float64Array.from(places, ({ lon }) => lon);
}

function lats(places: readonly { readonly lat: number }[]): Float64Array {
  return Float64Array.from(places, ({ lat }) => lat);
}
