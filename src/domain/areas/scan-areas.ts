import type { Shape } from './shape.ts';
import { type SweepEdges, sweepEdges } from './sweep-edges.ts';

/** A question asked of every place: the number of its answer, 0 … answers − 1, from which fields hold the place. */
export interface SurfaceQuestion {
  readonly answers: number;
  answerAt(holds: (field: number) => boolean): number;
}

/**
 * The area of a ward by the answer to each question, by sweeping a line over ward and fields (shapes that may overlap;
 * within a polygon even-odd, between polygons any). Between two ordinates at which edges begin, end or cross, widths
 * are linear, so that two points of Gauss and Legendre give the area to rounding. `weight`: what one square unit of the
 * coordinates measures at an ordinate, 1 in the plane, m² per square degree on earth.
 */
export function scanAreas(
  ward: Shape,
  fields: readonly Shape[],
  questions: readonly SurfaceQuestion[],
  weight: (ordinate: number) => number,
): Float64Array[] {
  const scan = new Scan(ward, fields, questions, weight);
  scan.run();
  return scan.totals;
}

/** Inversions of neighbours smaller than this part of the coordinates are rounding, and their area is nothing. */
const ROUNDING = 4 * Number.EPSILON;
const GAUSS = Math.sqrt(1 / 12);
/** Fields whose state fits one number; beyond, answers are worked out anew each time. */
const MASKED_FIELDS = 30;

class Scan {
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

  constructor(
    ward: Shape,
    fields: readonly Shape[],
    questions: readonly SurfaceQuestion[],
    weight: (ordinate: number) => number,
  ) {
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
  }

  run(): void {
    const { south, north, low, high } = this.edges;
    if (!(north > south)) return;
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
      this.slab(from, to);
    }
  }

  /** A slab without beginnings and ends: cut at crossings until none is left, then measured. */
  private slab(from: number, to: number): void {
    const todo: [number, number][] = [[from, to]];
    for (let piece = todo.pop(); piece; piece = todo.pop()) {
      const [low, high] = piece;
      const half = (low + high) / 2;
      this.order(half);
      const cuts = high - low > ROUNDING * Math.abs(high) ? this.crossings(low, half, high) : [];
      if (cuts.length === 0) {
        const height = high - low;
        this.measure([half - GAUSS * height, half + GAUSS * height], height);
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
    const { active, edges, inside, depth, totals } = this;
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
      if (depth[0] === 0) continue;
      let area = 0;
      for (let k = 0; k < lines.length; k++)
        area += weights[k] * (edges.at(active[i + 1], lines[k]) - edges.at(edge, lines[k]));
      const answers = this.answersFor(fits ? mask : null);
      for (let q = 0; q < totals.length; q++) totals[q][answers[q]] += area;
    }
  }

  private answersFor(mask: number | null): Uint8Array {
    const known = mask === null ? undefined : this.answers.get(mask);
    if (known) return known;
    const answers = Uint8Array.from(this.questions, (question) => question.answerAt(this.holds));
    if (mask !== null) this.answers.set(mask, answers);
    return answers;
  }
}
