import {
  GREAT_BRITAIN_MASK,
  IRELAND_MASK,
  isInBritishIsles,
  NORTHERN_IRELAND_MASK,
} from './british-isles.ts';
import { isOnGrid } from './british-national-grid.ts';
import { converterToDegrees } from './convert-coordinates.ts';
import {
  BRITISH_NATIONAL_GRID,
  BRITISH_NATIONAL_GRID_FEET,
  type CoordinateSystem,
  IRISH_GRID,
  IRISH_TRANSVERSE_MERCATOR,
  WEB_MERCATOR,
  WGS84,
} from './coordinate-system.ts';
import { webMercatorToLonLat } from './web-mercator.ts';

/** A system and an order, with what its numbers can be and where they lie on land (or in the box of degrees). */
export interface CoordinateWay {
  readonly system: CoordinateSystem;
  readonly swapped: boolean;
  isPossible(x: number, y: number): boolean;
  /** Null where nothing is known about where its places should lie. */
  readonly isLikely: ((x: number, y: number) => boolean) | null;
}

const METRES_PER_FOOT = 0.3048;
const MERCATOR_EDGE_METRES = 20_037_509;

export const DEGREES: CoordinateWay = {
  system: WGS84,
  swapped: false,
  isPossible: (x, y) => Math.abs(x) <= 180 && Math.abs(y) <= 90,
  isLikely: isInBritishIsles,
};
export const BRITISH: CoordinateWay = {
  system: BRITISH_NATIONAL_GRID,
  swapped: false,
  isPossible: isOnGrid,
  isLikely: GREAT_BRITAIN_MASK.has,
};
const MERCATOR: CoordinateWay = {
  system: WEB_MERCATOR,
  swapped: false,
  isPossible: (x, y) => Math.abs(x) <= MERCATOR_EDGE_METRES && Math.abs(y) <= MERCATOR_EDGE_METRES,
  isLikely: (x, y) => isInBritishIsles(...webMercatorToLonLat(x, y)),
};
export const FEET: CoordinateWay = {
  system: BRITISH_NATIONAL_GRID_FEET,
  swapped: false,
  isPossible: (x, y) => isOnGrid(x * METRES_PER_FOOT, y * METRES_PER_FOOT),
  isLikely: (x, y) => GREAT_BRITAIN_MASK.has(x * METRES_PER_FOOT, y * METRES_PER_FOOT),
};
const IRISH: CoordinateWay = {
  system: IRISH_GRID,
  swapped: false,
  isPossible: (x, y) => x >= 0 && x <= 500_000 && y >= 0 && y <= 500_000,
  isLikely: IRELAND_MASK.has,
};
const NORTHERN_IRISH: CoordinateWay = { ...IRISH, isLikely: NORTHERN_IRELAND_MASK.has };
const IRISH_TRANSVERSE: CoordinateWay = {
  system: IRISH_TRANSVERSE_MERCATOR,
  swapped: false,
  isPossible: (x, y) => x >= 400_000 && x <= 900_000 && y >= 500_000 && y <= 1_000_000,
  isLikely: (x, y) => IRELAND_MASK.has(x - 400_000, y - 500_000),
};
export const DEGREES_SWAPPED = swappedWay(DEGREES);
const BRITISH_SWAPPED = swappedWay(BRITISH);

/** Ways that metres can be meant in, the likeliest first, where British is not. */
export const OTHER_METRES = [
  MERCATOR,
  FEET,
  NORTHERN_IRISH,
  BRITISH_SWAPPED,
  IRISH_TRANSVERSE,
  IRISH,
  swappedWay(MERCATOR),
];
/** Ways in which single rows of a file may differ from the rest, each plain from the row alone. */
export const SINGLE_ROWS = [DEGREES, DEGREES_SWAPPED, BRITISH, MERCATOR];

/** The same with its two numbers in the other order. */
export function swappedWay(way: CoordinateWay): CoordinateWay {
  const { isLikely } = way;
  return {
    system: way.system,
    swapped: !way.swapped,
    isPossible: (x, y) => way.isPossible(y, x),
    isLikely: isLikely && ((x, y) => isLikely(y, x)),
  };
}

/** The way of a system, known or not, in the order of its axes or the other. Needs `loadGrid`. */
export function wayOf(system: CoordinateSystem, isSwapped = false): CoordinateWay {
  const known = [DEGREES, BRITISH, MERCATOR, FEET, IRISH, IRISH_TRANSVERSE].find((way) =>
    system.kind === 'other'
      ? way.system === system || sameCode(way.system, system)
      : way.system.kind === system.kind,
  );
  const way: CoordinateWay = known ? { ...known, system } : byConversion(system);
  return isSwapped ? swappedWay(way) : way;
}

function sameCode(one: CoordinateSystem, other: CoordinateSystem): boolean {
  return one.epsg === other.epsg && one.definition === other.definition;
}

function byConversion(system: CoordinateSystem): CoordinateWay {
  const convert = converterToDegrees(system);
  const isPossible = (x: number, y: number) => DEGREES.isPossible(...convert(x, y));
  return { system, swapped: false, isPossible, isLikely: null };
}
