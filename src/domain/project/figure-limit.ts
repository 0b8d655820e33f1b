/** Bounds of a figure that people and files give, both included. */
export interface FigureLimit {
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** Counts: whole numbers only. */
  readonly whole?: true;
}

/** "a number from 0 to 50 dB": what belongs where a figure is asked. */
export function limitWords({ low, high, unit, whole }: FigureLimit): string {
  const kind = whole ? 'a whole number' : 'a number';
  // A sign of money cannot stand behind its number.
  const of = unit.startsWith('£') ? ` (${unit})` : unit && ` ${unit}`;
  return `${kind} from ${low} to ${high}${of}`;
}

/** Whether a figure is within its bounds. */
export function isWithin(value: number, { low, high, whole }: FigureLimit): boolean {
  return value >= low && value <= high && (!whole || Number.isInteger(value));
}
