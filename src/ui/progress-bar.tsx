import { useId } from 'react';
import { Button } from './button.tsx';

export interface ProgressBarProps {
  /** What is being done: "Reading wards.geojson". */
  readonly what: string;
  /** 0 … 1; null where nobody knows how much is left. */
  readonly fraction: number | null;
  readonly onCancel?: () => void;
}

/** Long work: what, how much of it, and a way to stop it. */
export function ProgressBar({ what, fraction, onCancel }: ProgressBarProps) {
  const id = useId();
  return (
    <div className="progress">
      <div className="progress-line">
        <span id={id}>{what}</span>
        {fraction === null ? null : <span className="number">{Math.floor(fraction * 100)} %</span>}
      </div>
      <div className="progress-line">
        <progress aria-labelledby={id} max={1} value={fraction ?? undefined} />
        {onCancel ? <Button onClick={onCancel}>Cancel</Button> : null}
      </div>
    </div>
  );
}
