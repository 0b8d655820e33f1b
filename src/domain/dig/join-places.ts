import type { WorkStep } from '../project/work-step.ts';
import type { FibrePoint } from '../streets/fibre-point.ts';
import type { StreetNetwork } from '../streets/street-network.ts';
import type { DigPlace } from './dig-design.ts';

/** A network with lead-ins to places and own roots. */
export interface JoinedPlaces {
  readonly network: StreetNetwork;
  /** By place: its node; −1: no street is near. */
  readonly nodes: Int32Array;
  /** By own root: the node of the street where it is joined; −1: no street is near. */
  readonly rootNodes: readonly number[];
  /** By place: place in `network.streets` of the nearest street, −1 where there is none, and how far it is. */
  readonly nearestStreets: Int32Array;
  readonly nearestMetres: Float64Array;
}

/** STAND-IN until attachPlaces comes. */
export function* joinPlaces(
  network: StreetNetwork,
  places: readonly DigPlace[],
  own: readonly FibrePoint[],
): Generator<WorkStep, JoinedPlaces> {
  const count = places.length;
  const nodes = new Int32Array(count).fill(-1);
  const nearestMetres = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const nearestStreets = new Int32Array(count).fill(-1);
  const nearest = (lon: number, lat: number) => {
    let best = -1,
      least = Infinity;
    for (let node = 0; node < network.nodeCount; node++) {
      const m = Math.hypot((network.nodeLon[node] - lon) * 67000, (network.nodeLat[node] - lat) * 111195);
      if (m < least) {
        least = m;
        best = node;
      }
    }
    return { best, least };
  };
  const tails = [...network.tails],
    heads = [...network.heads],
    lens = [...network.lengthMetres],
    kinds = [...network.kinds];
  const nodeLon = [...network.nodeLon],
    nodeLat = [...network.nodeLat];
  const shapes = [...network.shapes],
    starts = [...network.shapeStarts];
  const pad = (a: ArrayLike<number>, n: number, v: number) => [
    ...Array.from(a),
    ...Array.from({ length: n }, () => v),
  ];
  let added = 0;
  places.forEach(({ lon, lat }, at) => {
    const { best, least } = nearest(lon, lat);
    const edge =
      Array.from({ length: network.edgeCount }, (_, e) => e).find(
        (e) => network.tails[e] === best || network.heads[e] === best,
      ) ?? -1;
    nearestMetres[at] = least;
    nearestStreets[at] = edge < 0 ? -1 : network.streetOf[edge];
    if (least > 300) return;
    const node = nodeLon.length;
    nodeLon.push(lon);
    nodeLat.push(lat);
    nodes[at] = node;
    tails.push(best);
    heads.push(node);
    lens.push(least);
    kinds.push(4);
    shapes.push(network.nodeLon[best], network.nodeLat[best], lon, lat);
    starts.push(shapes.length / 2);
    added++;
  });
  return {
    network: {
      ...network,
      nodeCount: nodeLon.length,
      nodeLon: Float64Array.from(nodeLon),
      nodeLat: Float64Array.from(nodeLat),
      edgeCount: tails.length,
      tails: Int32Array.from(tails),
      heads: Int32Array.from(heads),
      lengthMetres: Float64Array.from(lens),
      kinds: Uint8Array.from(kinds),
      surfaces: Uint8Array.from(pad(network.surfaces, added, 0)),
      crossings: Uint8Array.from(pad(network.crossings, added, 0)),
      sides: Uint8Array.from(pad(network.sides, added, 0)),
      microtrench: Int8Array.from(pad(network.microtrench, added, -1)),
      poles: Uint16Array.from(pad(network.poles, added, 0)),
      streetOf: Int32Array.from(pad(network.streetOf, added, -1)),
      shapeStarts: Int32Array.from(starts),
      shapes: Float64Array.from(shapes),
      barrierStarts: Int32Array.from(
        pad(network.barrierStarts, added, network.barrierStarts[network.edgeCount]),
      ),
    },
    nodes,
    rootNodes: own.map(({ lon, lat }) => (nearest(lon, lat).least > 300 ? -1 : nearest(lon, lat).best)),
    nearestStreets,
    nearestMetres,
  };
}
