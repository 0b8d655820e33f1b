import type { Position } from '../ground/position.ts';
import type { Random } from '../ground/random.ts';

/** Cells to divide: where they lie, how heavy they are, and which others they touch (indexes; −1 for none). */
export interface Cells {
  readonly positions: readonly Position[];
  readonly weights: Float64Array;
  readonly neighbours: readonly (readonly number[])[];
}

/**
 * Divides cells into `parts` connected groups of similar weight (within a third or so of even): nearest centre, with
 * a handicap per centre that grows while its group is too heavy; then stray pieces join a neighbour.
 */
export function balancedParts(cells: Cells, parts: number, random: Random): Int32Array {
  const part = new Int32Array(cells.positions.length);
  if (parts <= 1) return part;
  const centres = firstCentres(cells, parts, random);
  const total = cells.weights.reduce((sum, weight) => sum + weight, 0);
  const targets = centres.map(() => random.between(0.72, 1.28));
  const sum = targets.reduce((a, b) => a + b, 0);
  const handicap = new Float64Array(parts);
  for (let round = 0; round < 70; round++) {
    assign(cells, centres, handicap, part);
    const load = new Float64Array(parts);
    const spread = new Float64Array(parts);
    const mass = new Float64Array(parts);
    const members = new Float64Array(parts);
    const middle = centres.map((): [number, number] => [0, 0]);
    for (let i = 0; i < part.length; i++) {
      const k = part[i];
      const [x, y] = cells.positions[i];
      const pull = cells.weights[i] + PULL_OF_EMPTY_GROUND * (total / part.length);
      load[k] += cells.weights[i];
      members[k]++;
      mass[k] += pull;
      middle[k][0] += pull * (x - centres[k][0]);
      middle[k][1] += pull * (y - centres[k][1]);
      spread[k] += (x - centres[k][0]) ** 2 + (y - centres[k][1]) ** 2;
    }
    const heaviest = load.indexOf(Math.max(...load));
    for (let k = 0; k < parts; k++) {
      if (members[k] === 0) {
        // A centre that has lost all its cells starts again beside the heaviest.
        centres[k] = [
          centres[heaviest][0] + random.between(-90, 90),
          centres[heaviest][1] + random.between(-90, 90),
        ];
        handicap[k] = handicap[heaviest];
        continue;
      }
      const wanted = (total * targets[k]) / sum;
      // A compact group is moved by little, a wide one by much.
      const pace = (0.6 * (spread[k] + 1e5)) / (members[k] + 1) / (1 + round / 25);
      handicap[k] += pace * Math.max(-1, Math.min(1, (load[k] - wanted) / wanted));
      if (mass[k] > 0 && round < 45)
        centres[k] = [
          centres[k][0] + (0.6 * middle[k][0]) / mass[k],
          centres[k][1] + (0.6 * middle[k][1]) / mass[k],
        ];
    }
  }
  assign(cells, centres, handicap, part);
  joinStrays(cells, part, parts);
  fillEmpty(cells, part, parts);
  return part;
}

/** A group that ended without cells takes the western half of the largest. */
function fillEmpty(cells: Cells, part: Int32Array, parts: number): void {
  for (let k = 0; k < parts; k++) {
    const sizes = new Array<number>(parts).fill(0);
    for (const other of part) sizes[other]++;
    if (sizes[k] > 0) continue;
    const largest = sizes.indexOf(Math.max(...sizes));
    const own = [...part.keys()]
      .filter((i) => part[i] === largest)
      .sort((a, b) => cells.positions[a][0] - cells.positions[b][0] || a - b);
    for (const i of own.slice(0, own.length >> 1)) part[i] = k;
    joinStrays(cells, part, parts);
  }
}

/** How much a centre is drawn to empty cells, against the average cell. */
const PULL_OF_EMPTY_GROUND = 0.25;

/** Centres drawn by weight, each far from those before it. */
function firstCentres(cells: Cells, parts: number, random: Random): [number, number][] {
  const centres: [number, number][] = [];
  const nearest = new Float64Array(cells.positions.length).fill(1);
  while (centres.length < parts) {
    let total = 0;
    for (let i = 0; i < nearest.length; i++) total += nearest[i] * (cells.weights[i] + 0.01);
    let drawn = random.next() * total;
    let chosen = 0;
    for (; chosen + 1 < nearest.length; chosen++) {
      drawn -= nearest[chosen] * (cells.weights[chosen] + 0.01);
      if (drawn < 0) break;
    }
    const [x, y] = cells.positions[chosen];
    centres.push([x, y]);
    cells.positions.forEach(([px, py], i) => {
      const squared = (px - x) ** 2 + (py - y) ** 2;
      nearest[i] = centres.length === 1 ? squared : Math.min(nearest[i], squared);
    });
  }
  return centres;
}

function assign(
  cells: Cells,
  centres: readonly (readonly [number, number])[],
  handicap: Float64Array,
  part: Int32Array,
): void {
  for (let i = 0; i < part.length; i++) {
    const [x, y] = cells.positions[i];
    let best = Number.POSITIVE_INFINITY;
    for (let k = 0; k < centres.length; k++) {
      const score = (x - centres[k][0]) ** 2 + (y - centres[k][1]) ** 2 + handicap[k];
      if (score < best) {
        best = score;
        part[i] = k;
      }
    }
  }
}

/** Pieces cut off from their group's heaviest piece join, whole, the group they touch most. */
export function joinStrays(cells: Cells, part: Int32Array, parts: number): void {
  for (let round = 0; round < 40; round++) {
    const { piece, weights } = piecesOf(cells, part);
    const heaviest = new Int32Array(parts).fill(-1);
    for (let i = 0; i < part.length; i++) {
      const k = part[i];
      if (heaviest[k] < 0 || weights[piece[i]] > weights[heaviest[k]]) heaviest[k] = piece[i];
    }
    const touched = new Map<number, Map<number, number>>();
    for (let i = 0; i < part.length; i++) {
      if (piece[i] === heaviest[part[i]]) continue;
      const around = touched.get(piece[i]) ?? new Map<number, number>();
      touched.set(piece[i], around);
      for (const j of cells.neighbours[i])
        if (j >= 0 && part[j] !== part[i]) around.set(part[j], (around.get(part[j]) ?? 0) + 1);
    }
    if (touched.size === 0) return;
    const home = new Map(
      [...touched].map(([stray, around]) => [
        stray,
        [...around].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0],
      ]),
    );
    for (let i = 0; i < part.length; i++) part[i] = home.get(piece[i]) ?? part[i];
  }
}

function piecesOf(cells: Cells, part: Int32Array): { piece: Int32Array; weights: number[] } {
  const piece = new Int32Array(part.length).fill(-1);
  const weights: number[] = [];
  for (let start = 0; start < part.length; start++) {
    if (piece[start] >= 0) continue;
    const queue = [start];
    piece[start] = weights.length;
    let weight = 0;
    for (let i = queue.pop(); i !== undefined; i = queue.pop()) {
      weight += cells.weights[i] + 1e-3;
      for (const j of cells.neighbours[i]) {
        if (j < 0 || piece[j] >= 0 || part[j] !== part[start]) continue;
        piece[j] = weights.length;
        queue.push(j);
      }
    }
    weights.push(weight);
  }
  return { piece, weights };
}
