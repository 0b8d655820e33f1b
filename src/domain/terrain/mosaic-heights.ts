import { inSteps, type WorkStep } from '../project/work-step.ts';
import {
  checkFrame,
  type GridFrame,
  type HeightGrid,
  type HeightKind,
  type HeightPart,
} from './height-grid.ts';
import { HeightsRefused } from './heights-refused.ts';
import { converterBetween, resampleHeights } from './resample-heights.ts';

/**
 * Several grids as one, over a frame or, without one, over all of them in the cells and system of the finest. The finest
 * grid that knows a cell's height gives it; among equally fine ones the one given first. Nothing is blended at seams, so a
 * step there is the files' own. Heights come as `resampleHeights` states.
 * @throws HeightsRefused for grids of several kinds (a surface is no ground), for named vertical datums that differ, and
 *   above MAX_CELLS
 */
export function* mosaicHeights(
  grids: readonly HeightGrid[],
  frame: GridFrame = frameOverAll(grids),
): Generator<WorkStep, HeightGrid> {
  checkFrame(frame);
  checkOneKind(grids);
  checkOneDatum(grids);
  const heights = new Float32Array(frame.columns * frame.rows).fill(Number.NaN);
  const partOf = new Uint8Array(heights.length);
  const parts: HeightPart[] = [];
  const ordered = byFineness(grids);
  for (const [i, grid] of ordered.entries()) {
    const step = { what: 'Joining grids of heights', fraction: i / ordered.length };
    const found = yield* inSteps(silent(resampleHeights(rasterOf(grid), frame)), step);
    const first = parts.length;
    parts.push(...grid.parts);
    // Where the parts within it change is known to a cell.
    const partAt = grid.partOf === null ? null : partsIn(grid, frame);
    for (let cell = 0; cell < heights.length; cell++) {
      if (cell % CELLS_A_STEP === 0) yield step;
      if (!Number.isNaN(heights[cell]) || Number.isNaN(found[cell])) continue;
      heights[cell] = found[cell];
      partOf[cell] = first + (partAt ? partAt(cell) : 0);
    }
  }
  return { ...frame, heights, parts, partOf: parts.length > 1 ? partOf : null };
}

const CELLS_A_STEP = 2_000_000;

function cellMetres({ cellWidthMetres, cellHeightMetres }: GridFrame): number {
  return Math.min(cellWidthMetres, cellHeightMetres);
}

function byFineness(grids: readonly HeightGrid[]): HeightGrid[] {
  return grids.toSorted((one, other) => cellMetres(one) - cellMetres(other));
}

function frameOverAll(grids: readonly HeightGrid[]): GridFrame {
  const [finest] = byFineness(grids);
  if (!finest)
    throw new HeightsRefused('BAD_GRID', 'No heights are loaded. Load a surface or a ground model.');
  let [left, right, top, bottom] = [0, finest.columns, 0, finest.rows];
  for (const grid of grids) {
    const convert = converterBetween(grid.system, finest.system);
    for (let step = 0; step <= EDGE_PIECES; step++)
      for (const [across, down] of [
        [step / EDGE_PIECES, 0],
        [step / EDGE_PIECES, 1],
        [0, step / EDGE_PIECES],
        [1, step / EDGE_PIECES],
      ]) {
        const x = grid.west + across * grid.columns * grid.cellWidthMetres;
        const y = grid.north - down * grid.rows * grid.cellHeightMetres;
        const [atX, atY] = convert(x, y);
        const column = (atX - finest.west) / finest.cellWidthMetres;
        const row = (finest.north - atY) / finest.cellHeightMetres;
        left = Math.min(left, Math.floor(column + ROUNDING));
        right = Math.max(right, Math.ceil(column - ROUNDING));
        top = Math.min(top, Math.floor(row + ROUNDING));
        bottom = Math.max(bottom, Math.ceil(row - ROUNDING));
      }
  }
  const { system, cellWidthMetres, cellHeightMetres } = finest;
  return {
    system,
    cellWidthMetres,
    cellHeightMetres,
    west: finest.west + left * cellWidthMetres,
    north: finest.north - top * cellHeightMetres,
    columns: right - left,
    rows: bottom - top,
  };
}

const EDGE_PIECES = 8;
const ROUNDING = 1e-6;

function checkOneKind(grids: readonly HeightGrid[]): void {
  const kinds = new Set<HeightKind>(grids.map(({ parts }) => (parts.some(isBare) ? 'ground' : 'surface')));
  if (kinds.size > 1)
    throw new HeightsRefused(
      'MIXED_KINDS',
      'A surface and a bare ground were to be joined into one. Load them in their own roles.',
    );
}

function isBare({ kind }: HeightPart): boolean {
  return kind === 'ground';
}

function checkOneDatum(grids: readonly HeightGrid[]): void {
  const named = grids.flatMap(({ parts }) => parts.flatMap(({ verticalDatum }) => verticalDatum ?? []));
  const [first, other] = new Set(named);
  if (other !== undefined)
    throw new HeightsRefused(
      'OTHER_DATUM',
      `Heights above ${first} and above ${other} were to be joined. Convert one of them first.`,
    );
}

function rasterOf({ cellWidthMetres, cellHeightMetres, ...grid }: HeightGrid) {
  return { ...grid, cellWidth: cellWidthMetres, cellHeight: cellHeightMetres };
}

function* silent<T>(work: Generator<WorkStep, T>): Generator<void, T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield;
  }
}

function partsIn(grid: HeightGrid, frame: GridFrame): (cell: number) => number {
  const convert = converterBetween(frame.system, grid.system);
  return (cell) => {
    const x = frame.west + ((cell % frame.columns) + 0.5) * frame.cellWidthMetres;
    const y = frame.north - (Math.floor(cell / frame.columns) + 0.5) * frame.cellHeightMetres;
    const [atX, atY] = convert(x, y);
    const column = Math.min(
      grid.columns - 1,
      Math.max(0, Math.floor((atX - grid.west) / grid.cellWidthMetres)),
    );
    const row = Math.min(grid.rows - 1, Math.max(0, Math.floor((grid.north - atY) / grid.cellHeightMetres)));
    return grid.partOf?.[row * grid.columns + column] ?? 0;
  };
}
