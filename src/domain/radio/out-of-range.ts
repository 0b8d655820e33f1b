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
    const { quantity, value, unit, source, remedy } = fault;
    const not = Number.isNaN(value) ? 'and it is not known' : `not ${value}${spaced(unit)}`;
    super(`${source} holds where the ${quantity} is ${range(fault)}, ${not}. ${remedy}`);
    this.name = 'OutOfRange';
    this.fault = fault;
  }
}

/** Throws OutOfRange unless low ≤ value ≤ high; what is no number is out of every range. */
export function requireRange(fault: RangeFault): void {
  if (!(fault.value >= fault.low && fault.value <= fault.high)) throw new OutOfRange(fault);
}

/** The range in words; the least and greatest of doubles stand for an end that is open. */
function range({ low, high, unit }: RangeFault): string {
  const [isOpenBelow, isOpenAbove] = [low <= -Number.MAX_VALUE, high >= Number.MAX_VALUE];
  const to = `${high}${spaced(unit)}`;
  if (isOpenBelow) return isOpenAbove ? 'a number' : `at most ${to}`;
  if (low === Number.MIN_VALUE) return isOpenAbove ? 'above 0' : `above 0 and at most ${to}`;
  return isOpenAbove ? `${low}${spaced(unit)} or more` : `from ${low} to ${to}`;
}

function spaced(unit: string): string {
  return unit === '' ? '' : ` ${unit}`;
}
