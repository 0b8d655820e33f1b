import type { WorkStep } from '../project/work-step.ts';
import { findCuts } from './find-cuts.ts';
import type { FoundThings } from './found-things.ts';
import { KnownPieces } from './known-pieces.ts';
import { type JoinedLines, type LinesToJoin, levelsDiffer } from './lines-to-join.ts';
import { SNAP_MILLIMETRES } from './snap-millimetres.ts';

/**
 * Lines cut where they meet: ends within SNAP_MILLIMETRES of one another or of a line's body, and crossings, but between
 * levels that are known to differ. The lowest line's place stands for all that meet.
 */
export function* joinLines(given: LinesToJoin, found: FoundThings): Generator<WorkStep, JoinedLines> {
  const { cuts, nodes } = yield* findCuts(given, found);
  const sorted = yield* cuts.inOrder(nodes);
  const { xy, starts, nameOf } = given;
  const numbers = new Int32Array(nodes.count).fill(-1);
  const [nodeX, nodeY]: [number[], number[]] = [[], []];
  const numberOf = (node: number): number => {
    const root = nodes.find(node);
    if (numbers[root] < 0) {
      numbers[root] = nodeX.length;
      nodeX.push(nodes.xs[root]);
      nodeY.push(nodes.ys[root]);
    }
    return numbers[root];
  };
  const [lineOf, tails, heads, shapeStarts]: number[][] = [[], [], [], [0]];
  const shape: number[] = [];
  const known = new KnownPieces();
  for (let at = 0; at + 1 < sorted.length; at++) {
    if ((at & 4095) === 0) yield { what: 'Cutting streets', fraction: at / sorted.length };
    const [from, to] = [sorted[at], sorted[at + 1]];
    const line = cuts.lines[from];
    if (line !== cuts.lines[to]) continue;
    const [tail, head] = [numberOf(cuts.nodes[from]), numberOf(cuts.nodes[to])];
    const length = cuts.millimetresBetween(cuts.ats[from], cuts.ats[to]);
    if (tail === head && length <= 2 * SNAP_MILLIMETRES) {
      const isWhole = cuts.ats[from] === starts[line] && cuts.ats[to] === starts[line + 1] - 1;
      if (isWhole) found.add('ZERO_LENGTH', () => nameOf(line));
      continue;
    }
    const begin = shape.length;
    shape.push(nodeX[tail], nodeY[tail]);
    for (let vertex = Math.floor(cuts.ats[from]) + 1; vertex < cuts.ats[to]; vertex++) {
      const [x, y] = [xy[2 * vertex], xy[2 * vertex + 1]];
      if (x !== shape[shape.length - 2] || y !== shape[shape.length - 1]) shape.push(x, y);
    }
    if (
      shape[shape.length - 2] === nodeX[head] &&
      shape[shape.length - 1] === nodeY[head] &&
      shape.length - begin > 2
    )
      shape.length -= 2;
    shape.push(nodeX[head], nodeY[head]);
    const twin = known.like(tail, head, shape, begin, (piece) => !levelsDiffer(given, lineOf[piece], line));
    if (twin >= 0) {
      found.add('DUPLICATE', () =>
        lineOf[twin] === line ? nameOf(line) : `${nameOf(line)} on ${nameOf(lineOf[twin])}`,
      );
      shape.length = begin;
      continue;
    }
    known.add(lineOf.length, tail, head, shape, begin);
    lineOf.push(line);
    tails.push(tail);
    heads.push(head);
    shapeStarts.push(shape.length / 2);
  }
  return {
    nodeX: Float64Array.from(nodeX),
    nodeY: Float64Array.from(nodeY),
    lineOf: Int32Array.from(lineOf),
    tails: Int32Array.from(tails),
    heads: Int32Array.from(heads),
    shapes: { xy: Float64Array.from(shape), starts: Int32Array.from(shapeStarts) },
  };
}
