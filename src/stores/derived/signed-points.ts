import { percentPoints } from '../../domain/not-spots/headline.ts';

/** "+3.2", "−0.4", "0.0" of a difference in percentage points. */
export function signedPoints(value: number): string {
  const text = percentPoints(value);
  return text === '0.0' ? text : `${value > 0 ? '+' : '−'}${text}`;
}
