import type { Evaluated, LineKey } from './evaluation.ts';

/**
 * Of the designs that a plan has, that which serves most, and of as many costs least, built and run; of equal ones the first.
 * A plan of which nothing is chosen is told and compared by it. undefined: there is no design.
 */
export function headlineDesign(interventions: readonly Evaluated[]): Evaluated | undefined {
  const served = (one: Evaluated): number => midOf(one, 'served') ?? 0;
  const price = (one: Evaluated): number => midOf(one, 'present value') ?? Number.POSITIVE_INFINITY;
  return interventions
    .filter(({ kind, refused }) => kind !== 'leave as it is' && refused === null)
    .sort((one, other) => served(other) - served(one) || price(one) - price(other))[0];
}

function midOf({ lines }: Evaluated, key: LineKey): number | undefined {
  return lines.find((line) => line.key === key)?.figure?.value.mid;
}
