import type { CoordinateReading } from './coordinate-reading.ts';
import {
  BRITISH_NATIONAL_GRID,
  type CoordinateSystem,
  IRISH_GRID,
  IRISH_TRANSVERSE_MERCATOR,
} from './coordinate-system.ts';
import {
  BRITISH,
  type CoordinateWay,
  DEGREES,
  DEGREES_SWAPPED,
  FEET,
  OTHER_METRES,
  SINGLE_ROWS,
  swappedWay,
  wayOf,
} from './coordinate-ways.ts';

/** How the rows of a file are read: most in one way, some perhaps in another. */
export interface SystemDetection {
  /** How the rows are read; the first is the one for most. */
  readonly readings: readonly CoordinateReading[];
  /** Per row, its place in `readings`; NO_READING where it has no coordinates or they mean nothing in any. */
  readonly ofRow: Uint8Array;
  /** Other systems in which the same numbers would lie on land: worth offering. */
  readonly alsoFits: readonly CoordinateSystem[];
  /** True where the numbers speak against the system that the file names. */
  readonly contradicted: boolean;
}

export const NO_READING = 255;

export interface DetectionHints {
  /** The system that the file names; null where it names none. */
  readonly named: CoordinateSystem | null;
  /** True where postcodes or area codes in the file say that it speaks of Northern Ireland. */
  readonly isNorthernIrish: boolean;
}

/**
 * Finds what the numbers of a file mean. `boxes` has four numbers a row: least x, least y, greatest x, greatest y, as
 * printed; a row without coordinates has its least above its greatest. What the file names holds unless almost all its
 * numbers speak against it. Grids are told apart by whether the places lie on land: at least 95 % in the system taken
 * and under 90 % as British National Grid (5 % for degrees in the wrong order, and for a system the file names). Needs `loadGrid`.
 */
export function detectSystem(boxes: Float64Array, hints: DetectionHints): SystemDetection {
  const located = locatedRows(boxes);
  const main = mainReading(boxes, located, hints);
  return withRows(boxes, located, main);
}

/** The same as `detectSystem` finds, where somebody has said how all rows are read. */
export function readAllAs(boxes: Float64Array, reading: CoordinateReading): SystemDetection {
  const way = wayOf(reading.system, reading.swapped);
  const ofRow = new Uint8Array(boxes.length / 4).fill(NO_READING);
  for (let row = 0; row < ofRow.length; row++) if (isPossible(way, boxes, row)) ofRow[row] = 0;
  return { readings: [reading], ofRow, alsoFits: [], contradicted: false };
}

interface MainReading {
  readonly way: CoordinateWay;
  readonly by: 'file' | 'guess';
  readonly alsoFits: readonly CoordinateSystem[];
  readonly contradicted: boolean;
}

const MOST = 0.95;
const FEW = 0.05;
const HALF = 0.5;
/** A file that is British has at least this share on land or near it, whatever a few rows do. */
const NEARLY_ALL = 0.9;
const SOME_ROWS = 10_000;
/** Rows whose numbers are finite and not 0, 0: those that can say anything. */
function locatedRows(boxes: Float64Array): Uint32Array {
  const rows = new Uint32Array(boxes.length / 4);
  let count = 0;
  for (let row = 0; row < rows.length; row++) {
    const at = row * 4;
    const isNothing = boxes[at] === 0 && boxes[at + 1] === 0 && boxes[at + 2] === 0 && boxes[at + 3] === 0;
    if (!isNothing && Number.isFinite(boxes[at] + boxes[at + 1] + boxes[at + 2] + boxes[at + 3]))
      rows[count++] = row;
  }
  return rows.subarray(0, count);
}

function isPossible(way: CoordinateWay, boxes: Float64Array, row: number): boolean {
  const at = row * 4;
  return way.isPossible(boxes[at], boxes[at + 1]) && way.isPossible(boxes[at + 2], boxes[at + 3]);
}

function isLikely(way: CoordinateWay, boxes: Float64Array, row: number): boolean {
  if (!way.isLikely || !isPossible(way, boxes, row)) return false;
  const at = row * 4;
  return way.isLikely((boxes[at] + boxes[at + 2]) / 2, (boxes[at + 1] + boxes[at + 3]) / 2);
}

function share(rows: Uint32Array, holds: (row: number) => boolean): number {
  let count = 0;
  for (const row of rows) if (holds(row)) count++;
  return rows.length === 0 ? 0 : count / rows.length;
}

