import type { Shape } from './shape.ts';
import { type SweepEdges, sweepEdges } from './sweep-edges.ts';
import { OUTSIDE, OutlineTracer } from './trace-outlines.ts';

/** A question asked of every place: the number of its answer, 0 … answers − 1, from which fields hold the place. */
export interface SurfaceQuestion {
  readonly answers: number;
  answerAt(holds: (field: number) => boolean): number;
}

/** What is swept. */
export interface AreaScan {
  readonly ward: Shape;
  /** Shapes that may overlap; within a polygon even-odd, between polygons any. */
  readonly fields: readonly Shape[];
  readonly questions: readonly SurfaceQuestion[];
  /** What one square unit of the coordinates measures at an ordinate: 1 in the plane, m² per square degree on earth. */
  readonly weight: (ordinate: number) => number;
  /** The question whose answers are to have outlines, by number; null: none. */
  readonly outlined: number | null;
}

/** What a sweep found. */
export interface ScannedAreas {
  /** By question, then by answer. */
  readonly areas: readonly Float64Array[];
  /** By answer of the outlined question; empty without one. */
  readonly outlines: readonly Shape[];
}

/**
 * The area of a ward by the answer to each question, by sweeping a line over ward and fields. Between two ordinates at
 * which edges begin, end or cross, widths are linear, so that two points of Gauss and Legendre give the area to rounding.
 * Outlines are pieces of the original edges between the same ordinates. Yields every few milliseconds.
 */
export function* scanAreas(scan: AreaScan): Generator<void, ScannedAreas> {
  const sweep = new Sweep(scan);
  return { areas: sweep.totals, outlines: yield* sweep.run() };
}

/** Inversions of neighbours smaller than this part of the coordinates are rounding, and their area is nothing. */
const ROUNDING = 4 * Number.EPSILON;
const GAUSS = Math.sqrt(1 / 12);
/** Fields whose state fits one number; beyond, answers are worked out anew each time. */
const MASKED_FIELDS = 30;
/** Edges gone over between two yields: a few milliseconds. */
const EDGES_PER_STEP = 50_000;

class Sweep {
  readonly totals: Float64Array[];
  private readonly questions: readonly SurfaceQuestion[];
  private readonly weight: (ordinate: number) => number;
  private readonly fieldCount: number;
  private readonly edges: SweepEdges;
  private readonly answers = new Map<number, Uint8Array>();
  /** By polygon: whether the line is inside it. By field (0 is the ward): polygons it is inside of. */
  private readonly inside: Uint8Array;
  private readonly depth: Int32Array;
  private readonly holds: (field: number) => boolean;
  private active: Int32Array;
  private count = 0;
  private readonly middle: Float64Array;
  private readonly tolerance: number;

  private readonly tracer: OutlineTracer | null;
  private readonly outlined: number;
  /** Edges gone over since the last yield. */
  private gone = 0;

  constructor({ ward, fields, questions, weight, outlined }: AreaScan) {
    this.questions = questions;
    this.weight = weight;
    this.fieldCount = fields.length;
    this.edges = sweepEdges([ward, ...fields]);
    this.totals = questions.map(({ answers }) => new Float64Array(answers));
    this.inside = new Uint8Array(this.edges.fieldOfPolygon.length);
    this.depth = new Int32Array(fields.length + 1);
    this.holds = (field) => this.depth[field + 1] > 0;
    this.active = new Int32Array(this.edges.low.length);
    this.middle = new Float64Array(this.edges.low.length);
    this.tolerance = ROUNDING * this.edges.largest;
    this.outlined = outlined ?? 0;
    this.tracer =
      outlined === null
        ? null
        : new OutlineTracer(
            (edge, ordinate) => this.edges.at(edge, ordinate),
            questions[outlined].answers,
            this.tolerance,
          );
  }

  *run(): Generator<void, Shape[]> {
    const { south, north, low, high } = this.edges;
    if (north > south) {
      const ordinates = this.edges.ordinates();
      let next = 0;
      for (let slab = 0; slab + 1 < ordinates.length; slab++) {
        const from = ordinates[slab];
        const to = ordinates[slab + 1];
        let kept = 0;
        for (let i = 0; i < this.count; i++)
          if (high[this.active[i]] > from) this.active[kept++] = this.active[i];
        for (; next < low.length && low[next] <= from; next++)
          if (high[next] > from) this.active[kept++] = next;
        this.count = kept;
        yield* this.slab(from, to);
      }
    }
    return this.tracer?.finish(north) ?? [];
  }

