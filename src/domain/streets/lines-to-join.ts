import type { PlaneLines } from './segment-grid.ts';

/** Pieces of lines between the nodes where they meet. */
export interface JoinedLines {
  readonly nodeX: Float64Array;
  readonly nodeY: Float64Array;
  /** Line, tail and head of each piece, in the order of lines and along them. */
  readonly lineOf: Int32Array;
  readonly tails: Int32Array;
  readonly heads: Int32Array;
  /** Its shape from tail to head, nodes included. */
  readonly shapes: PlaneLines;
}

export interface LinesToJoin extends PlaneLines {
  /** Lines that are left out have false. */
  readonly isIn: (line: number) => boolean;
  /** null: not known. Lines of two known levels cross without meeting. */
  readonly levelOf: (line: number) => number | null;
  /** False: lines meet at ends only (ducts cross without meeting). */
  readonly splitsAtCrossings: boolean;
  readonly nameOf: (line: number) => string;
}

/** Whether two lines are on levels that are known and differ. */
export function levelsDiffer({ levelOf }: Pick<LinesToJoin, 'levelOf'>, one: number, other: number): boolean {
  const [a, b] = [levelOf(one), levelOf(other)];
  return a !== null && b !== null && a !== b;
}
