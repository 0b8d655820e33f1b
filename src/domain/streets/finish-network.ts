import type { WorkStep } from '../project/work-step.ts';
import type { EdgeDraft } from './edge-draft.ts';
import type { GroundPlane } from './ground-plane.ts';
import type { NamedStreets } from './name-streets.ts';
import type { NetworkReport } from './network-report.ts';
import type { StreetBarriers } from './street-barriers.ts';
import type { StreetNetwork } from './street-network.ts';

/** A draft in degrees and metres, without fibre points. Lengths are whole millimetres on the ground. */
export function* finishNetwork(
  draft: EdgeDraft,
  plane: GroundPlane,
  given: { readonly named: NamedStreets; readonly barriers: StreetBarriers; readonly report: NetworkReport },
): Generator<WorkStep, StreetNetwork> {
  const { named, barriers, report } = given;
  const { edgeCount } = draft;
  const nodeCount = draft.nodeX.length;
  const nodeLon = new Float64Array(nodeCount);
  const nodeLat = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    nodeLon[node] = plane.lonOf(draft.nodeX.values[node]);
    nodeLat[node] = plane.latOf(draft.nodeY.values[node]);
  }
  const xy = draft.xy.finish();
  const shapeStarts = draft.starts.asInt32();
  const shapes = new Float64Array(xy.length);
  const lengthMetres = new Float64Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    if ((edge & 2047) === 0) yield { what: 'Measuring streets', fraction: edge / edgeCount };
    let metres = 0;
    for (let at = shapeStarts[edge]; at < shapeStarts[edge + 1]; at++) {
      shapes[2 * at] = plane.lonOf(xy[2 * at]);
      shapes[2 * at + 1] = plane.latOf(xy[2 * at + 1]);
      if (at > shapeStarts[edge])
        metres += plane.metresBetween(xy[2 * at - 2], xy[2 * at - 1], xy[2 * at], xy[2 * at + 1]);
    }
    lengthMetres[edge] = Math.round(metres * 1000) / 1000;
  }
  return {
    nodeCount,
    nodeLon,
    nodeLat,
    edgeCount,
    tails: draft.tails.asInt32(),
    heads: draft.heads.asInt32(),
    lengthMetres,
    kinds: Uint8Array.from(draft.kinds.finish()),
    surfaces: Uint8Array.from(draft.surfaces.finish()),
    crossings: Uint8Array.from(draft.crossings.finish()),
    sides: Uint8Array.from(draft.sides.finish()),
    microtrench: Int8Array.from(draft.microtrench.finish()),
    poles: Uint16Array.from(draft.poles.finish()),
    streetOf: draft.lineOf.asInt32().map((line) => (line < 0 ? -1 : named.streetOf[line])),
    shapeStarts,
    shapes,
    ...barriers,
    streets: named.streets,
    fibrePoints: [],
    fibreNodes: new Int32Array(0),
    report,
  };
}
