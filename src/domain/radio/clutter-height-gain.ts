import { RADIANS_PER_DEGREE } from '../units.ts';
import { knifeEdgeLossDecibels } from './knife-edge.ts';
import { requireRange } from './out-of-range.ts';

/** What surrounds an antenna: table 3 of P.2108-1. */
export type ClutterKind = 'water' | 'open or rural' | 'suburban' | 'urban, trees or forest' | 'dense urban';

/** Clutter heights R in metres that table 3 of P.2108-1 offers where no local figure is known. */
export const TYPICAL_CLUTTER_METRES: Readonly<Record<ClutterKind, number>> = {
  water: 10,
  'open or rural': 10,
  suburban: 10,
  'urban, trees or forest': 15,
  'dense urban': 20,
};

/**
 * Loss in decibels that an antenna below the clutter around it has beyond one at the clutter's height: Rec. ITU-R P.2108-1
 * (2021) §3.1. Valid from 0.03 to 3 GHz. 0 for an antenna at or above the clutter. Only where no
 * surface is known: on top of a diffraction loss over a surface it would count the same houses twice.
 * @throws OutOfRange outside the frequencies, for an antenna at or below the ground, and a street without width
 */
export function clutterHeightGainDecibels(end: {
  readonly frequencyGigahertz: number;
  readonly antennaMetres: number;
  readonly clutter: ClutterKind;
  readonly clutterMetres: number;
  /** Width of the street; table 3 takes 27 m where no local figure is known. */
  readonly streetWidthMetres: number;
}): number {
  checkEnd(end);
  const { frequencyGigahertz, antennaMetres, clutter, clutterMetres, streetWidthMetres } = end;
  if (antennaMetres >= clutterMetres) return 0;
  if (clutter === 'water' || clutter === 'open or rural')
    return -(21.8 + 6.2 * Math.log10(frequencyGigahertz)) * Math.log10(antennaMetres / clutterMetres);
  const below = clutterMetres - antennaMetres;
  const angleDegrees = Math.atan(below / streetWidthMetres) / RADIANS_PER_DEGREE;
  const nu = 0.342 * Math.sqrt(frequencyGigahertz) * Math.sqrt(below * angleDegrees);
  return knifeEdgeLossDecibels(nu) - 6.03;
}

function checkEnd(end: Parameters<typeof clutterHeightGainDecibels>[0]): void {
  const source = 'ITU-R P.2108-1 §3.1';
  requireRange({
    quantity: 'frequency',
    value: end.frequencyGigahertz,
    low: 0.03,
    high: 3,
    unit: 'GHz',
    source,
    remedy: 'Above 3 GHz use the statistical model (§3.2) for paths of at least 250 m.',
  });
  const lengths = [
    ['antenna height', end.antennaMetres],
    ['clutter height', end.clutterMetres],
    ['street width', end.streetWidthMetres],
  ] as const;
  for (const [quantity, value] of lengths)
    requireRange({
      quantity,
      value,
      low: Number.MIN_VALUE,
      high: Number.MAX_VALUE,
      unit: 'm',
      source,
      remedy: 'Give metres above the ground, above 0.',
    });
}
