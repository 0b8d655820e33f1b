/** What a formula was asked beyond what its source says it holds for. */
export interface RangeFault {
  /** The input at fault, in words: "frequency". */
  readonly quantity: string;
  readonly value: number;
  /** Least and greatest value, both taken; an end that is not taken is said in `remedy`. */
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** Recommendation, edition and section: "ITU-R P.838-3". */
  readonly source: string;
  /** What to do instead, as a sentence. */
  readonly remedy: string;
}

/** A formula was asked outside its valid range. Nothing is computed: a clamped answer would look like a true one. */
export class OutOfRange extends Error {
  readonly fault: RangeFault;

  constructor(fault: RangeFault) {
    const { quantity, value, low, high, unit, source, remedy } = fault;
    const range = Number.isFinite(high)
      ? `from ${low} to ${high}${spaced(unit)}`
      : `${low}${spaced(unit)} or more`;
    super(`${source} holds for a ${quantity} ${range}, not ${value}${spaced(unit)}. ${remedy}`);
    this.name = 'OutOfRange';
    this.fault = fault;
  }
}

/** Throws OutOfRange unless low ≤ value ≤ high; what is no number is out of every range. */
export function requireRange(fault: RangeFault): void {
  if (!(fault.value >= fault.low && fault.value <= fault.high)) throw new OutOfRange(fault);
}

function spaced(unit: string): string {
  return unit === '%' || unit === '' ? unit : ` ${unit}`;
}
