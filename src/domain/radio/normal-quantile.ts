import { requireRange } from './out-of-range.ts';

/**
 * The value that a standard normal variable stays below with probability `probability`: F⁻¹ of Rec. ITU-R P.1057; Q⁻¹(x) is
 * F⁻¹(1 − x). Wichura, algorithm AS 241 (PPND7), Applied Statistics 37 (1988): 7 digits. Between 0 and 1, ends apart.
 */
export function normalQuantile(probability: number): number {
  requireRange({
    quantity: 'probability',
    value: probability,
    low: Number.MIN_VALUE,
    high: 1 - Number.EPSILON / 2,
    unit: '',
    source: 'ITU-R P.1057',
    remedy: 'Give a share above 0 and below 1 (below 100 %).',
  });
  const q = probability - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q * (((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)) /
      (((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1)
    );
  }
  const tail = Math.sqrt(-Math.log(q < 0 ? probability : 1 - probability));
  const distance = tail <= 5 ? nearTail(tail - 1.6) : farTail(tail - 5);
  return q < 0 ? -distance : distance;
}

function nearTail(r: number): number {
  return (
    (((0.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777) /
    ((0.12021132975 * r + 0.7370016425) * r + 1)
  );
}

function farTail(r: number): number {
  return (
    (((0.017337203997 * r + 0.42868294337) * r + 3.081226386) * r + 6.657905115) /
    ((0.012258202635 * r + 0.24197894225) * r + 1)
  );
}
