/** A step of long work: what is being done, and how much of it is behind (0 … 1). */
export interface WorkStep {
  readonly what: string;
  readonly fraction: number;
}

/** Rows a step handles before it lets others in; a multiple of 32. About 10 ms. */
export const CHUNK_ROWS = 65_536;
