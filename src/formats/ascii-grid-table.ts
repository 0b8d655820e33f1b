import { asciiGridHeader } from './ascii-grid.ts';
import { readAsciiGridHeights } from './ascii-grid-heights.ts';
import { HEIGHTS_OF_A_TABLE, heightGridTable, uprightCorners } from './height-grid.ts';
import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';

/** Reads an ASCII grid (ESRI), whose header names no coordinate system. Throws FileRefused as its readers do. */
export async function readAsciiGrid(input: ReaderInput): Promise<readonly ReadTable[]> {
  const { columns, rows, cell, west, north, nodata } = asciiGridHeader(input.source.head, input.file);
  const found = await readAsciiGridHeights({ ...input, asked: HEIGHTS_OF_A_TABLE });
  const corners = uprightCorners(west, north - rows * cell[1], west + columns * cell[0], north);
  const grid = { columns, rows, corners, cell, nodata, crs: null };
  return [await heightGridTable(grid, found, { ...input, format: 'ascii-grid' })];
}
