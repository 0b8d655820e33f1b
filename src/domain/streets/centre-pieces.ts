import type { WorkStep } from '../project/work-step.ts';
import type { FoundThings } from './found-things.ts';
import { GrownList } from './grown-list.ts';
import type { LineFacts } from './line-facts.ts';
import type { JoinedLines } from './lines-to-join.ts';
import { cutPolyline, polylineLength } from './polyline-cuts.ts';
import { segmentCrossing } from './segment-crossing.ts';
import { type PlaneLines, SegmentGrid } from './segment-grid.ts';
import type { StreetLines } from './street-lines.ts';
import { CROSSINGS, type Crossing } from './street-network.ts';
import { twoSides } from './two-sided.ts';

/** Pieces of centre lines, each with at most one thing that it crosses. */
export interface CentrePieces {
  readonly nodeX: GrownList;
  readonly nodeY: GrownList;
  readonly lineOf: Int32Array;
  readonly tails: Int32Array;
  readonly heads: Int32Array;
  /** Codes of CROSSINGS. */
  readonly crossings: Uint8Array;
  readonly shapes: PlaneLines;
}

/**
 * Cuts pieces where they cross railway, tram, water or motorway, so that the crossing is an edge of its own, and streets with two
 * footways every CROSS_EVERY_METRES, so that they can be crossed there. Bridges and tunnels are crossed whole.
 */
export function* centrePieces(
  lines: StreetLines,
  joined: JoinedLines,
  found: FoundThings,
): Generator<WorkStep, CentrePieces> {
  const obstacles = yield* SegmentGrid.of(lines, 'Ordering what streets cross', (line) =>
    isObstacle(lines.facts[line]),
  );
  const lineOfVertex = new Int32Array(lines.xy.length / 2);
  for (let line = 0; line < lines.count; line++)
    lineOfVertex.fill(line, lines.starts[line], lines.starts[line + 1]);
  const [nodeX, nodeY] = [grown(joined.nodeX), grown(joined.nodeY)];
  const [xy, starts, lineOf, tails, heads, crossings] = Array.from({ length: 6 }, () => new GrownList());
  starts.push(0);
  const { shapes } = joined;
  const count = joined.lineOf.length;
  for (let piece = 0; piece < count; piece++) {
    if ((piece & 1023) === 0) yield { what: 'Finding what streets cross', fraction: piece / count };
    const line = joined.lineOf[piece];
    const facts = lines.facts[line];
    const [from, to] = [shapes.starts[piece], shapes.starts[piece + 1]];
    const length = polylineLength(shapes.xy, from, to);
    const met = metAlong(shapes.xy, from, to, (x1, y1, x2, y2, take) =>
      obstacles.along(x1, y1, x2, y2, (segment) => {
        const hit = segmentCrossing(x1, y1, x2, y2, lines.xy, segment);
        if (!hit) return;
        const crossing = crossingOf(facts, lines.facts[lineOfVertex[segment]]);
        // Rails that run along a street are crossed where it is.
        if (crossing !== 'tram' || !facts.hasTram) take(hit.share, crossing);
      }),
    );
    for (const { crossing } of met) found.add('CROSSES', `${nameOfLine(facts, line)} (${crossing})`);
    const parts = facts.isBridge || facts.isTunnel ? [wholeOf(facts, met, length)] : partsOf(met, length);
    const cuts = twoSides(facts) ? parts.flatMap(withPlacesToCross) : parts;
    const shares = cutPolyline(
      shapes.xy,
      from,
      to,
      cuts.slice(0, -1).map((part) => part.until),
    );
    let tail = joined.tails[piece];
    for (const [i, share] of shares.entries()) {
      let head = joined.heads[piece];
      if (i + 1 < shares.length) {
        head = nodeX.length;
        nodeX.push(share[share.length - 2]);
        nodeY.push(share[share.length - 1]);
      }
      for (const value of share) xy.push(value);
      starts.push(xy.length / 2);
      lineOf.push(line);
      tails.push(tail);
      heads.push(head);
      crossings.push(CROSSINGS.indexOf(cuts[i].crossing));
      tail = head;
    }
  }
  yield { what: 'Finding what streets cross', fraction: 1 };
  return {
    nodeX,
    nodeY,
    lineOf: lineOf.asInt32(),
    tails: tails.asInt32(),
    heads: heads.asInt32(),
    crossings: Uint8Array.from(crossings.finish()),
    shapes: { xy: xy.finish(), starts: starts.asInt32() },
  };
}

