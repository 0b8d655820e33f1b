import { WGS84 } from '../domain/geo/coordinate-system.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import { heightGridTable, uprightCorners } from './height-grid.ts';
import { heightTileCorner } from './height-grid-names.ts';
import type { ReaderInput, ReadTable } from './read-file.ts';

/**
 * Recognises a tile of one degree of raw 16-bit heights, as the Shuttle Radar Topography Mission's are: the name states
 * its corner, the size its 1201 or 3601 samples a side; samples lie on the edges. Throws FileRefused for any other size.
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
  return [
    await heightGridTable(
      {
        columns: side,
        rows: side,
        corners: uprightCorners(corner.west, corner.south, corner.west + 1, corner.south + 1),
        cell: [step, step],
        nodata: '-32768',
        crs: WGS84,
      },
      'height-tile',
      input,
    ),
  ];
}

const SIDES = [1201, 3601];
