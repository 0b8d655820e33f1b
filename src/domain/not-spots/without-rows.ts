import type { Analysis } from './analysis.ts';

/** The counts alone, as the screen takes them: what is said of single rows stays with the premises. */
export function withoutRows(analysis: Analysis): Analysis {
  return { ...analysis, rowState: NO_ROWS, rowChance: NO_ROWS };
}

const NO_ROWS = new Uint8Array(0);
