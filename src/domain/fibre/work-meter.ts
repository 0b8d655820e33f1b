/** Units of work between two pauses: about 10 ms on two Zen 4 virtual cores. */
const PAUSE_UNITS = 1_000_000;

/**
 * Counts work, so that the same input stops at the same place on every machine. A unit is about what
 * one edge looked at by a dual ascent takes; dearer steps count for as many as they take the time of. The clock, if any, is a guard: it can only end a search before its time, and that is said of the answer.
 */
export class WorkMeter {
  spent = 0;
  /** Whether the guard ended the search. */
  isStoppedEarly = false;
  readonly limit: number;
  readonly #isTimeUp: () => boolean;
  #pauseAt = PAUSE_UNITS;

  /** `limit` in units; Infinity leaves the end to the guard. */
  constructor(limit: number, isTimeUp: () => boolean = () => false) {
    this.limit = limit;
    this.#isTimeUp = isTimeUp;
  }

  /** A meter for a part of the work, under the same guard; `add` counts it here when it is done. */
  part(limit: number): WorkMeter {
    return new WorkMeter(Math.min(limit, this.limit - this.spent), this.#isTimeUp);
  }

  add(part: WorkMeter): void {
    this.spent += part.spent;
    if (part.isStoppedEarly) this.isStoppedEarly = true;
  }

  /** Whether others are to be let in before more is done; looks at the guard. */
  isPauseDue(): boolean {
    if (this.spent < this.#pauseAt) return false;
    this.#pauseAt = this.spent + PAUSE_UNITS;
    if (this.#isTimeUp()) this.isStoppedEarly = true;
    return true;
  }

  /** Whether the search is to end with what it has. */
  get isOut(): boolean {
    return this.isStoppedEarly || this.spent >= this.limit;
  }
}
