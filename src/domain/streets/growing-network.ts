import type { WorkStep } from '../project/work-step.ts';
import type { EdgePlaces } from './edge-places.ts';
import type { Cut, Cuts, Join } from './join-cuts.ts';
import { EDGE_KINDS, type EdgeKind, SIDES, type StreetNetwork } from './street-network.ts';

/** A network whose lists grow by cuts and joins. */
export class GrowingNetwork {
  private readonly from: StreetNetwork;
  private readonly places: EdgePlaces;
  private readonly cuts: Cuts;
  private readonly nodeLon: Float64Array;
  private readonly nodeLat: Float64Array;
  private nodeCount: number;
  private edgeCount: number;
  private readonly tails: Int32Array;
  private readonly heads: Int32Array;
  private readonly lengthMetres: Float64Array;
  private readonly kinds: Uint8Array;
  private readonly surfaces: Uint8Array;
  private readonly crossings: Uint8Array;
  private readonly sides: Uint8Array;
  private readonly microtrench: Int8Array;
  private readonly poles: Uint16Array;
  private readonly streetOf: Int32Array;
  private readonly shapeStarts: Int32Array;
  private readonly shapes: Float64Array;
  private shapeEnd = 0;
  private readonly barrierStarts: Int32Array;
  private readonly barrierIds: number[] = [];
  readonly originOf: Int32Array;

  constructor(from: StreetNetwork, places: EdgePlaces, cuts: Cuts, joins: number) {
    this.from = from;
    this.places = places;
    this.cuts = cuts;
    const added = cuts.newNodes.length;
    const nodes = from.nodeCount + added + joins;
    const edges = from.edgeCount + added + joins;
    this.nodeLon = longer(new Float64Array(nodes), from.nodeLon);
    this.nodeLat = longer(new Float64Array(nodes), from.nodeLat);
    this.nodeCount = from.nodeCount;
    this.edgeCount = from.edgeCount;
    this.tails = longer(new Int32Array(edges), from.tails);
    this.heads = longer(new Int32Array(edges), from.heads);
    this.lengthMetres = longer(new Float64Array(edges), from.lengthMetres);
    this.kinds = longer(new Uint8Array(edges), from.kinds);
    this.surfaces = longer(new Uint8Array(edges), from.surfaces);
    this.crossings = longer(new Uint8Array(edges), from.crossings);
    this.sides = longer(new Uint8Array(edges), from.sides);
    this.microtrench = longer(new Int8Array(edges), from.microtrench);
    this.poles = longer(new Uint16Array(edges), from.poles);
    this.streetOf = longer(new Int32Array(edges), from.streetOf);
    this.originOf = new Int32Array(edges).map((_, edge) => (edge < from.edgeCount ? edge : -1));
    this.shapeStarts = new Int32Array(edges + 1);
    // A cut adds a place twice, a join two.
    this.shapes = new Float64Array(from.shapes.length + 4 * added + 4 * joins);
    this.barrierStarts = new Int32Array(edges + 1);
    for (const { x, y } of cuts.newNodes) this.addNode(places.plane.lonOf(x), places.plane.latOf(y));
  }

  /** All edges with their first parts in their places, then the other parts. */
  *copyEdges(): Generator<WorkStep> {
    const { from, cuts } = this;
    const rest: { readonly edge: number; readonly parts: readonly EdgePart[] }[] = [];
    for (let edge = 0; edge < from.edgeCount; edge++) {
      if ((edge & 2047) === 0) yield { what: 'Cutting streets', fraction: edge / from.edgeCount };
      const own = cuts.ofEdge.get(edge);
      if (!own) {
        const [begin, end] = [2 * from.shapeStarts[edge], 2 * from.shapeStarts[edge + 1]];
        this.shapes.set(from.shapes.subarray(begin, end), 2 * this.shapeEnd);
        this.endShape(edge, (end - begin) / 2);
        this.copyBarriers(edge, edge);
        continue;
      }
      const parts = this.partsOf(edge, own);
      this.writePart(edge, edge, parts[0]);
      rest.push({ edge, parts: parts.slice(1) });
    }
    for (const [done, { edge, parts }] of rest.entries()) {
      if ((done & 1023) === 0) yield { what: 'Cutting streets', fraction: done / rest.length };
      for (const part of parts) {
        const added = this.edgeCount++;
        this.copyFacts(edge, added);
        this.writePart(edge, added, part);
        this.originOf[added] = edge;
      }
    }
  }

  *addJoins(joins: readonly Join[], kind: EdgeKind): Generator<WorkStep, Int32Array> {
    const { plane } = this.places;
    const nodes = new Int32Array(joins.length);
    for (const [i, { place, to }] of joins.entries()) {
      if ((i & 2047) === 0) yield { what: 'Joining places to streets', fraction: i / joins.length };
      const tail = this.cuts.meets[i];
      const head = typeof to === 'number' ? to : this.addNode(to.lon, to.lat);
      nodes[i] = head;
      const edge = this.edgeCount++;
      this.tails[edge] = tail;
      this.heads[edge] = head;
      this.kinds[edge] = EDGE_KINDS.indexOf(kind);
      this.streetOf[edge] = this.from.streetOf[place.edge];
      this.sides[edge] = SIDES.indexOf('centre');
      this.microtrench[edge] = kind === 'street' ? this.from.microtrench[place.edge] : -1;
      this.surfaces[edge] = kind === 'street' ? this.from.surfaces[place.edge] : 0;
      const line = [this.nodeLon[tail], this.nodeLat[tail], this.nodeLon[head], this.nodeLat[head]];
      this.shapes.set(line, 2 * this.shapeEnd);
      this.endShape(edge, 2);
      const [x1, y1, x2, y2] = [plane.x(line[0]), plane.y(line[1]), plane.x(line[2]), plane.y(line[3])];
      this.lengthMetres[edge] = Math.round(plane.metresBetween(x1, y1, x2, y2) * 1000) / 1000;
      if (kind === 'street') this.copyBarriers(place.edge, edge);
      else this.barrierStarts[edge + 1] = this.barrierIds.length;
    }
    return nodes;
  }

