import type { Random } from '../ground/random.ts';
import { balancedParts, type Cells } from './balanced-parts.ts';

/** Wards for each place by its premises: one at least, the whole number in all (largest remainders first). */
export function wardsPerPlace(cells: Cells, places: Int32Array, wardCount: number): number[] {
  const loads = summed(cells.weights, places);
  const total = loads.reduce((sum, load) => sum + load, 0);
  const shares = loads.map((load) => (wardCount * load) / total);
  const wards = shares.map((share) => Math.max(1, Math.floor(share)));
  const byRemainder = [...shares.keys()].sort((a, b) => shares[b] - wards[b] - (shares[a] - wards[a]));
  for (let i = 0, left = wardCount - wards.reduce((sum, count) => sum + count, 0); i < left; i++)
    wards[byRemainder[i % byRemainder.length]]++;
  return wards;
}

export function areasPerWard(cells: Cells, ward: Int32Array, wardCount: number): number[] {
  const loads = summed(cells.weights, ward);
  return Array.from({ length: wardCount }, (_, k) => Math.max(2, Math.round(loads[k] / 650)));
}

function summed(weights: Float64Array, group: Int32Array): number[] {
  const sums = new Array<number>(group.reduce((most, k) => Math.max(most, k), 0) + 1).fill(0);
  weights.forEach((weight, i) => {
    sums[group[i]] += weight;
  });
  return sums;
}

/** Each group's cells divided into its number of parts; parts are numbered through. */
export function divided(
  cells: Cells,
  group: Int32Array,
  partsOf: readonly number[],
  random: Random,
): { part: Int32Array; parentOf: number[] } {
  const part = new Int32Array(group.length);
  const parentOf: number[] = [];
  const members: number[][] = partsOf.map(() => []);
  group.forEach((k, i) => {
    members[k].push(i);
  });
  members.forEach((own, k) => {
    const place = new Map(own.map((cell, i) => [cell, i]));
    const weights = Float64Array.from(own, (cell) => cells.weights[cell]);
    const neighbours = own.map((cell) => cells.neighbours[cell].map((other) => place.get(other) ?? -1));
    const within = balancedParts(
      { positions: own.map((cell) => cells.positions[cell]), weights, neighbours },
      partsOf[k],
      random,
    );
    own.forEach((cell, i) => {
      part[cell] = parentOf.length + within[i];
    });
    for (let i = 0; i < partsOf[k]; i++) parentOf.push(k);
  });
  return { part, parentOf };
}

/** Parts where hardly anybody lives join the neighbour of the same parent that they touch most; the rest are renumbered. */
export function withoutEmpty(
  cells: Cells,
  { part, parentOf }: { part: Int32Array; parentOf: number[] },
): { part: Int32Array; parentOf: number[] } {
  const loads = summed(cells.weights, part);
  for (const light of [...parentOf.keys()].filter((k) => loads[k] < FEWEST_PREMISES)) {
    const touched = new Map<number, number>();
    part.forEach((k, i) => {
      if (k !== light) return;
      for (const j of cells.neighbours[i]) {
        if (j >= 0 && part[j] !== light && parentOf[part[j]] === parentOf[light])
          touched.set(part[j], (touched.get(part[j]) ?? 0) + 1);
      }
    });
    const home = [...touched].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
    if (home === undefined) continue;
    loads[home] += loads[light];
    part.forEach((k, i) => {
      if (k === light) part[i] = home;
    });
  }
  const kept = [...new Set(part)].sort((a, b) => a - b);
  const number = new Map(kept.map((k, i) => [k, i]));
  return { part: part.map((k) => number.get(k) ?? 0), parentOf: kept.map((k) => parentOf[k]) };
}

const FEWEST_PREMISES = 80;
