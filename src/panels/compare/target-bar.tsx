import { coverageSwatch } from '../../stores/derived/coverage-swatch.ts';
import { ProportionBar } from '../../ui/proportion-bar.tsx';

export interface TargetBarProps {
  readonly technology: string;
  /** Covered, 0 … 1. */
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  /** What is aimed at, 0 … 1. */
  readonly mark: number;
}

/** A share as a bar from zero, with the aim as a stroke across it. The words beside it say the same. */
export function TargetBar({ technology, low, mid, high, mark }: TargetBarProps) {
  const { token } = coverageSwatch({ technology });
  return (
    <div className="target-bar" aria-hidden="true">
      <ProportionBar
        height={12}
        parts={[{ key: 'c', share: mid, pattern: 'solid', token }]}
        range={{ low, high }}
      />
      <span className="target-mark" style={{ left: `${(mark * 100).toFixed(2)}%` }} />
    </div>
  );
}
