import type { BreakEvenInput } from './evaluation.ts';

/** Where radio is the cheaper: on one side of a value, always or never. */
export type CheaperWhere = { readonly kind: 'above' | 'below'; readonly value: number } | 'always' | 'never';

/** When radio is cheaper than digging, all else the same. */
export interface BreakEven {
  /** By metres of route, for the units asked. */
  readonly metres: CheaperWhere;
  /** By units served, for the metres dug. */
  readonly units: CheaperWhere;
  /** Which is cheaper as things are; null: they cost the same. */
  readonly cheaper: 'rooftop radio' | 'dig' | null;
}

/**
 * Where the two cost the same: metres × pence a metre + units × pence a unit for the dig, a fixed sum + units × pence a unit
 * for radio. Exactly there neither is cheaper.
 * @param pencePerMetre what a metre of route comes to, at least 0; another than the plan's moves the line
 */
export function breakEven(input: BreakEvenInput, pencePerMetre = input.pencePerMetre): BreakEven {
  const { units, trenchMetres, digPencePerUnit, radioFixedPence, radioPencePerUnit } = input;
  const radioLess = (radioFixed: number, perUnit: number, dig: number): CheaperWhere => {
    // radioFixed + perUnit × n < dig, for n from 0
    const left = dig - radioFixed;
    if (perUnit === 0) return left > 0 ? 'always' : 'never';
    const value = left / perUnit;
    if (perUnit > 0) return left > 0 ? { kind: 'below', value } : 'never';
    return left > 0 ? 'always' : { kind: 'above', value: value + 0 };
  };
  const radio = radioFixedPence + units * radioPencePerUnit;
  const difference = radio - (trenchMetres * pencePerMetre + units * digPencePerUnit);
  return {
    metres: radioLess(radio, -pencePerMetre, units * digPencePerUnit),
    units: radioLess(radioFixedPence, radioPencePerUnit - digPencePerUnit, trenchMetres * pencePerMetre),
    cheaper: difference === 0 ? null : difference < 0 ? 'rooftop radio' : 'dig',
  };
}
