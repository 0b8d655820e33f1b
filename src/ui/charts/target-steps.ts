interface TimedTarget {
  readonly key: string;
  readonly label: string;
  readonly time: number;
  readonly value: number;
}

/** A target as a level that holds from the one before it (or the start) until its date. */
export interface TargetStep extends TimedTarget {
  readonly from: number;
  /** The level before it; null for the first. */
  readonly before: number | null;
}

/** Targets by date as one flight of steps from `start`; those whose date is no date are left out. */
export function targetSteps(targets: readonly TimedTarget[], start: number): TargetStep[] {
  const dated = targets.filter(({ time }) => !Number.isNaN(time)).sort((a, b) => a.time - b.time);
  return dated.map((target, i) => ({
    ...target,
    from: i === 0 ? Math.min(start, target.time) : dated[i - 1].time,
    before: i === 0 ? null : dated[i - 1].value,
  }));
}
