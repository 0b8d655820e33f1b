import { refuseFile } from '../domain/tables/refuse-file.ts';
import { geoTiffGrid } from './geotiff.ts';
import { readGeoTiffHeights } from './geotiff-heights.ts';
import { BadTiff, readTiffTags } from './geotiff-tags.ts';
import { HEIGHTS_OF_A_TABLE, heightGridTable } from './height-grid.ts';
import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';

/**
 * Reads a GeoTIFF (OGC 19-008r4): its heights, or of a picture the outline alone. Throws FileRefused where it is damaged,
 * lies turned or nowhere, is too large, or in a coordinate system that is not read.
 */
export async function readGeoTiff(input: ReaderInput): Promise<readonly ReadTable[]> {
  const { source, file } = input;
  await source.close();
  try {
    const grid = geoTiffGrid(await readTiffTags(file), file);
    const found = grid.isImage ? null : await readGeoTiffHeights({ ...input, asked: HEIGHTS_OF_A_TABLE });
    return [await heightGridTable(grid, found, { ...input, format: 'geotiff' })];
  } catch (error) {
    if (!(error instanceof BadTiff)) throw error;
    throw refuseFile(file, [
      {
        code: 'FILE_CORRUPT',
        message: `${file.name} is a damaged raster (TIFF): ${error.message}. Download or export it again.`,
      },
    ]);
  }
}
