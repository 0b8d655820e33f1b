import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

export interface SplitterProps {
  /** What it resizes, for screen readers: "Height of the table". */
  readonly label: string;
  /** Pixels. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** What an arrow key adds or takes. */
  readonly step: number;
  readonly onChange: (value: number) => void;
  /** The element it resizes. */
  readonly controls: string;
}

/** The bar between the map and the table below it: arrow keys, Home, End, or a drag upwards and downwards. */
export function Splitter({ label, value, min, max, step, onChange, controls }: SplitterProps) {
  const grip = useRef<{ readonly y: number; readonly value: number } | null>(null);
  const set = (next: number): void => onChange(Math.round(Math.max(min, Math.min(max, next))));
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = { ArrowUp: value + step, ArrowDown: value - step, Home: min, End: max }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { y: event.clientY, value };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (grip.current) set(grip.current.value + grip.current.y - event.clientY);
  };
  const release = (): void => {
    grip.current = null;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is a widget; an hr is none.
    <div
      className="splitter"
      role="separator"
      aria-orientation="horizontal"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
    />
  );
}
