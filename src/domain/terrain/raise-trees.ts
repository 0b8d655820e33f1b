import type { WorkStep } from '../project/work-step.ts';
import type { GridFrame, HeightGrid, HeightPart } from './height-grid.ts';

/** A tree that stands alone: a cylinder as high as it is, as wide as its crown. */
export interface Tree {
  readonly x: number;
  readonly y: number;
  /** From the ground to the top; NaN: nobody states it. */
  readonly heightMetres: number;
  /** Of the crown; NaN: nobody states it. */
  readonly crownRadiusMetres: number;
}

/** What became of the trees. */
export interface RaisedTrees {
  /** Metres above the ground: 0 where no tree stands. */
  readonly canopy: HeightGrid;
  /** Trees without a stated crown. */
  readonly crownsAssumed: number;
  /** Trees without a stated height: not known what they hide. Left out. */
  readonly notKnown: number;
}

/** Of a tree's height, where its crown is not stated: a street tree as wide as half its height. Assumed. */
const CROWN_SHARE = 0.25;

/**
 * Trees as metres above the ground on a frame in whose system they lie. A crown covers every cell whose middle lies in it,
 * and the one its trunk stands in; the higher of two counts.
 */
export function* raiseTrees(
  frame: GridFrame,
  trees: readonly Tree[],
  part: Omit<HeightPart, 'kind' | 'verticalDatum'>,
): Generator<WorkStep, RaisedTrees> {
  const { west, north, cellWidthMetres, cellHeightMetres, columns, rows } = frame;
  const heights = new Float32Array(columns * rows);
  const counts = { crownsAssumed: 0, notKnown: 0 };
  for (const [i, { x, y, heightMetres, crownRadiusMetres }] of trees.entries()) {
    if (i % TREES_A_STEP === 0) yield { what: 'Planting trees', fraction: i / trees.length };
    if (!(heightMetres > 0)) {
      counts.notKnown++;
      continue;
    }
    const isStated = crownRadiusMetres > 0;
    if (!isStated) counts.crownsAssumed++;
    const radius = isStated ? crownRadiusMetres : CROWN_SHARE * heightMetres;
    const raise = (column: number, row: number): void => {
      if (column < 0 || column >= columns || row < 0 || row >= rows) return;
      const cell = row * columns + column;
      if (heightMetres > heights[cell]) heights[cell] = heightMetres;
    };
    const [across, down] = [(x - west) / cellWidthMetres, (north - y) / cellHeightMetres];
    raise(Math.floor(across), Math.floor(down));
    const [wide, high] = [radius / cellWidthMetres, radius / cellHeightMetres];
    for (let row = Math.floor(down - high); row <= down + high; row++)
      for (let column = Math.floor(across - wide); column <= across + wide; column++)
        if (((column + 0.5 - across) / wide) ** 2 + ((row + 0.5 - down) / high) ** 2 <= 1) raise(column, row);
  }
  const canopy = {
    ...frame,
    heights,
    parts: [{ ...part, kind: 'canopy', verticalDatum: null }],
    partOf: null,
  };
  return { canopy: canopy as HeightGrid, ...counts };
}

const TREES_A_STEP = 2000;
