/** A step of long work: what is being done, and how much of it is behind (0 … 1). */
export interface WorkStep {
  readonly what: string;
  readonly fraction: number;
}

/** Rows a step handles before it lets others in; a multiple of 32. About 10 ms. */
export const CHUNK_ROWS = 65_536;

/** Does work that only says when others may be let in, as a step of something larger. */
export function* inSteps<T>(work: Generator<void, T>, step: WorkStep): Generator<WorkStep, T> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    yield step;
  }
}

/** Work that is a part of something larger, from one fraction of it to another; what is behind never grows less. */
export function* inShare<T>(work: Generator<WorkStep, T>, from: number, to: number): Generator<WorkStep, T> {
  let behind = from;
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    behind = Math.max(behind, from + (to - from) * Math.min(1, next.value.fraction));
    yield { what: next.value.what, fraction: behind };
  }
}
