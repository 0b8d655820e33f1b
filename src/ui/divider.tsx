import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

export interface DividerProps {
  /** What it divides, for screen readers: "Divider between before and after". */
  readonly label: string;
  /** Where it stands, in percent of the width from the left: 0 … 100. */
  readonly value: number;
  /** The value in words: "Before 40 %, after 60 % of the map". */
  readonly valueText: string;
  readonly onChange: (value: number) => void;
}

/** What an arrow key moves it, in percent, alone and with Page Up or Page Down. */
const STEP = 2;
const PAGE = 10;

/**
 * An upright line over its parent that parts what lies to its left from what lies to its right: arrow keys, Page Up and
 * Down, Home, End, or a drag sideways.
 */
export function Divider({ label, value, valueText, onChange }: DividerProps) {
  const dragging = useRef(false);
  const set = (next: number): void => onChange(Math.round(Math.max(0, Math.min(100, next)) * 10) / 10);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = {
      ArrowLeft: value - STEP,
      ArrowDown: value - STEP,
      ArrowRight: value + STEP,
      ArrowUp: value + STEP,
      PageDown: value - PAGE,
      PageUp: value + PAGE,
      Home: 0,
      End: 100,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    dragging.current = true;
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const whole = event.currentTarget.parentElement?.getBoundingClientRect();
    if (dragging.current && whole && whole.width > 0) set(((event.clientX - whole.left) / whole.width) * 100);
  };
  const release = (): void => {
    dragging.current = false;
  };
  return (
    <div
      className="divider"
      role="slider"
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={valueText}
      tabIndex={0}
      style={{ left: `var(--divider-at, ${value}%)` }}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <svg className="divider-grip" viewBox="0 0 36 36" aria-hidden="true" focusable="false">
        <circle cx="18" cy="18" r="16" />
        <path d="M14 12l-6 6 6 6M22 12l6 6-6 6" />
      </svg>
    </div>
  );
}
