import type { SectorRule } from './hub-problem.ts';

/** Whom a hub's sectors could serve: by azimuth, ascending, an entry each in every array. */
export interface Around {
  /** 0 to below 360. */
  readonly azimuthDegrees: Float64Array;
  readonly units: Int32Array;
  /** What serving it is worth, above 0. */
  readonly worth: Float64Array;
}

/** How a hub's sectors look, and who is in which: −1 for nobody. */
export interface TurnedSectors {
  /** Middles of the sectors that serve somebody, degrees from 0 to below 360. */
  readonly middles: readonly number[];
  readonly sectorOf: Int32Array;
}

/** So many turnings of the whole round are tried where more would differ; of many around, fewer. */
const MOST_TURNS = 16;
const LEAST_TURNS = 4;
const MOST_TURNED = 4000;

/**
 * Turns a hub's sectors to where those are who are worth most together. Each sector takes whom it can, one after the other
 * clockwise, from somebody at its left edge on; which of them to begin with is found by dynamic programming over the round,
 * begun at each place that could stand at an edge (at most 16, evenly taken, and of more than 250 around fewer). Where all are of one unit and worth the same, and no
 * more than 16 could, none is better. Who is left takes room in any sector that looks at them.
 */
export function turnSectors(around: Around, rule: SectorRule): TurnedSectors {
  const { azimuthDegrees, units } = around;
  const count = units.length;
  const sectorOf = new Int32Array(count).fill(-1);
  const groups = groupsFrom(around, rule);
  let best: { worth: number; starts: number[]; turn: number } = { worth: 0, starts: [], turn: 0 };
  for (const turn of turnsOf(azimuthDegrees, rule.beamDegrees)) {
    const found = bestOfTurn(turn, groups, { around, rule });
    if (found.worth > best.worth) best = { ...found, turn };
  }
  const middles: number[] = [];
  const room: number[] = [];
  for (const [sector, start] of best.starts.entries()) {
    const before = best.turn + count;
    const end = start < best.turn ? best.turn : before;
    const picked = pickFrom(start, end, { around, rule, take: (at) => (sectorOf[at] = sector) });
    middles.push((azimuthDegrees[start] + picked.span / 2) % 360);
    room.push(rule.mostUnits - picked.units);
  }
  for (let at = 0; at < count; at++) {
    if (sectorOf[at] >= 0) continue;
    const sector = middles.findIndex(
      (middle, i) => room[i] >= units[at] && isWithin(azimuthDegrees[at], middle, rule.beamDegrees),
    );
    if (sector < 0) continue;
    sectorOf[at] = sector;
    room[sector] -= units[at];
  }
  return { middles, sectorOf };
}

/** Whether a sector that looks to `middle` sees to an azimuth, its edges among it; degrees. */
export function isWithin(azimuth: number, middle: number, beamDegrees: number): boolean {
  const apart = Math.abs(azimuth - middle) % 360;
  return Math.min(apart, 360 - apart) <= beamDegrees / 2 + ROUNDING_DEGREES;
}

const ROUNDING_DEGREES = 1e-9;

interface Given {
  readonly around: Around;
  readonly rule: SectorRule;
  readonly take?: (at: number) => void;
}

/** Whom a sector takes whose left edge is at `start`, up to but not at `before`; both may run past the round's end. */
function pickFrom(
  start: number,
  before: number,
  { around: { azimuthDegrees, units, worth }, rule, take }: Given,
): { units: number; worth: number; span: number; end: number } {
  const count = units.length;
  const sum = { units: 0, worth: 0, span: 0, end: start + 1 };
  for (let i = start; i < before && i < start + count; i++) {
    const at = i % count;
    const span = azimuthDegrees[at] - azimuthDegrees[start % count] + (i < count ? 0 : 360);
    if (span > rule.beamDegrees) break;
    if (sum.units + units[at] > rule.mostUnits) {
      if (sum.units === rule.mostUnits) break;
      continue;
    }
    take?.(at);
    sum.units += units[at];
    sum.worth += worth[at];
    sum.span = span;
    sum.end = i + 1;
  }
  return sum;
}

/** By left edge, where what its sector takes ends, and what that is worth, were there no end to the round. */
interface Groups {
  readonly ends: Int32Array;
  readonly worths: Float64Array;
}

function groupsFrom(around: Around, rule: SectorRule): Groups {
  const count = around.units.length;
  const ends = new Int32Array(count);
  const worths = new Float64Array(count);
  for (let start = 0; start < count; start++) {
    const { end, worth } = pickFrom(start, start + count, { around, rule });
    ends[start] = end;
    worths[start] = worth;
  }
  return { ends, worths };
}

/** Where the round may be begun: at whoever has fewest before them within a beam, or at one of those. */
function turnsOf(azimuthDegrees: Float64Array, beamDegrees: number): number[] {
  const count = azimuthDegrees.length;
  if (count === 0) return [];
  let from = 0;
  let fewest = count;
  let before = 0;
  while (before + 1 < count && behind(azimuthDegrees, 0, before + 1) <= beamDegrees) before++;
  for (let at = 0; at < count; at++) {
    // One more may stand before the next than before this one.
    if (at > 0) before = Math.min(before + 1, count - 1);
    while (before > 0 && behind(azimuthDegrees, at, before) > beamDegrees) before--;
    if (before < fewest) [fewest, from] = [before, at];
  }
  const most = Math.max(LEAST_TURNS, Math.min(MOST_TURNS, Math.floor(MOST_TURNED / count)));
  const turns = Math.min(most, fewest + 1);
  return Array.from(
    { length: turns },
    (_, i) => (from - Math.floor((i * (fewest + 1)) / turns) + count) % count,
  );
}

/** Degrees from the one `steps` before to the one at `at`, clockwise. */
function behind(azimuthDegrees: Float64Array, at: number, steps: number): number {
  const count = azimuthDegrees.length;
  const other = (at - steps + count) % count;
  const apart = azimuthDegrees[at] - azimuthDegrees[other];
  return other > at || (other === at && steps > 0) ? apart + 360 : apart;
}

/** The best sectors of a round that begins at `turn`; their left edges as places in the round. */
function bestOfTurn(
  turn: number,
  { ends, worths }: Groups,
  given: Given,
): { worth: number; starts: number[] } {
  const count = ends.length;
  const { sectors } = given.rule;
  const width = count + 1;
  const best = new Float64Array((sectors + 1) * width);
  const isTaken = new Uint8Array((sectors + 1) * width);
  const endOf = new Int32Array(count);
  const worthOf = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const start = (turn + i) % count;
    let [end, worth] = [i + ends[start] - start, worths[start]];
    if (end > count) {
      const cut = pickFrom(start, start + count - i, given);
      [end, worth] = [i + cut.end - start, cut.worth];
    }
    [endOf[i], worthOf[i]] = [end, worth];
  }
  for (let left = 1; left <= sectors; left++)
    for (let i = count - 1; i >= 0; i--) {
      const without = best[left * width + i + 1];
      const by = worthOf[i] + best[(left - 1) * width + endOf[i]];
      const takes = by > without;
      best[left * width + i] = takes ? by : without;
      isTaken[left * width + i] = takes ? 1 : 0;
    }
  const starts: number[] = [];
  for (let [i, left] = [0, sectors]; i < count && left > 0; ) {
    if (isTaken[left * width + i] === 0) i++;
    else {
      starts.push((turn + i) % count);
      i = endOf[i];
      left--;
    }
  }
  return { worth: best[sectors * width], starts };
}