  /** A slab without beginnings and ends: cut at crossings until none is left, then measured. */
  private *slab(from: number, to: number): Generator<void> {
    const todo: [number, number][] = [[from, to]];
    for (let piece = todo.pop(); piece; piece = todo.pop()) {
      const [low, high] = piece;
      this.gone += this.count;
      if (this.gone > EDGES_PER_STEP) {
        this.gone = 0;
        yield;
      }
      const half = (low + high) / 2;
      this.order(half);
      const cuts = high - low > ROUNDING * Math.abs(high) ? this.crossings(low, half, high) : [];
      if (cuts.length === 0) {
        const height = high - low;
        this.measure([half - GAUSS * height, half + GAUSS * height], height);
        this.tracer?.piece(low);
        continue;
      }
      const ordinates = [low, ...cuts, high];
      for (let i = ordinates.length - 1; i > 0; i--)
        if (ordinates[i] > ordinates[i - 1]) todo.push([ordinates[i - 1], ordinates[i]]);
    }
  }

  /** Where neighbours on the middle line cross above or below it: ascending, inside the slab. */
  private crossings(low: number, half: number, high: number): number[] {
    const cuts: number[] = [];
    for (let i = 1; i < this.count; i++) {
      const left = this.active[i - 1];
      const right = this.active[i];
      const apart = this.middle[i] - this.middle[i - 1];
      for (const end of [low, high]) {
        const there = this.edges.at(right, end) - this.edges.at(left, end);
        if (there >= -this.tolerance) continue;
        const cut = end + (half - end) * (there / (there - apart));
        if (cut > low && cut < high) cuts.push(cut);
      }
    }
    return cuts.sort((a, b) => a - b);
  }

  private order(ordinate: number): void {
    const { active, middle, edges } = this;
    for (let i = 0; i < this.count; i++) {
      const edge = active[i];
      const x = edges.at(edge, ordinate);
      let place = i;
      for (; place > 0 && middle[place - 1] > x; place--) {
        middle[place] = middle[place - 1];
        active[place] = active[place - 1];
      }
      middle[place] = x;
      active[place] = edge;
    }
  }

  /** Adds what lies between the active edges, in their order, by the mean of the widths on the lines. */
  private measure(lines: readonly number[], height: number): void {
    const { active, edges, inside, depth, totals, tracer } = this;
    inside.fill(0);
    depth.fill(0);
    let mask = 0;
    const weights = lines.map((line) => (this.weight(line) * height) / lines.length);
    const fits = this.fieldCount < MASKED_FIELDS;
    for (let i = 0; i + 1 < this.count; i++) {
      const edge = active[i];
      const polygon = edges.polygon[edge];
      const field = edges.fieldOfPolygon[polygon];
      inside[polygon] ^= 1;
      depth[field] += inside[polygon] ? 1 : -1;
      if (fits) mask = depth[field] > 0 ? mask | (1 << field) : mask & ~(1 << field);
      if (depth[0] === 0 && !tracer) continue;
      let area = 0;
      let widest = 0;
      for (let k = 0; k < lines.length; k++) {
        const width = edges.at(active[i + 1], lines[k]) - edges.at(edge, lines[k]);
        if (width > widest) widest = width;
        area += weights[k] * width;
      }
      const answers = depth[0] === 0 ? null : this.answersFor(fits ? mask : null);
      tracer?.cross(edge, answers ? answers[this.outlined] : OUTSIDE, widest > this.tolerance);
      if (answers) for (let q = 0; q < totals.length; q++) totals[q][answers[q]] += area;
    }
    if (this.count > 0) tracer?.cross(active[this.count - 1], OUTSIDE, true);
  }

  private answersFor(mask: number | null): Uint8Array {
    const known = mask === null ? undefined : this.answers.get(mask);
    if (known) return known;
    const answers = Uint8Array.from(this.questions, (question) => question.answerAt(this.holds));
    if (mask !== null) this.answers.set(mask, answers);
    return answers;
  }
}
