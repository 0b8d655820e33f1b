/** One thing that was found while streets became a network, with as many places as there are, at most a few of them named. */
export interface NetworkFinding {
  readonly code:
    | 'SNAPPED_END'
    | 'SPLIT_AT_CROSSING'
    | 'KEPT_APART_BY_LEVEL'
    | 'NOT_DIGGABLE'
    | 'ZERO_LENGTH'
    | 'DUPLICATE'
    | 'NOT_A_LINE'
    | 'CROSSES'
    | 'TOUCHES_NOTHING'
    | 'FIBRE_POINT_FAR'
    | 'DUCT_APART'
    | 'UNKNOWN_RESTRICTION'
    | 'RESTRICTION_WITHOUT_STREET'
    | 'BAD_DATE'
    | 'DATES_REVERSED'
    | 'BAD_VALUE';
  /** In words, complete: what, where, why, and what to do where something can be done. */
  readonly text: string;
  readonly count: number;
  /** Names or ids of the first few. */
  readonly examples: readonly string[];
}

/** What streets are made of, and what of them is not known. Metres on the ground. */
export interface NetworkReport {
  readonly findings: readonly NetworkFinding[];
  readonly lines: number;
  readonly metres: number;
  /** Parts of the network that touch nothing else, the largest first, in edges. */
  readonly components: readonly number[];
  /** What was taken for granted, in words: widths by class, no level where none is said … */
  readonly assumed: readonly string[];
  /** What is not known, in words: "surfaces of 1,220 of 1,220 lines". */
  readonly notKnown: readonly string[];
}
