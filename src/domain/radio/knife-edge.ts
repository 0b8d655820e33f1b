import { wavelengthMetres } from './free-space-loss.ts';
import { requireRange } from './out-of-range.ts';

/**
 * Loss in decibels behind a single knife edge, J(ν) = 6.9 + 20 log10(√((ν − 0.1)² + 1) + ν − 0.1): Rec. ITU-R P.526-15
 * §4.1 equation (31), an approximation within 0.1 dB of the Fresnel integral for ν above −0.78. At and below −0.78 the
 * recommendation takes the path for free of loss: 0 dB.
 * @param nu the diffraction parameter ν, without unit, any number (`diffractionParameter`)
 */
export function knifeEdgeLossDecibels(nu: number): number {
  requireRange({
    quantity: 'diffraction parameter ν',
    value: nu,
    low: -Number.MAX_VALUE,
    high: Number.MAX_VALUE,
    unit: '',
    source: 'ITU-R P.526-15 §4.1',
    remedy: 'Give an edge between two ends that are apart.',
  });
  if (nu <= -0.78) return 0;
  return 6.9 + 20 * Math.log10(Math.sqrt((nu - 0.1) ** 2 + 1) + nu - 0.1);
}

/**
 * The diffraction parameter ν = h √(2 d / (λ d1 d2)) of an edge `heightMetres` above the line between the ends (below
 * it: negative), with d = d1 + d2 (Rec. ITU-R P.526-15 equation 26, for heights small beside the distances).
 */
export function diffractionParameter(edge: {
  readonly heightMetres: number;
  readonly nearMetres: number;
  readonly farMetres: number;
  readonly frequencyGigahertz: number;
}): number {
  const { heightMetres, nearMetres, farMetres, frequencyGigahertz } = edge;
  const length = nearMetres + farMetres;
  return (
    heightMetres * Math.sqrt((2 * length) / (wavelengthMetres(frequencyGigahertz) * nearMetres * farMetres))
  );
}
