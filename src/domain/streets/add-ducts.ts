import type { WorkStep } from '../project/work-step.ts';
import type { EdgeDraft } from './edge-draft.ts';
import type { FoundThings } from './found-things.ts';
import type { GroundPlane } from './ground-plane.ts';
import { GrownList } from './grown-list.ts';
import { joinLines } from './join-lines.ts';
import { NamedColumns } from './named-columns.ts';
import type { NetworkFile } from './network-files.ts';
import { cutPolyline, polylineLength } from './polyline-cuts.ts';
import { placeOf, pushLine } from './street-lines.ts';
import { EDGE_KINDS } from './street-network.ts';

/** Ducts and poles in a draft. */
export interface AddedDucts {
  /** Nodes at which cable can enter or leave: ends, and bends ACCESS_METRES apart. */
  readonly nodes: readonly number[];
  /** For each of these nodes, a duct line that has it, as a person looks it up. */
  readonly names: readonly string[];
  /** Which ducts hang together: a number for each node. */
  readonly parts: readonly number[];
  readonly ducts: number;
  readonly poleRoutes: number;
  /** Pole routes whose file does not say how many poles they have. */
  readonly polesAssumed: number;
}

/** Poles stand so far apart where a file does not count them; assumed. */
export const POLE_SPACING_METRES = 40;
/** A bend of a duct so far from the last is taken for a chamber; assumed. */
export const ACCESS_METRES = 25;

/** A duct's ends and bends are joined to a street no farther away, and a fibre point to a duct; assumed. */
export const DUCT_REACH_METRES = 10;

/** Adds the lines of duct files as edges: ducts that meet end to end, or end on one another, are joined; where they cross they are not. */
export function* addDucts(
  draft: EdgeDraft,
  files: readonly NetworkFile[],
  plane: GroundPlane,
  found: FoundThings,
): Generator<WorkStep, AddedDucts> {
  const lines = readDucts(files, plane, found);
  const joined = yield* joinLines(
    {
      ...lines,
      isIn: () => true,
      levelOf: () => null,
      splitsAtCrossings: false,
      nameOf: (line) => lines.ducts[line].name,
    },
    found,
  );
  const nodeOf = Array.from(joined.nodeX, (x, i) => draft.addNode(x, joined.nodeY[i]));
  const access = new Map<number, string>();
  const part = new Map<number, number>();
  for (let piece = 0; piece < joined.lineOf.length; piece++) {
    if ((piece & 1023) === 0)
      yield { what: 'Adding ducts and poles', fraction: piece / joined.lineOf.length };
    const duct = lines.ducts[joined.lineOf[piece]];
    const { xy, starts } = joined.shapes;
    const [from, to] = [starts[piece], starts[piece + 1]];
    const whole = polylineLength(xy, from, to);
    const cuts = placesOfAccess(xy, from, to, whole);
    const parts = cutPolyline(xy, from, to, cuts);
    const lengths = [...cuts, whole].map((at, i) => at - (cuts[i - 1] ?? 0));
    let tail = nodeOf[joined.tails[piece]];
    access.set(tail, access.get(tail) ?? duct.name);
    for (const [i, shape] of parts.entries()) {
      const isLast = i + 1 === parts.length;
      const head = isLast
        ? nodeOf[joined.heads[piece]]
        : draft.addNode(shape[shape.length - 2], shape[shape.length - 1]);
      draft.addEdge(
        {
          tail,
          head,
          kind: duct.isPoles ? POLES : DUCT,
          surface: 0,
          crossing: 0,
          side: 0,
          microtrench: -1,
          poles: duct.isPoles ? polesAlong(duct, lengths, i, lines.lengths[joined.lineOf[piece]]) : 0,
          line: -1,
        },
        shape,
      );
      access.set(head, access.get(head) ?? duct.name);
      link(part, tail, head);
      tail = head;
    }
  }
  const nodes = [...access.keys()];
  return {
    nodes,
    names: [...access.values()],
    parts: nodes.map((node) => rootOf(part, node)),
    ducts: lines.ducts.filter(({ isPoles }) => !isPoles).length,
    poleRoutes: lines.ducts.filter(({ isPoles }) => isPoles).length,
    polesAssumed: lines.ducts.filter(({ isPoles, poles }) => isPoles && poles === null).length,
  };
}

const DUCT = EDGE_KINDS.indexOf('duct');
const POLES = EDGE_KINDS.indexOf('pole route');

interface DuctLine {
  readonly name: string;
  readonly isPoles: boolean;
  /** Along the whole line; null: not known. */
  readonly poles: number | null;
}

function readDucts(files: readonly NetworkFile[], plane: GroundPlane, found: FoundThings) {
  const xy = new GrownList();
  const starts = [0];
  const ducts: DuctLine[] = [];
  for (const file of files) {
    const { lines } = file.table.geometry;
    const columns = new NamedColumns(file);
    for (let i = 0; lines && i < lines.row.length; i++) {
      const row = lines.row[i];
      const before = xy.length;
      pushLine(xy, plane, lines.coordinates, lines.lineStarts[i], lines.lineStarts[i + 1]);
      if (xy.length - before < 4) {
        xy.length = before;
        found.add('ZERO_LENGTH', () => placeOf(file, row));
        continue;
      }
      starts.push(xy.length / 2);
      const kind = columns.role(row, 'kind') || columns.text(row, 'kind', 'type', 'structure');
      const poles = columns.number(row, 'units', 'poles', 'pole_count');
      ducts.push({
        name: columns.role(row, 'id') || columns.text(row, 'id', 'ref') || placeOf(file, row),
        isPoles: /pole|overhead/i.test(kind),
        poles: poles !== null && poles >= 0 ? Math.round(poles) : null,
      });
    }
  }
  const all = xy.finish();
  const lengths = ducts.map((_, i) => polylineLength(all, starts[i], starts[i + 1]));
  return { xy: all, starts: Int32Array.from(starts), ducts, lengths };
}

/** Distances along a piece of those of its bends that are ACCESS_METRES apart from one another and from its ends. */
function placesOfAccess(xy: Float64Array, from: number, to: number, whole: number): number[] {
  const least = ACCESS_METRES * 1000;
  const places: number[] = [];
  let along = 0;
  let last = 0;
  for (let at = from + 1; at + 1 < to; at++) {
    along += polylineLength(xy, at - 1, at + 1);
    if (along - last < least || whole - along < least) continue;
    places.push(along);
    last = along;
  }
  return places;
}

/** Poles that a part has: by running totals along the piece, so that the parts of a line have as many as the line. */
function polesAlong({ poles }: DuctLine, lengths: readonly number[], part: number, whole: number): number {
  const behind = lengths.slice(0, part).reduce((sum, one) => sum + one, 0);
  const perMillimetre = poles === null || whole === 0 ? 1 / (POLE_SPACING_METRES * 1000) : poles / whole;
  const until = Math.round((behind + lengths[part]) * perMillimetre);
  return Math.min(65_535, until - Math.round(behind * perMillimetre));
}

function rootOf(part: Map<number, number>, given: number): number {
  let node = given;
  for (let next = part.get(node); next !== undefined && next !== node; next = part.get(node)) node = next;
  return node;
}

function link(part: Map<number, number>, one: number, other: number): void {
  const [a, b] = [rootOf(part, one), rootOf(part, other)];
  if (a !== b) part.set(Math.max(a, b), Math.min(a, b));
}
