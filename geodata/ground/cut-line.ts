import { at, distanceMetres, type Position } from './position.ts';

/** Metres along the line to each of its positions; the last is its length. */
export function alongsOf(line: readonly Position[]): number[] {
  const alongs = [0];
  for (let i = 1; i < line.length; i++) alongs.push(alongs[i - 1] + distanceMetres(line[i - 1], line[i]));
  return alongs;
}

export function lengthMetres(line: readonly Position[]): number {
  return alongsOf(line)[line.length - 1];
}

/** The position `metres` along the line; its ends beyond them. */
export function pointAlong(line: readonly Position[], metres: number): Position {
  const alongs = alongsOf(line);
  const i = alongs.findIndex((along, place) => place > 0 && along >= metres);
  if (i < 0) return line[line.length - 1];
  const span = alongs[i] - alongs[i - 1];
  const t = span === 0 ? 0 : Math.max(0, (metres - alongs[i - 1]) / span);
  const [from, to] = [line[i - 1], line[i]];
  return at(from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1]));
}

/**
 * The line in pieces, cut at so many metres along it (ascending). Neighbours share the position they are cut at; cuts within half
 * a metre of an end or of one another are one.
 */
export function cutLine(line: readonly Position[], cutMetres: readonly number[]): Position[][] {
  const alongs = alongsOf(line);
  const length = alongs[alongs.length - 1];
  const pieces: Position[][] = [];
  let piece: Position[] = [line[0]];
  let next = 1;
  let last = 0;
  for (const cut of cutMetres) {
    if (cut < last + LEAST_METRES || cut > length - LEAST_METRES) continue;
    for (; alongs[next] < cut - NEAR_METRES; next++) piece.push(line[next]);
    const point = Math.abs(alongs[next] - cut) <= NEAR_METRES ? line[next] : pointAlong(line, cut);
    if (point === line[next]) next++;
    pieces.push([...piece, point]);
    piece = [point];
    last = cut;
  }
  pieces.push([...piece, ...line.slice(next)]);
  return pieces;
}

/** The line without positions that lie within `toleranceMetres` of the straight way between those kept (Douglas–Peucker). */
export function straightened(line: readonly Position[], toleranceMetres: number): Position[] {
  const kept = new Set([0, line.length - 1]);
  const pending: [number, number][] = [[0, line.length - 1]];
  for (let span = pending.pop(); span; span = pending.pop()) {
    const [from, to] = span;
    const [ax, ay] = line[from];
    const [bx, by] = line[to];
    const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
    let worst = toleranceMetres;
    let split = -1;
    for (let i = from + 1; i < to; i++) {
      const [x, y] = line[i];
      const off =
        length === 0
          ? distanceMetres(line[i], line[from])
          : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
      if (off <= worst) continue;
      worst = off;
      split = i;
    }
    if (split < 0) continue;
    kept.add(split);
    pending.push([from, split], [split, to]);
  }
  return [...kept].sort((a, b) => a - b).map((i) => line[i]);
}

const LEAST_METRES = 0.5;
const NEAR_METRES = 0.02;