  finish(): StreetNetwork {
    const { from, nodeCount, edgeCount } = this;
    const { barriers, streets, fibrePoints, fibreNodes, report } = from;
    return {
      ...{ nodeCount, edgeCount, barriers, streets, fibrePoints, fibreNodes, report },
      nodeLon: this.nodeLon.slice(0, nodeCount),
      nodeLat: this.nodeLat.slice(0, nodeCount),
      tails: this.tails,
      heads: this.heads,
      lengthMetres: this.lengthMetres,
      kinds: this.kinds,
      surfaces: this.surfaces,
      crossings: this.crossings,
      sides: this.sides,
      microtrench: this.microtrench,
      poles: this.poles,
      streetOf: this.streetOf,
      shapeStarts: this.shapeStarts,
      shapes: this.shapes.slice(0, 2 * this.shapeEnd),
      barrierStarts: this.barrierStarts,
      barrierIds: Int32Array.from(this.barrierIds),
    };
  }

  private addNode(lon: number, lat: number): number {
    this.nodeLon[this.nodeCount] = lon;
    this.nodeLat[this.nodeCount] = lat;
    return this.nodeCount++;
  }

  private copyFacts(from: number, to: number): void {
    const facts = [this.kinds, this.surfaces, this.crossings, this.sides, this.microtrench, this.streetOf];
    for (const list of facts) list[to] = list[from];
  }

  private copyBarriers(from: number, to: number): void {
    const { barrierStarts, barrierIds } = this.from;
    for (let at = barrierStarts[from]; at < barrierStarts[from + 1]; at++)
      this.barrierIds.push(barrierIds[at]);
    this.barrierStarts[to + 1] = this.barrierIds.length;
  }

  private writePart(from: number, to: number, { tail, head, line, metres }: EdgePart): void {
    this.tails[to] = tail;
    this.heads[to] = head;
    this.lengthMetres[to] = metres;
    this.shapes.set(line, 2 * this.shapeEnd);
    this.endShape(to, line.length / 2);
    this.copyBarriers(from, to);
  }

  private endShape(edge: number, vertices: number): void {
    this.shapeEnd += vertices;
    this.shapeStarts[edge + 1] = this.shapeEnd;
  }

  /** An edge's parts; their lengths add up to its own to the millimetre. */
  private partsOf(edge: number, own: readonly Cut[]): EdgePart[] {
    const { from } = this;
    const { plane, xy } = this.places;
    const parts: { tail: number; head: number; line: number[]; metres: number }[] = [];
    let [tail, vertex] = [from.tails[edge], from.shapeStarts[edge]];
    let line = [from.shapes[2 * vertex], from.shapes[2 * vertex + 1]];
    let [x, y] = [xy[2 * vertex], xy[2 * vertex + 1]];
    let metres = 0;
    const goTo = (nextX: number, nextY: number, lon: number, lat: number): void => {
      metres += plane.metresBetween(x, y, nextX, nextY);
      line.push(lon, lat);
      [x, y] = [nextX, nextY];
    };
    const end = from.shapeStarts[edge + 1] - 1;
    for (const cut of [...own, null]) {
      while (vertex + 1 < (cut?.at ?? end)) {
        vertex++;
        goTo(xy[2 * vertex], xy[2 * vertex + 1], from.shapes[2 * vertex], from.shapes[2 * vertex + 1]);
      }
      const node = cut?.node ?? from.heads[edge];
      if (cut) goTo(cut.x, cut.y, this.nodeLon[node], this.nodeLat[node]);
      else goTo(xy[2 * end], xy[2 * end + 1], from.shapes[2 * end], from.shapes[2 * end + 1]);
      parts.push({ tail, head: node, line, metres: Math.round(metres * 1000) / 1000 });
      [tail, metres] = [node, 0];
      line = line.slice(-2);
    }
    const sum = parts.slice(0, -1).reduce((all, part) => all + Math.round(part.metres * 1000), 0);
    const rest = Math.round(from.lengthMetres[edge] * 1000) - sum;
    parts[parts.length - 1].metres = Math.max(0, rest) / 1000;
    return parts;
  }
}

interface EdgePart {
  readonly tail: number;
  readonly head: number;
  /** lon, lat pairs. */
  readonly line: readonly number[];
  readonly metres: number;
}

function longer<List extends Float64Array | Int32Array | Uint8Array | Int8Array | Uint16Array>(
  list: List,
  start: List,
): List {
  list.set(start);
  return list;
}
