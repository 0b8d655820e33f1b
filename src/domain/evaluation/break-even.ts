import type { BreakEvenInput } from './evaluation.ts';

/** Where radio is the cheaper: on one side of a value, always or never. */
export type CheaperWhere = { readonly kind: 'above' | 'below'; readonly value: number } | 'always' | 'never';

/** When radio is cheaper than digging, all else the same. */
export interface BreakEven {
  /** By metres of trench, for the units that both serve. */
  readonly metres: CheaperWhere;
  /** By units that both serve, for the metres dug. */
  readonly units: CheaperWhere;
  /** What the dig as designed costs more than radio as designed, built and run; below 0: less. Each serves whom it serves. */
  readonly digMorePence: number;
}

/**
 * Where the two cost the same: a fixed sum + metres × pence a metre + units × pence a unit for the dig, a fixed sum + units ×
 * pence a unit for radio. Exactly there neither is cheaper.
 * @param pencePerMetre what a metre of trench comes to, at least 0; another than the plan's moves the line
 */
export function breakEven(input: BreakEvenInput, pencePerMetre = input.pencePerMetre): BreakEven {
  const { units, trenchMetres, digFixedPence, digPencePerUnit, radioPencePerUnit, wholePence } = input;
  const radioFixedPence = input.radioFixedPence - digFixedPence;
  const radioLess = (radioFixed: number, perUnit: number, dig: number): CheaperWhere => {
    // radioFixed + perUnit × n < dig, for n from 0
    const left = dig - radioFixed;
    if (perUnit === 0) return left > 0 ? 'always' : 'never';
    const value = left / perUnit;
    if (perUnit > 0) return left > 0 ? { kind: 'below', value } : 'never';
    return left > 0 ? 'always' : { kind: 'above', value: value + 0 };
  };
  const radio = radioFixedPence + units * radioPencePerUnit;
  return {
    metres: radioLess(radio, -pencePerMetre, units * digPencePerUnit),
    units: radioLess(radioFixedPence, radioPencePerUnit - digPencePerUnit, trenchMetres * pencePerMetre),
    digMorePence: wholePence.dig - wholePence.radio + trenchMetres * (pencePerMetre - input.pencePerMetre),
  };
}
