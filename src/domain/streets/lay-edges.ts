import type { WorkStep } from '../project/work-step.ts';
import type { CentrePieces } from './centre-pieces.ts';
import { EdgeDraft } from './edge-draft.ts';
import { type Arm, Junctions } from './junction-corners.ts';
import type { LineFacts } from './line-facts.ts';
import { offsetPolyline } from './offset-polyline.ts';
import { CROSSINGS, EDGE_KINDS, SIDES } from './street-network.ts';
import { SURFACES } from './surface.ts';
import { twoSides } from './two-sided.ts';

/**
 * The edges of streets: one along the centre, or one along each footway, which meet round the corners of junctions and are joined
 * over the street by crossings, there and where a piece ends.
 */
export function* layEdges(pieces: CentrePieces, facts: readonly LineFacts[]): Generator<WorkStep, EdgeDraft> {
  const draft = new EdgeDraft();
  const count = pieces.lineOf.length;
  const sidesOf = facts.map(twoSides);
  const offsets = Float64Array.from(pieces.lineOf, (line) => (sidesOf[line]?.offsetMetres ?? 0) * 1000);
  const junctions = yield* Junctions.of(pieces, offsets, draft);
  for (let piece = 0; piece < count; piece++) {
    if ((piece & 2047) === 0) yield { what: 'Laying footways', fraction: piece / count };
    const line = pieces.lineOf[piece];
    const [from, to] = [pieces.shapes.starts[piece], pieces.shapes.starts[piece + 1]];
    const shape = pieces.shapes.xy.subarray(2 * from, 2 * to);
    const common = {
      crossing: facts[line].isStreetCrossing ? OVER_STREET : pieces.crossings[piece],
      microtrench: facts[line].microtrench,
      poles: 0,
      line,
    };
    if (offsets[piece] === 0) {
      const [tail, head] = [
        junctions.nodeAt({ piece, isHead: false }),
        junctions.nodeAt({ piece, isHead: true }),
      ];
      draft.addEdge(
        { ...common, tail, head, ...centreOf(facts[line]) },
        withEnds(draft, Array.from(shape), tail, head),
      );
      continue;
    }
    const surface = sidesOf[line]?.isStated ? FOOTWAY : NOT_KNOWN;
    for (const side of [LEFT, RIGHT]) {
      const isLeft = side === LEFT;
      const begin = junctions.cornerAt({ piece, isHead: false }, isLeft);
      // At its head a piece's arm looks back: its left is the piece's right.
      const end = junctions.cornerAt({ piece, isHead: true }, !isLeft);
      const beside = offsetPolyline(
        shape,
        isLeft ? offsets[piece] : -offsets[piece],
        begin.alongMillimetres,
        end.alongMillimetres,
      );
      draft.addEdge({ ...common, tail: begin.node, head: end.node, kind: STREET, surface, side }, [
        draft.nodeX.values[begin.node],
        draft.nodeY.values[begin.node],
        ...beside,
        draft.nodeX.values[end.node],
        draft.nodeY.values[end.node],
      ]);
    }
  }
  yield* addCrossings(draft, junctions, pieces, facts);
  return draft;
}

const STREET = EDGE_KINDS.indexOf('street');
const CROSSING = EDGE_KINDS.indexOf('crossing');
const FOOTWAY = SURFACES.indexOf('footway');
const CARRIAGEWAY = SURFACES.indexOf('carriageway');
const NOT_KNOWN = SURFACES.indexOf('not known');
const [CENTRE, LEFT, RIGHT] = [SIDES.indexOf('centre'), SIDES.indexOf('left'), SIDES.indexOf('right')];
const OVER_STREET = CROSSINGS.indexOf('street');
const OVER_TRAM = CROSSINGS.indexOf('tram');

function centreOf({ footways, surface, isStreetCrossing }: LineFacts) {
  const kind = isStreetCrossing ? CROSSING : STREET;
  if (footways === 'left' || footways === 'right')
    return { kind, side: footways === 'left' ? LEFT : RIGHT, surface: FOOTWAY };
  return { kind, side: CENTRE, surface };
}

function withEnds(draft: EdgeDraft, shape: number[], tail: number, head: number): number[] {
  shape[0] = draft.nodeX.values[tail];
  shape[1] = draft.nodeY.values[tail];
  shape[shape.length - 2] = draft.nodeX.values[head];
  shape[shape.length - 1] = draft.nodeY.values[head];
  return shape;
}

/** Over each arm of a junction, from corner to corner; once where two arms have both corners in common. */
function* addCrossings(
  draft: EdgeDraft,
  junctions: Junctions,
  pieces: CentrePieces,
  facts: readonly LineFacts[],
): Generator<WorkStep> {
  const made = new Set<number>();
  const count = pieces.lineOf.length;
  for (let piece = 0; piece < count; piece++) {
    if ((piece & 2047) === 0) yield { what: 'Crossing streets', fraction: piece / count };
    for (const isHead of [false, true]) {
      const arm: Arm = { piece, isHead };
      if (!junctions.hasCorners(arm)) continue;
      const left = junctions.cornerAt(arm, true).node;
      const right = junctions.cornerAt(arm, false).node;
      const [low, high] = left < right ? [left, right] : [right, left];
      const key = low * 67_108_864 + high;
      if (left === right || made.has(key)) continue;
      made.add(key);
      const line = pieces.lineOf[piece];
      draft.addEdge(
        {
          tail: low,
          head: high,
          kind: CROSSING,
          surface: CARRIAGEWAY,
          crossing: facts[line].hasTram ? OVER_TRAM : OVER_STREET,
          side: CENTRE,
          microtrench: facts[line].microtrench,
          poles: 0,
          line,
        },
        [
          draft.nodeX.values[low],
          draft.nodeY.values[low],
          draft.nodeX.values[high],
          draft.nodeY.values[high],
        ],
      );
    }
  }
}
