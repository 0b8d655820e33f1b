import { findCrossover } from '../../src/domain/evaluation/find-crossover.ts';
import { lastOf } from '../builders/last-of.ts';
import { sharedCase } from '../builders/shared-designs.ts';
import { type Figure, limitFigure } from './figure.ts';

const PLACES = 2000;
const SAMPLES = 1000;
const RUNS = 5;

/**
 * Decided (issue 8): the cheapest technology of 2,000 premises and its confidence in 1,000 samples within a second, and
 * growing no faster than the premises do. A trench like a bush, a hub for every 30 premises.
 */
export function benchCrossover(): Figure[] {
  const [once, twice] = [PLACES, 2 * PLACES].map(milliseconds);
  return [
    limitFigure({
      row: '8',
      what: `crossover of ${PLACES.toLocaleString('en-GB')} premises, ${SAMPLES.toLocaleString('en-GB')} samples`,
      value: once / 1000,
      most: 1,
      unit: 's',
      growth: `${(twice / once).toFixed(1)} ×`,
    }),
  ];
}

/** The fastest of several runs: what else the machine does only ever slows. */
function milliseconds(count: number): number {
  const { over } = sharedCase({
    before: Array.from({ length: count }, (_, i) => Math.max(0, i - ((i * 7) % 9))),
    parts: Array.from({ length: count }, (_, i) => [
      { what: 'trench' as const, pence: { low: 40_000, mid: 90_000 + i, high: 200_000 }, isYearly: false },
      { what: 'cable' as const, pence: { low: 1000, mid: 2500, high: 5000 }, isYearly: false },
    ]),
    units: Array.from({ length: count }, (_, i) => 1 + (i % 3)),
    byDig: Array.from({ length: count }, () => true),
    hubs: Array.from({ length: Math.ceil(count / 30) }, (_, i) => ({
      isLinked: i % 3 === 1,
      once: { low: 0, mid: 100_000, high: 500_000 },
      yearly: { low: 0, mid: 50_000, high: 300_000 },
    })),
    byHub: Array.from({ length: count }, (_, i) => Math.floor(i / 30)),
  });
  const input = { ...over, madeOf: 'bench', unit: 'premises' } as const;
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    lastOf(findCrossover(input, { samples: SAMPLES, seed: 1 }));
    best = Math.min(best, performance.now() - began);
  }
  return best;
}
