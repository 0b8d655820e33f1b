/** One figure of a case against ours. It passes where `error` is at most `allowed`, both in the unit of the tolerance. */
export interface Comparison {
  /** What is compared, in words: "loss at 28 GHz". */
  readonly what: string;
  readonly expected: number | boolean;
  readonly computed: number | boolean;
  readonly error: number;
  readonly allowed: number;
  /** "dB", "m"; "of it" for a share of the expected value. */
  readonly unit: string;
}
