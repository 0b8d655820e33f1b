import { HERTZ_PER_GIGAHERTZ, SPEED_OF_LIGHT_OF_3GPP_METRES_PER_SECOND } from '../units.ts';
import { requireRange } from './out-of-range.ts';

/** A path from a base station to a terminal out of doors, as TR 38.901 draws it (figure 7.4.1-1). */
export type CellularPath = CellularEnds &
  (
    | { readonly scenario: 'urban macro' | 'urban micro' }
    | {
        readonly scenario: 'rural macro';
        /** h, mean height of buildings, 5 to 50 m. */
        readonly buildingMetres: number;
        /** W, mean width of streets, 5 to 50 m. */
        readonly streetWidthMetres: number;
      }
  );

interface CellularEnds {
  readonly sight: 'line of sight' | 'no line of sight';
  readonly frequencyGigahertz: number;
  /** d2D, over the ground. */
  readonly groundMetres: number;
  /** hBS: 10 to 150 m for macro, 4 to 25 m for micro. The table is for 25 m (urban macro) and 10 m (urban micro). */
  readonly baseMetres: number;
  /** hUT: 1.5 to 13 m for urban macro, 1.5 to 22.5 m for urban micro, 1 to 10 m in the country. */
  readonly terminalMetres: number;
}

/**
 * Median path loss in decibels of a mobile network's cell: 3GPP TR 38.901 V17 table 7.4.1-1, urban macro (UMa), urban micro
 * (UMi, street canyon) and rural macro (RMa). Without a line of sight it is at least the loss with one. Valid from 0.5 to
 * 100 GHz (RMa to 30), from 10 m to 5 km (RMa with a line of sight to 10 km). In towns the
 * table names one height of base station; the formulas take any, and real masts differ, so other heights are an
 * extrapolation that is taken within the bounds of `CellularEnds`. Shadowing spreads about it by `SHADOW_SPREAD_DECIBELS`.
 * @throws OutOfRange outside these
 */
export function cellularPathLossDecibels(path: CellularPath): number {
  checkPath(path);
  const sight = sightLoss(path);
  return path.sight === 'line of sight' ? sight : Math.max(sight, noSightLoss(path));
}

/** Standard deviation of shadowing about the median, in decibels (table 7.4.1-1). RMa with a line of sight: before and behind the break point. */
export const SHADOW_SPREAD_DECIBELS = {
  'urban macro': { 'line of sight': 4, 'no line of sight': 6 },
  'urban micro': { 'line of sight': 4, 'no line of sight': 7.82 },
  'rural macro': { 'line of sight': 4, 'line of sight behind the break point': 6, 'no line of sight': 8 },
} as const;

function sightLoss(path: CellularPath): number {
  const direct = directMetres(path);
  const logF = Math.log10(path.frequencyGigahertz);
  if (path.scenario === 'rural macro') {
    const breakMetres =
      (2 * Math.PI * path.baseMetres * path.terminalMetres * path.frequencyGigahertz * HERTZ_PER_GIGAHERTZ) /
      SPEED_OF_LIGHT_OF_3GPP_METRES_PER_SECOND;
    if (path.groundMetres <= breakMetres) return ruralNear(path, direct);
    return ruralNear(path, breakMetres) + 40 * Math.log10(direct / breakMetres);
  }
  const [base, near, far] = path.scenario === 'urban macro' ? [28, 22, 9] : [32.4, 21, 9.5];
  // Both heights are above an environment of 1 m (note 1).
  const breakMetres =
    (4 * (path.baseMetres - 1) * (path.terminalMetres - 1) * path.frequencyGigahertz * HERTZ_PER_GIGAHERTZ) /
    SPEED_OF_LIGHT_OF_3GPP_METRES_PER_SECOND;
  if (path.groundMetres <= breakMetres) return base + near * Math.log10(direct) + 20 * logF;
  const bend = breakMetres ** 2 + (path.baseMetres - path.terminalMetres) ** 2;
  return base + 40 * Math.log10(direct) + 20 * logF - far * Math.log10(bend);
}

/** PL1 of RMa at a direct distance. */
function ruralNear(
  { buildingMetres, frequencyGigahertz }: CellularPath & { scenario: 'rural macro' },
  metres: number,
): number {
  const height = buildingMetres ** 1.72;
  return (
    20 * Math.log10((40 * Math.PI * metres * frequencyGigahertz) / 3) +
    Math.min(0.03 * height, 10) * Math.log10(metres) -
    Math.min(0.044 * height, 14.77) +
    0.002 * Math.log10(buildingMetres) * metres
  );
}

function noSightLoss(path: CellularPath): number {
  const logD = Math.log10(directMetres(path));
  const logF = Math.log10(path.frequencyGigahertz);
  if (path.scenario !== 'rural macro') {
    const above = path.terminalMetres - 1.5;
    return path.scenario === 'urban macro'
      ? 13.54 + 39.08 * logD + 20 * logF - 0.6 * above
      : 22.4 + 35.3 * logD + 21.3 * logF - 0.3 * above;
  }
  const logBase = Math.log10(path.baseMetres);
  return (
    161.04 -
    7.1 * Math.log10(path.streetWidthMetres) +
    7.5 * Math.log10(path.buildingMetres) -
    (24.37 - 3.7 * (path.buildingMetres / path.baseMetres) ** 2) * logBase +
    (43.42 - 3.1 * logBase) * (logD - 3) +
    20 * logF -
    (3.2 * Math.log10(11.75 * path.terminalMetres) ** 2 - 4.97)
  );
}

/** d3D. */
function directMetres({ groundMetres, baseMetres, terminalMetres }: CellularPath): number {
  return Math.hypot(groundMetres, baseMetres - terminalMetres);
}

function checkPath(path: CellularPath): void {
  const isRural = path.scenario === 'rural macro';
  const base = { 'urban macro': [10, 150], 'urban micro': [4, 25], 'rural macro': [10, 150] }[path.scenario];
  const farthest = isRural && path.sight === 'line of sight' ? 10_000 : 5000;
  const source = `TR 38.901 table 7.4.1-1 (${path.scenario})`;
  const limits: [string, number, number, number, string][] = [
    ['frequency', path.frequencyGigahertz, 0.5, isRural ? 30 : 100, 'GHz'],
    ['distance over the ground', path.groundMetres, 10, farthest, 'm'],
    ['base station', path.baseMetres, base[0], base[1], 'm'],
    ['terminal', path.terminalMetres, isRural ? 1 : 1.5, HIGHEST_TERMINAL_METRES[path.scenario], 'm'],
  ];
  if (isRural)
    limits.push(
      ['building height', path.buildingMetres, 5, 50, 'm'],
      ['street width', path.streetWidthMetres, 5, 50, 'm'],
    );
  for (const [quantity, value, low, high, unit] of limits)
    requireRange({ quantity, value, low, high, unit, source, remedy: 'Use another scenario of the table.' });
}

// The table goes to 22.5 m for urban macro too, but above 13 m it draws lots for the environment's height (note 1).
const HIGHEST_TERMINAL_METRES = { 'urban macro': 13, 'urban micro': 22.5, 'rural macro': 10 } as const;
