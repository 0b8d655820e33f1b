import { requireRange } from './out-of-range.ts';

/**
 * Loss over an obstructed path of average terrain in decibels, Ad = −20 h/F1 + 10: Rec. ITU-R P.530-18 §2.2.1 equation 2.
 * The recommendation gives it for losses above about 15 dB; from a grazing line (h = 0, 10 dB) to there it is the same
 * line drawn on, and `isWithinRecommendation` says so. A line that is free is out of range: take `knifeEdgeLossDecibels`
 * or `bullingtonLossDecibels`.
 * @param clearanceMetres h, height of the line over the worst obstacle: 0 or negative
 * @param fresnelRadiusMetres F1 at that obstacle, above 0
 */
export function obstructionLoss(
  clearanceMetres: number,
  fresnelRadiusMetres: number,
): { readonly decibels: number; readonly isWithinRecommendation: boolean } {
  const source = 'ITU-R P.530-18 equation 2';
  requireRange({
    quantity: 'Fresnel radius',
    value: fresnelRadiusMetres,
    low: Number.MIN_VALUE,
    high: Number.MAX_VALUE,
    unit: 'm',
    source,
    remedy: 'Take an obstacle between the two ends.',
  });
  requireRange({
    quantity: 'clearance',
    value: clearanceMetres,
    low: -Number.MAX_VALUE,
    high: 0,
    unit: 'm',
    source,
    remedy: 'The line is free here: use the knife edge or Bullington instead.',
  });
  const decibels = (-20 * clearanceMetres) / fresnelRadiusMetres + 10;
  return { decibels, isWithinRecommendation: decibels > 15 };
}