/** A street with footways on both sides can be crossed at junctions and so often between them; assumed. */
export const CROSS_EVERY_METRES = 100;

/** How a line is called where something is said of it. */
export function nameOfLine({ name, id, usrn }: LineFacts, line: number): string {
  return name ?? id ?? usrn ?? `line ${line + 1}`;
}

/** Millimetres to either side of where a street meets it that crossing it takes; assumed. */
const HALF_ACROSS: Partial<Record<Crossing, number>> = {
  railway: 6000,
  'level crossing': 6000,
  tram: 3000,
  water: 5000,
  motorway: 15_000,
};

/** What crosses a whole bridge or tunnel costs most first. */
const DEAREST: readonly Crossing[] = ['motorway', 'railway', 'water', 'level crossing', 'tram'];

/** Part of a piece up to a distance from its start. */
interface Part {
  readonly from: number;
  readonly until: number;
  readonly crossing: Crossing;
}

interface Met {
  readonly at: number;
  readonly crossing: Crossing;
}

/** Tunnels of railways and culverts lie below what a trench reaches. */
function isObstacle({ streetClass, isTunnel }: LineFacts): boolean {
  return streetClass?.use === 'crossed' && isTunnel !== true;
}

function crossingOf(street: LineFacts, obstacle: LineFacts): Crossing {
  const crossing = obstacle.streetClass?.crossing ?? 'none';
  const isLevel = street.level !== null && obstacle.level !== null && street.level === obstacle.level;
  return crossing === 'railway' && isLevel ? 'level crossing' : crossing;
}

type TakeMet = (share: number, crossing: Crossing) => void;

function metAlong(
  xy: Float64Array,
  from: number,
  to: number,
  meet: (x1: number, y1: number, x2: number, y2: number, take: TakeMet) => void,
): Met[] {
  const met: Met[] = [];
  let behind = 0;
  for (let at = from; at + 1 < to; at++) {
    const [x1, y1, x2, y2] = [xy[2 * at], xy[2 * at + 1], xy[2 * at + 2], xy[2 * at + 3]];
    const step = Math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2);
    meet(x1, y1, x2, y2, (share, crossing) => {
      met.push({ at: behind + share * step, crossing });
    });
    behind += step;
  }
  return met.sort((one, other) => one.at - other.at || (one.crossing < other.crossing ? -1 : 1));
}

function wholeOf({ isBridge }: LineFacts, met: readonly Met[], length: number): Part {
  const dearest = DEAREST.find((kind) => met.some(({ crossing }) => crossing === kind));
  return { from: 0, until: length, crossing: dearest ?? (isBridge ? 'bridge' : 'none') };
}

/** Crossings of one kind that are near one another (the tracks of a railway) are one. */
function partsOf(met: readonly Met[], length: number): Part[] {
  const spans: { from: number; until: number; crossing: Crossing }[] = [];
  for (const { at, crossing } of met) {
    const half = HALF_ACROSS[crossing] ?? 5000;
    const last = spans.at(-1);
    const from = Math.max(0, at - half);
    const until = Math.min(length, at + half);
    if (last && last.crossing === crossing && from <= last.until + SAME_MILLIMETRES) last.until = until;
    else if (!last || from >= last.until) spans.push({ from, until, crossing });
    else if (until > last.until) spans.push({ from: last.until, until, crossing });
  }
  const parts: Part[] = [];
  let behind = 0;
  for (const { crossing, ...span } of spans) {
    const from = span.from - behind < LEAST_MILLIMETRES ? behind : span.from;
    const until = length - span.until < LEAST_MILLIMETRES ? length : span.until;
    if (until <= from) continue;
    if (from > behind) parts.push({ from: behind, until: from, crossing: 'none' });
    parts.push({ from, until, crossing });
    behind = until;
  }
  if (behind < length || parts.length === 0) parts.push({ from: behind, until: length, crossing: 'none' });
  return parts;
}

const SAME_MILLIMETRES = 10_000;
/** No part is shorter. */
const LEAST_MILLIMETRES = 2000;

function withPlacesToCross(part: Part): Part[] {
  const length = part.until - part.from;
  const among = part.crossing === 'none' ? Math.round(length / (CROSS_EVERY_METRES * 1000)) : 1;
  if (among < 2) return [part];
  return Array.from({ length: among }, (_, i) => ({
    ...part,
    from: part.from + (i * length) / among,
    until: part.from + ((i + 1) * length) / among,
  }));
}

function grown(values: Float64Array): GrownList {
  const list = new GrownList();
  for (const value of values) list.push(value);
  return list;
}
