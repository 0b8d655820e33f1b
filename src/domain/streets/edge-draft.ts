import { GrownList } from './grown-list.ts';

/** Edges while a network is made: places in the plane, codes as in StreetNetwork. */
export class EdgeDraft {
  readonly nodeX = new GrownList();
  readonly nodeY = new GrownList();
  readonly tails = new GrownList();
  readonly heads = new GrownList();
  readonly kinds = new GrownList();
  readonly surfaces = new GrownList();
  readonly crossings = new GrownList();
  readonly sides = new GrownList();
  readonly microtrench = new GrownList();
  readonly poles = new GrownList();
  /** Line that an edge was made of. */
  readonly lineOf = new GrownList();
  readonly xy = new GrownList();
  readonly starts = new GrownList();

  constructor() {
    this.starts.push(0);
  }

  get edgeCount(): number {
    return this.tails.length;
  }

  addNode(x: number, y: number): number {
    this.nodeX.push(x);
    this.nodeY.push(y);
    return this.nodeX.length - 1;
  }

  /** Adds an edge; `shape` leads from tail to head. */
  addEdge(edge: DraftEdge, shape: readonly number[]): number {
    this.tails.push(edge.tail);
    this.heads.push(edge.head);
    this.kinds.push(edge.kind);
    this.surfaces.push(edge.surface);
    this.crossings.push(edge.crossing);
    this.sides.push(edge.side);
    this.microtrench.push(edge.microtrench);
    this.poles.push(edge.poles);
    this.lineOf.push(edge.line);
    for (const value of shape) this.xy.push(value);
    this.starts.push(this.xy.length / 2);
    return this.edgeCount - 1;
  }
}

/** Codes as in StreetNetwork; `line` is the line that the edge was made of. */
export interface DraftEdge {
  readonly tail: number;
  readonly head: number;
  readonly kind: number;
  readonly surface: number;
  readonly crossing: number;
  readonly side: number;
  readonly microtrench: number;
  readonly poles: number;
  readonly line: number;
}
