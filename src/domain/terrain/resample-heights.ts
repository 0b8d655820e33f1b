import {
  type CoordinateConverter,
  converterFromDegrees,
  converterToDegrees,
} from '../geo/convert-coordinates.ts';
import type { CoordinateSystem } from '../geo/coordinate-system.ts';
import type { WorkStep } from '../project/work-step.ts';
import { checkFrame, type GridFrame } from './height-grid.ts';
import type { HeightRaster } from './height-raster.ts';
import { HeightsRefused } from './heights-refused.ts';

/** Target cells between two places that are converted; between them places are interpolated, within millimetres. */
const LATTICE_CELLS = 32;

/**
 * Heights of a raster at the cell centres of a frame. Where the raster's centres are the frame's own they are taken as they
 * are; else the height is bilinear between the raster's four nearest centres, and not known where one that has weight is
 * not. Nothing is known outside the raster. Needs `loadGrid` where the systems differ.
 */
export function* resampleHeights(raster: HeightRaster, frame: GridFrame): Generator<WorkStep, Float32Array> {
  const { columns, rows, west, north, cellWidthMetres, cellHeightMetres } = frame;
  const heights = new Float32Array(columns * rows).fill(Number.NaN);
  const convert = converterBetween(frame.system, raster.system);
  // Places in cells of the raster, its first centre at 0.
  const across = new Float64Array(columns);
  const down = new Float64Array(columns);
  const above = latticeRow(columns);
  const below = latticeRow(columns);
  const lay = (row: number, lattice: Lattice): void => {
    const y = north - (row + 0.5) * cellHeightMetres;
    for (let i = 0; i < lattice.across.length; i++) {
      const [x, yOf] = convert(west + (i * LATTICE_CELLS + 0.5) * cellWidthMetres, y);
      lattice.across[i] = (x - raster.west) / raster.cellWidth - 0.5;
      lattice.down[i] = (raster.north - yOf) / raster.cellHeight - 0.5;
    }
  };
  for (let top = 0; top < rows; top += LATTICE_CELLS) {
    lay(top, above);
    lay(top + LATTICE_CELLS, below);
    for (let row = top; row < Math.min(rows, top + LATTICE_CELLS); row++) {
      const part = (row - top) / LATTICE_CELLS;
      spread(above.across, below.across, part, across);
      spread(above.down, below.down, part, down);
      for (let column = 0; column < columns; column++)
        heights[row * columns + column] = heightBetween(raster, across[column], down[column]);
    }
    yield { what: 'Laying out heights', fraction: Math.min(1, (top + LATTICE_CELLS) / rows) };
  }
  return heights;
}

/**
 * The frame in a working system that a raster fills, its cells as wide as the raster's shorter side at its middle. Throws
 * HeightsRefused for a raster that has no place in the system, and above MAX_CELLS.
 */
export function frameAbout(raster: HeightRaster, system: CoordinateSystem): GridFrame {
  const convert = converterBetween(raster.system, system);
  const { west, north, cellWidth, cellHeight, columns, rows } = raster;
  let [left, right, bottom, top] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let step = 0; step <= EDGE_PIECES; step++) {
    const share = step / EDGE_PIECES;
    for (const [column, row] of [
      [share * columns, 0],
      [share * columns, rows],
      [0, share * rows],
      [columns, share * rows],
    ]) {
      const [x, y] = convert(west + column * cellWidth, north - row * cellHeight);
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }
  }
  const [midX, midY] = [west + (columns * cellWidth) / 2, north - (rows * cellHeight) / 2];
  const [x, y] = convert(midX, midY);
  const [eastX, eastY] = convert(midX + cellWidth, midY);
  const [northX, northY] = convert(midX, midY + cellHeight);
  const cell = Math.min(Math.hypot(eastX - x, eastY - y), Math.hypot(northX - x, northY - y));
  const [wide, high] = [(right - left) / cell, (top - bottom) / cell];
  if (!(wide > 0 && high > 0 && Number.isFinite(wide * high)))
    throw new HeightsRefused(
      'ELSEWHERE',
      `A grid in ${raster.system.name} has no place in ${system.name}. Check its coordinate system.`,
    );
  const frame = {
    system,
    west: left,
    north: top,
    cellWidthMetres: cell,
    cellHeightMetres: cell,
    columns: Math.ceil(wide),
    rows: Math.ceil(high),
  };
  checkFrame(frame);
  return frame;
}

const EDGE_PIECES = 16;

/** From one system to another; the same numbers where they are one. */
export function converterBetween(from: CoordinateSystem, to: CoordinateSystem): CoordinateConverter {
  if (from === to || (from.epsg !== null && from.epsg === to.epsg)) return (x, y) => [x, y];
  const toDegrees = converterToDegrees(from);
  const fromDegrees = converterFromDegrees(to);
  return (x, y) => fromDegrees(...toDegrees(x, y));
}

interface Lattice {
  readonly across: Float64Array;
  readonly down: Float64Array;
}

function latticeRow(columns: number): Lattice {
  const places = Math.ceil(columns / LATTICE_CELLS) + 1;
  return { across: new Float64Array(places), down: new Float64Array(places) };
}

function spread(above: Float64Array, below: Float64Array, part: number, into: Float64Array): void {
  for (let column = 0; column < into.length; column++) {
    const place = column / LATTICE_CELLS;
    const left = Math.floor(place);
    const share = place - left;
    const [west, east] = [
      above[left] + (below[left] - above[left]) * part,
      above[left + 1] + (below[left + 1] - above[left + 1]) * part,
    ];
    into[column] = west + (east - west) * share;
  }
}

/** Parts of a cell within which a place is a cell's own centre: no height changes so fast that it mattered. */
const AT_CENTRE = 1e-4;

function heightBetween({ heights, columns, rows }: HeightRaster, across: number, down: number): number {
  if (!(across >= -0.5 && across <= columns - 0.5 && down >= -0.5 && down <= rows - 0.5)) return Number.NaN;
  const column = Math.min(columns - 1, Math.max(0, across));
  const row = Math.min(rows - 1, Math.max(0, down));
  let left = Math.floor(column);
  let top = Math.floor(row);
  let right = column - left;
  let low = row - top;
  if (right > 1 - AT_CENTRE) [left, right] = [left + 1, 0];
  if (low > 1 - AT_CENTRE) [top, low] = [top + 1, 0];
  if (right < AT_CENTRE) right = 0;
  if (low < AT_CENTRE) low = 0;
  const at = top * columns + left;
  const upper = right === 0 ? heights[at] : heights[at] * (1 - right) + heights[at + 1] * right;
  if (low === 0) return upper;
  const under = at + columns;
  const lower = right === 0 ? heights[under] : heights[under] * (1 - right) + heights[under + 1] * right;
  return upper * (1 - low) + lower * low;
}
