import type { WorkStep } from '../project/work-step.ts';
import type { SightJudge } from '../radio/sight-judge.ts';
import type { Antenna } from '../radio/sight-path.ts';

/** By what roofs are thinned. */
export interface ThinningRule {
  readonly judge: SightJudge;
  /** Where premises have their antennas. */
  readonly sample: readonly (Antenna & { readonly units: number })[];
  readonly radiusMetres: number;
  readonly most: number;
}

/**
 * At most so many of some antennas, in their order: each time the one that sees most of the sample, where a place that is
 * seen already counts half, a quarter and so on. The first of equals.
 */
export function* mostSeenRoofs<Roof extends Antenna>(
  roofs: readonly Roof[],
  { judge, sample, radiusMetres, most }: ThinningRule,
): Generator<WorkStep, Roof[]> {
  if (roofs.length <= most) return [...roofs];
  const seenBy: Int32Array[] = [];
  for (const [i, antenna] of roofs.entries()) {
    yield { what: 'Comparing roofs', fraction: i / roofs.length };
    const seen: number[] = [];
    for (const [at, target] of sample.entries()) {
      const metres = Math.hypot(target.x - antenna.x, target.y - antenna.y);
      if (metres > 0 && metres <= radiusMetres && judge.classOf(antenna, target) === 'clear') seen.push(at);
    }
    seenBy.push(Int32Array.from(seen));
  }
  const worth = Float64Array.from(sample, ({ units }) => units);
  const isKept = new Uint8Array(roofs.length);
  for (let round = 0; round < most; round++) {
    if (round % ROUNDS_A_STEP === 0) yield { what: 'Comparing roofs', fraction: 1 };
    let best = -1;
    let bestWorth = -1;
    for (const [i, seen] of seenBy.entries()) {
      if (isKept[i]) continue;
      const sum = seen.reduce((total, at) => total + worth[at], 0);
      if (sum > bestWorth) [best, bestWorth] = [i, sum];
    }
    isKept[best] = 1;
    for (const at of seenBy[best]) worth[at] /= 2;
  }
  return roofs.filter((_, i) => isKept[i] === 1);
}

const ROUNDS_A_STEP = 8;
