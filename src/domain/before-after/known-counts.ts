import type { Analysis } from '../not-spots/analysis.ts';
import type { Prepared } from '../project/prepared.ts';

/** Counts of sides asked for lately, so that changing one side counts only that one. */
export class KnownCounts {
  private readonly counts: {
    readonly prepared: Prepared;
    readonly key: string;
    readonly analysis: Analysis;
  }[] = [];

  /** The count of the same question of the same data; else what `make` counts, which is kept. */
  once(prepared: Prepared, key: string, make: () => Analysis): Analysis {
    const found = this.counts.find((one) => one.key === key && isSameData(one.prepared, prepared));
    if (found) return found.analysis;
    const analysis = make();
    this.counts.unshift({ prepared, key, analysis });
    this.counts.length = Math.min(this.counts.length, MOST_KEPT);
    return analysis;
  }
}

const MOST_KEPT = 4;

function isSameData(one: Prepared, other: Prepared): boolean {
  return (
    one.membership === other.membership &&
    one.uses === other.uses &&
    one.answers.size === other.answers.size &&
    [...one.answers].every(([id, answers]) => other.answers.get(id) === answers)
  );
}
