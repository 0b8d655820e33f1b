import { type CoordinateSystem, systemFromEpsg } from '../domain/geo/coordinate-system.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import { BadTiff, type TiffTags } from './geotiff-tags.ts';
import type { HeightGrid } from './height-grid.ts';

/** What the tags of a GeoTIFF say of its grid. Throws BadTiff without a size, FileRefused for a system that is not read. */
export function geoTiffGrid(tags: TiffTags, file: { name: string; size: number }): HeightGrid {
  const columns = tags.numbers(IMAGE_WIDTH)?.[0] ?? 0;
  const rows = tags.numbers(IMAGE_LENGTH)?.[0] ?? 0;
  if (!(columns > 0 && rows > 0)) throw new BadTiff('it states no size');
  const keys = geoKeys(tags);
  const place = placeOf(tags, keys.get(RASTER_TYPE) === POINT_RASTER ? 0.5 : 0);
  const nodata = tags.text(GDAL_NODATA)?.trim() || null;
  return {
    columns,
    rows,
    corners: place && [place.at(0, rows), place.at(columns, rows), place.at(columns, 0), place.at(0, 0)],
    cell: place?.cell ?? null,
    nodata,
    crs: place ? systemOf(keys, file) : null,
    isImage: (tags.numbers(SAMPLES_PER_PIXEL)?.[0] ?? 1) >= 3 || tags.numbers(PHOTOMETRIC)?.[0] === PALETTE,
  };
}

const IMAGE_WIDTH = 256;
const IMAGE_LENGTH = 257;
const PHOTOMETRIC = 262;
const PALETTE = 3;
const SAMPLES_PER_PIXEL = 277;
const PIXEL_SCALE = 33_550;
const TIE_POINT = 33_922;
const TRANSFORMATION = 34_264;
const GEO_KEYS = 34_735;
const GDAL_NODATA = 42_113;
const RASTER_TYPE = 1025;
const POINT_RASTER = 2;
const GEOGRAPHIC_CODE = 2048;
const PROJECTED_CODE = 3072;
const USER_DEFINED = 32_767;

/** Where cell corners lie; `shift`: part of a cell by which tie points lie off its corner. */
function placeOf(tags: TiffTags, shift: number) {
  const matrix = tags.numbers(TRANSFORMATION);
  if (matrix && matrix.length >= 8) {
    const at = (column: number, row: number): [number, number] => [
      matrix[3] + matrix[0] * (column - shift) + matrix[1] * (row - shift),
      matrix[7] + matrix[4] * (column - shift) + matrix[5] * (row - shift),
    ];
    const cell = [Math.hypot(matrix[0], matrix[4]), Math.hypot(matrix[1], matrix[5])] as const;
    return { at, cell };
  }
  const scale = tags.numbers(PIXEL_SCALE);
  const tie = tags.numbers(TIE_POINT);
  if (!scale || !tie || scale.length < 2 || tie.length < 6) return null;
  const at = (column: number, row: number): [number, number] => [
    tie[3] + scale[0] * (column - shift - tie[0]),
    tie[4] - scale[1] * (row - shift - tie[1]),
  ];
  return { at, cell: [scale[0], scale[1]] as const };
}

/** Keys whose value is a short number, by number. */
export function geoKeys(tags: TiffTags): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const directory = tags.numbers(GEO_KEYS) ?? [];
  for (let at = 4; at + 3 < directory.length; at += 4)
    if (directory[at + 1] === 0) found.set(directory[at], directory[at + 3]);
  return found;
}

function systemOf(
  keys: ReadonlyMap<number, number>,
  file: { name: string; size: number },
): CoordinateSystem | null {
  const code = keys.get(PROJECTED_CODE) ?? keys.get(GEOGRAPHIC_CODE);
  if (code === undefined || code === 0) return null;
  const system = code === USER_DEFINED ? null : systemFromEpsg(code);
  if (system) return system;
  const named = code === USER_DEFINED ? 'of its own making' : `EPSG:${code}`;
  throw refuseFile(file, [
    {
      code: 'CRS_UNKNOWN',
      message: `${file.name} is in a coordinate system ${named}, which is not read. Save it in British National Grid.`,
      examples: [named],
    },
  ]);
}
