import type { Figure } from './figure.ts';

/** Whether anything a figure stands on was sourced by nobody. Of nothing at all nobody assumes anything. */
export function isAssumedFigure({ value, assumptions }: Pick<Figure, 'value' | 'assumptions'>): boolean {
  if (value.low === 0 && value.high === 0) return false;
  return value.basis === 'assumed' || assumptions.some(({ source }) => source === null);
}
