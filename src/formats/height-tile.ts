import { WGS84 } from '../domain/geo/coordinate-system.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import { heightGridTable, uprightCorners } from './height-grid.ts';
import { heightTileCorner } from './height-grid-names.ts';
import { LEAST_METRES, MOST_METRES } from './heights-in-words.ts';
import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';

/**
 * Reads a tile of one degree of raw 16-bit heights, as the Shuttle Radar Topography Mission's are: the name states its
 * corner, the size its 1201 or 3601 samples a side; samples lie on the edges, above the EGM96 geoid. Their bytes are
 * big-endian, unless that gives more heights that are none than the other order. Throws FileRefused for any other size.
 */
export async function readHeightTile(input: ReaderInput): Promise<readonly ReadTable[]> {
  const { source, file } = input;
  await source.close();
  const side = SIDES.find((samples) => samples * samples * 2 === file.size);
  const corner = heightTileCorner(file.name);
  if (!side || !corner)
    throw refuseFile(file, [
      {
        code: 'UNKNOWN_FORMAT',
        message: `${file.name} is named as a height tile, but is no square of 1,201 or 3,601 samples. Download it again.`,
      },
    ]);
  const step = 1 / (side - 1);
  const view = new DataView(await file.slice(0, file.size).arrayBuffer());
  const isLittle = beyondIn(view, true) < beyondIn(view, false);
  const heights = new Float32Array(side * side);
  for (let cell = 0; cell < heights.length; cell++) {
    const height = view.getInt16(2 * cell, isLittle);
    heights[cell] = height === ABSENT ? Number.NaN : height;
  }
  const found = {
    system: WGS84,
    west: corner.west - step / 2,
    north: corner.south + 1 + step / 2,
    cellWidth: step,
    cellHeight: step,
    columns: side,
    rows: side,
    heights,
    verticalDatum: 'EGM96 geoid',
  };
  const grid = {
    columns: side,
    rows: side,
    corners: uprightCorners(corner.west, corner.south, corner.west + 1, corner.south + 1),
    cell: [step, step] as const,
    nodata: String(ABSENT),
    crs: WGS84,
  };
  const told = { heights: found, issues: [], words: '' };
  return [await heightGridTable(grid, told, { ...input, format: 'height-tile' })];
}

const SIDES = [1201, 3601];
const ABSENT = -32_768;

/** Samples that are no height on Earth in an order of bytes. */
function beyondIn(view: DataView, isLittle: boolean): number {
  let beyond = 0;
  for (let at = 0; at < view.byteLength; at += 2) {
    const height = view.getInt16(at, isLittle);
    if (height !== ABSENT && (height < LEAST_METRES || height > MOST_METRES)) beyond++;
  }
  return beyond;
}
