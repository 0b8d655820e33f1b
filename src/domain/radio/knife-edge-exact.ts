import { requireRange } from './out-of-range.ts';

/**
 * Loss in decibels behind a single knife edge by the Fresnel integral itself: −20 log10(√((1 − C − S)² + (C − S)²) / 2), Rec.
 * ITU-R P.526-15 §4.1 equation (30). `knifeEdgeLossDecibels` comes within 0.13 dB of it from ν = −0.5 on. It swings about 0
 * where the edge is well below the line.
 * @param nu the diffraction parameter ν, −1,000 to 1,000
 */
export function exactKnifeEdgeLossDecibels(nu: number): number {
  requireRange({
    quantity: 'diffraction parameter ν',
    value: nu,
    low: -1000,
    high: 1000,
    unit: '',
    source: 'The Fresnel integral of ITU-R P.526-15 §4.1',
    remedy: 'Give an edge between two ends that are apart.',
  });
  const size = Math.abs(nu);
  const [cosine, sine] = size < 1.5 ? bySeries(size) : byAuxiliaries(size);
  const [c, s] = nu < 0 ? [-cosine, -sine] : [cosine, sine];
  return -20 * Math.log10(Math.hypot(1 - c - s, c - s) / 2);
}

type FresnelIntegrals = readonly [cosine: number, sine: number];

/** C(x) and S(x): the integrals from 0 to x of cos(π t²/2) and sin(π t²/2), term by term (Abramowitz and Stegun 7.3.11). */
function bySeries(x: number): FresnelIntegrals {
  const angle = (Math.PI / 2) * x * x;
  const sums = [0, 0];
  let term = x;
  for (let n = 0; n < 40; n++) {
    sums[n % 2] += (n % 4 < 2 ? term : -term) / (2 * n + 1);
    term *= angle / (n + 1);
  }
  return [sums[0], sums[1]];
}

/**
 * The same by the auxiliary functions f and g (Abramowitz and Stegun 7.3.9, 7.3.10, 7.3.24, 7.3.25), whose integrands are
 * even and smooth, so that the trapezium rule is exact to the last digits.
 */
function byAuxiliaries(x: number): FresnelIntegrals {
  const step = 0.1 / x;
  let f = step / 2;
  let g = 0;
  for (let u = step; u * x < 5; u += step) {
    const weight = (step * Math.exp((-Math.PI / 2) * (x * u) ** 2)) / (1 + u ** 4);
    f += weight;
    g += weight * u * u;
  }
  const scale = Math.SQRT2 / Math.PI;
  const cos = Math.cos((Math.PI / 2) * x * x);
  const sin = Math.sin((Math.PI / 2) * x * x);
  return [0.5 + scale * (f * sin - g * cos), 0.5 - scale * (f * cos + g * sin)];
}