function mainReading(boxes: Float64Array, located: Uint32Array, hints: DetectionHints): MainReading {
  const { named } = hints;
  const possible = (way: CoordinateWay, rows = located) => share(rows, (row) => isPossible(way, boxes, row));
  const likely = (way: CoordinateWay, rows = located) => share(rows, (row) => isLikely(way, boxes, row));
  const asNamed = (way: CoordinateWay): MainReading => ({
    way,
    by: 'file',
    alsoFits: [],
    contradicted: false,
  });
  if (located.length === 0) return asNamed(named ? wayOf(named) : DEGREES);
  const guess = (way: CoordinateWay, alsoFits: readonly CoordinateSystem[] = []): MainReading => ({
    way,
    by: 'guess',
    alsoFits,
    contradicted: named !== null,
  });
  if (named && named.kind !== 'degrees') {
    const way = wayOf(named);
    const isInDegrees = share(
      located,
      (row) => isLikely(DEGREES, boxes, row) || isLikely(DEGREES_SWAPPED, boxes, row),
    );
    if (isInDegrees < MOST && possible(way) >= FEW) {
      const turned = swappedWay(way);
      return way.isLikely && likely(way) < FEW && likely(turned) >= MOST ? guess(turned) : asNamed(way);
    }
  }
  const inDegrees = located.filter(
    (row) => isPossible(DEGREES, boxes, row) || isPossible(DEGREES_SWAPPED, boxes, row),
  );
  if (inDegrees.length >= HALF * located.length) {
    const isTurned = likely(DEGREES_SWAPPED, inDegrees) >= MOST && likely(DEGREES, inDegrees) < FEW;
    if (isTurned) return guess(DEGREES_SWAPPED);
    return named && named.kind !== 'degrees' ? guess(DEGREES) : asNamed(DEGREES);
  }
  const inMetres = located.filter((row) => !isPossible(DEGREES, boxes, row));
  // Where the British grid fits, what else would fit is only offered: a part of the rows tells.
  const some = inMetres.filter((_, i) => i % Math.ceil(inMetres.length / SOME_ROWS) === 0);
  return inGrid(hints, guess, {
    possible: (way) => possible(way, inMetres),
    likely: (way) => likely(way, inMetres),
    likelyOfSome: (way) => likely(way, some),
  });
}

/** Tells the grids apart for numbers that are no degrees. */
function inGrid(
  hints: DetectionHints,
  guess: (way: CoordinateWay, alsoFits?: readonly CoordinateSystem[]) => MainReading,
  shares: Record<'possible' | 'likely' | 'likelyOfSome', (way: CoordinateWay) => number>,
): MainReading {
  const british = shares.likely(BRITISH);
  const shareOf = british >= NEARLY_ALL ? shares.likelyOfSome : shares.likely;
  const fitting = OTHER_METRES.filter((way) => shareOf(way) >= MOST);
  const irish = hints.isNorthernIrish
    ? fitting.find((way) => way.system === IRISH_GRID || way.system === IRISH_TRANSVERSE_MERCATOR)
    : undefined;
  if (irish) return guess(irish, british >= MOST ? [BRITISH_NATIONAL_GRID] : []);
  const offered = (taken: CoordinateWay): CoordinateSystem[] => {
    const others = [...(british >= MOST ? [BRITISH] : []), ...fitting];
    // Feet that lie on the sheet as metres are taken for metres: offering them each time would say nothing.
    const systems = others.map(({ system }) => system).filter((system) => system !== FEET.system);
    return [...new Set(systems)].filter((system) => system !== taken.system);
  };
  if (british >= NEARLY_ALL) return guess(BRITISH, offered(BRITISH));
  if (fitting[0]) return guess(fitting[0], offered(fitting[0]));
  if (british >= HALF || shares.possible(BRITISH) >= MOST) return guess(BRITISH);
  return { way: DEGREES, by: 'file', alsoFits: [], contradicted: false };
}

function withRows(boxes: Float64Array, located: Uint32Array, main: MainReading): SystemDetection {
  const { way, by, alsoFits, contradicted } = main;
  const readings: CoordinateReading[] = [{ system: way.system, swapped: way.swapped, by }];
  const ways = [way];
  const ofRow = new Uint8Array(boxes.length / 4).fill(NO_READING);
  const mostAreBritish = share(located, (row) => isLikely(way, boxes, row)) >= HALF;
  const alternatives = SINGLE_ROWS.filter(
    (one) => one.system.kind !== way.system.kind || one.swapped !== way.swapped,
  ).filter((one) => mostAreBritish || one.system.kind !== way.system.kind);
  for (let row = 0; row < ofRow.length; row++) {
    const possible = isPossible(way, boxes, row);
    if (possible && (!way.isLikely || isLikely(way, boxes, row))) {
      ofRow[row] = 0;
      continue;
    }
    const likely = alternatives.filter((one) => isLikely(one, boxes, row));
    if (likely.length === 1) {
      let at = ways.indexOf(likely[0]);
      if (at < 0) {
        at = ways.push(likely[0]) - 1;
        readings.push({ system: likely[0].system, swapped: likely[0].swapped, by: 'guess' });
      }
      ofRow[row] = at;
    } else if (possible) ofRow[row] = 0;
  }
  return { readings, ofRow, alsoFits, contradicted };
}
