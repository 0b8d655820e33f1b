import { addDecoder, BaseDecoder, GeoTIFF } from 'geotiff';
import { converterFromDegrees } from '../domain/geo/convert-coordinates.ts';
import { type CoordinateSystem, WGS84 } from '../domain/geo/coordinate-system.ts';
import type { FileIssue } from '../domain/tables/file-report.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import { MAX_CELLS } from '../domain/terrain/height-grid.ts';
import type { InputFile } from './byte-source.ts';
import type { FoundHeights } from './found-heights.ts';
import { geoKeys, geoTiffGrid } from './geotiff.ts';
import { BadTiff, readTiffTags, type TiffTags } from './geotiff-tags.ts';
import type { HeightGrid } from './height-grid.ts';
import type { HeightsInput } from './heights-input.ts';
import { heightsSystem } from './heights-system.ts';
import { inflate } from './inflate.ts';

/**
 * The heights of a GeoTIFF's first band, in metres: whole or floating numbers, in strips or tiles, plain or packed by
 * Deflate, LZW or PackBits. Only the tiles of the box that is asked are read. What the file calls nodata, and what is no
 * finite number, is not known. The library decodes tiles; tags and limits are ours, and packings that would need
 * WebAssembly or lose heights (Zstandard, LERC, JPEG) are refused. Throws FileRefused.
 */
export async function readGeoTiffHeights(input: HeightsInput): Promise<FoundHeights> {
  const { source, file, asked } = input;
  await source.close();
  try {
    const tags = await readTiffTags(file);
    const grid = geoTiffGrid(tags, file);
    checkDecodable(tags, grid, file);
    checkMetres(tags, file);
    const place = placeOf(grid, file);
    const system = heightsSystem(grid.crs, asked, file);
    const window = windowOf(asked.box, { ...place, ...grid, system: system ?? WGS84 }, file);
    const cells = await decoded(input, tags, { window, grid });
    const verticalDatum = DATUMS.get(geoKeys(tags).get(VERTICAL_CODE) ?? 0) ?? null;
    const heights = {
      system,
      west: place.west + window.left * place.cellWidth,
      north: place.north - window.top * place.cellHeight,
      cellWidth: place.cellWidth,
      cellHeight: place.cellHeight,
      columns: window.right - window.left,
      rows: window.bottom - window.top,
      heights: cells,
      verticalDatum,
    };
    const words = [DOCUMENT_NAME, IMAGE_DESCRIPTION].flatMap((tag) => tags.text(tag)?.trim() || []);
    return { heights, issues: cutIssue(grid, heights, file), words: words.join('; ') };
  } catch (error) {
    if (!(error instanceof BadTiff)) throw error;
    throw damaged(file, error.message);
  }
}

const BITS_PER_SAMPLE = 258;
const COMPRESSION = 259;
const ROWS_PER_STRIP = 278;
const TILE_WIDTH = 322;
const TILE_LENGTH = 323;
const DOCUMENT_NAME = 269;
const IMAGE_DESCRIPTION = 270;
const GDAL_METADATA = 42_112;
const VERTICAL_CODE = 4096;
const VERTICAL_UNITS = 4099;
const METRE = 9001;

/** Vertical systems by their EPSG code. */
const DATUMS: ReadonlyMap<number, string> = new Map([
  [5701, 'Ordnance Datum Newlyn'],
  [5731, 'Malin Head'],
  [5732, 'Belfast Lough'],
  [5703, 'NAVD88'],
  [5773, 'EGM96 geoid'],
  [3855, 'EGM2008 geoid'],
  [4979, 'WGS84 ellipsoid'],
  [5030, 'WGS84 ellipsoid'],
]);

const PACKINGS: ReadonlyMap<number, string> = new Map([
  [7, 'JPEG, which loses heights'],
  [34_887, 'LERC'],
  [50_000, 'Zstandard'],
  [50_001, 'WebP'],
]);
const READ_PACKINGS: ReadonlySet<number> = new Set([1, 5, 8, 32_773, 32_946]);
const DEFLATE = [8, 32_946];

/** Most bytes of one tile or strip when unpacked. */
const MAX_TILE_BYTES = 256_000_000;
/** Times that Deflate, the densest of the packings, can pack anything; small files are not held to it. */
const MOST_PACKED = 1032;
const LEAST_LIMIT_BYTES = 4_000_000;
/** Cells decoded between two rests. */
const CELLS_A_STEP = 2_000_000;

function checkDecodable(tags: TiffTags, grid: HeightGrid, file: InputFile): void {
  if (grid.isImage)
    throw refuseFile(file, [
      {
        code: 'UNKNOWN_FORMAT',
        message: `${file.name} is an image: several colours a cell, no heights. Ask its publisher for the heights.`,
      },
    ]);
  const packing = tags.numbers(COMPRESSION)?.[0] ?? 1;
  if (!READ_PACKINGS.has(packing))
    throw refuseFile(file, [
      {
        code: 'UNKNOWN_FORMAT',
        message: `${file.name} is packed by ${PACKINGS.get(packing) ?? `method ${packing}`}, which is not read. Save it with Deflate.`,
      },
    ]);
  const bytes = (grid.columns * grid.rows * bitsOf(tags)) / 8;
  if (bytes > Math.max(LEAST_LIMIT_BYTES, (packing === 1 ? 1 : MOST_PACKED) * file.size))
    throw damaged(file, `it states ${bytes.toLocaleString('en-GB')} bytes of heights and holds fewer`);
  if (tileBytes(tags, grid) > MAX_TILE_BYTES)
    throw refuseFile(file, [
      {
        code: 'TOO_LARGE',
        message: `${file.name} holds its heights in pieces above ${MAX_TILE_BYTES / 1_000_000} MB. Save it in tiles, or cut it to your area.`,
      },
    ]);
}

function tileBytes(tags: TiffTags, grid: HeightGrid): number {
  const width = tags.numbers(TILE_WIDTH)?.[0] ?? grid.columns;
  return Math.ceil((width * bitsOf(tags)) / 8) * tileRows(tags, grid);
}

/** Rows of a tile or strip. */
function tileRows(tags: TiffTags, { rows }: HeightGrid): number {
  const strip = Math.min(rows, tags.numbers(ROWS_PER_STRIP)?.[0] ?? rows);
  return Math.max(1, tags.numbers(TILE_LENGTH)?.[0] ?? strip);
}

function bitsOf(tags: TiffTags): number {
  return tags.numbers(BITS_PER_SAMPLE)?.[0] ?? 1;
}

/** Heights in feet are refused, not converted: the same file's band may be said to be in both. */
function checkMetres(tags: TiffTags, file: InputFile): void {
  const key = geoKeys(tags).get(VERTICAL_UNITS);
  const word = itemOf(tags, 'unittype')?.toLowerCase() ?? '';
  const isMetres =
    (key === undefined || key === METRE) && (word === '' || /^(?:m|met(?:re|er)s?)$/.test(word));
  if (isMetres) return;
  const unit = word === '' ? (FEET.has(key ?? 0) ? 'feet' : `the unit EPSG:${key}`) : word;
  throw refuseFile(file, [
    {
      code: 'HEIGHT_UNIT',
      message: `${file.name} states its heights in ${unit}. Save it with heights in metres.`,
      examples: [unit],
    },
  ]);
}

const FEET: ReadonlySet<number> = new Set([9002, 9003]);

/** What GDAL writes beside a band: its unit, scale or offset. */
function itemOf(tags: TiffTags, role: string): string | null {
  const text = tags.text(GDAL_METADATA) ?? '';
  return new RegExp(`<Item[^>]*\\brole="${role}"[^>]*>([^<]*)<`, 'i').exec(text)?.[1].trim() ?? null;
}

function placeOf({ corners, cell }: HeightGrid, file: InputFile) {
  if (!corners || !cell)
    throw refuseFile(file, [
      {
        code: 'NO_LOCATION',
        message: `${file.name} does not say where it lies. Save it as a GeoTIFF with its place, from your GIS.`,
      },
    ]);
  const [southWest, southEast, , northWest] = corners;
  const isUpright =
    southWest[0] === northWest[0] &&
    southWest[1] === southEast[1] &&
    southEast[0] > southWest[0] &&
    northWest[1] > southWest[1];
  if (!isUpright)
    throw refuseFile(file, [
      {
        code: 'UNKNOWN_FORMAT',
        message: `${file.name} lies turned or mirrored. Save it with north up, from your GIS.`,
      },
    ]);
  return { west: northWest[0], north: northWest[1], cellWidth: cell[0], cellHeight: cell[1] };
}

interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Cells that the box touches, with one more around for what is between centres. */
function windowOf(
  box: HeightsInput['asked']['box'],
  grid: HeightGrid & ReturnType<typeof placeOf> & { readonly system: CoordinateSystem },
  file: InputFile,
): Window {
  let window = { left: 0, top: 0, right: grid.columns, bottom: grid.rows };
  if (box) {
    const convert = converterFromDegrees(grid.system);
    const [west, south, east, north] = box;
    const places = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => {
      const [lon, lat] = [west + (east - west) * share, south + (north - south) * share];
      return [convert(lon, south), convert(lon, north), convert(west, lat), convert(east, lat)];
    });
    const columns = places.map(([x]) => (x - grid.west) / grid.cellWidth);
    const rows = places.map(([, y]) => (grid.north - y) / grid.cellHeight);
    window = {
      left: Math.max(0, Math.floor(Math.min(...columns)) - 1),
      top: Math.max(0, Math.floor(Math.min(...rows)) - 1),
      right: Math.min(grid.columns, Math.ceil(Math.max(...columns)) + 1),
      bottom: Math.min(grid.rows, Math.ceil(Math.max(...rows)) + 1),
    };
  }
  const [wide, high] = [window.right - window.left, window.bottom - window.top];
  if (!(wide > 0 && high > 0))
    throw refuseFile(file, [
      {
        code: 'OUT_OF_RANGE',
        message: `${file.name} holds no heights of the area asked. Load those that cover it.`,
      },
    ]);
  if (wide * high > MAX_CELLS)
    throw refuseFile(file, [
      {
        code: 'TOO_LARGE',
        message: `${file.name} has ${(wide * high).toLocaleString('en-GB')} cells, above the limit of 100 million. Cut it to your area.`,
      },
    ]);
  return window;
}

async function decoded(
  { file, options }: HeightsInput,
  tags: TiffTags,
  { window, grid }: { readonly window: Window; readonly grid: HeightGrid },
): Promise<Float32Array> {
  addDecoder(DEFLATE, async () => CappedInflate);
  const scale = Number(itemOf(tags, 'scale') ?? 1);
  const offset = Number(itemOf(tags, 'offset') ?? 0);
  const absent = grid.nodata === null ? null : Number(grid.nodata);
  const wide = window.right - window.left;
  const heights = new Float32Array(wide * (window.bottom - window.top));
  // Whole tiles, so that none is unpacked twice.
  const tile = tileRows(tags, grid);
  const rowsAStep = tile * Math.max(1, Math.floor(CELLS_A_STEP / wide / tile));
  try {
    const image = await (await GeoTIFF.fromSource(slicesOf(file), { cache: false })).getImage(0);
    let bottom = window.top;
    for (let top = window.top; top < window.bottom; top = bottom) {
      options.signal.throwIfAborted();
      bottom = Math.min(window.bottom, (Math.floor(top / rowsAStep) + 1) * rowsAStep);
      const part = {
        window: [window.left, top, window.right, bottom],
        samples: [0],
        interleave: true as const,
      };
      const values = (await image.readRasters(part)) as unknown as ArrayLike<number>;
      const from = (top - window.top) * wide;
      for (let i = 0; i < values.length; i++) {
        const value = values[i];
        const isKnown =
          value !== absent &&
          Math.fround(value) !== Math.fround(absent ?? Number.NaN) &&
          Number.isFinite(value);
        heights[from + i] = isKnown ? value * scale + offset : Number.NaN;
      }
      options.onProgress((bottom - window.top) / (window.bottom - window.top), `Reading ${file.name}`);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  } catch {
    if (options.signal.aborted) throw options.signal.reason;
    throw damaged(file, 'its heights cannot be decoded');
  }
  return heights;
}

/** The file as the library asks for it; it never sees an address. */
function slicesOf(file: InputFile): Parameters<typeof GeoTIFF.fromSource>[0] {
  const fetchSlice = async ({ offset, length }: { offset: number; length: number }) => {
    const data = await file.slice(offset, Math.min(file.size, offset + length)).arrayBuffer();
    return { offset, length: data.byteLength, data };
  };
  return {
    fetchSlice,
    fetch: async (slices: { offset: number; length: number }[]) =>
      Promise.all(slices.map(async (slice) => (await fetchSlice(slice)).data)),
    fileSize: file.size,
    close: async () => {},
  };
}

/** Heights may have one band beside them, as an image has three. */
const MOST_BANDS = 2;

/** Deflate by the platform, never beyond what a tile holds: a small file must not unpack to gigabytes. */
class CappedInflate extends BaseDecoder {
  override decodeBlock(packed: ArrayBuffer): Promise<ArrayBuffer> {
    const { tileWidth, tileHeight, bitsPerSample } = this.parameters;
    const bits = typeof bitsPerSample === 'number' ? bitsPerSample : bitsPerSample[0];
    return inflate(packed, MOST_BANDS * Math.ceil((tileWidth * bits) / 8) * tileHeight, 'deflate');
  }
}

function cutIssue(grid: HeightGrid, raster: FoundHeights['heights'], file: InputFile): FileIssue[] {
  const left = grid.columns * grid.rows - raster.columns * raster.rows;
  if (left === 0) return [];
  const message = `${file.name}: ${left.toLocaleString('en-GB')} cells outside the area asked were not read.`;
  return [{ code: 'OUT_OF_RANGE', outcome: 'note', message, count: left, examples: [] }];
}

function damaged(file: InputFile, reason: string) {
  return refuseFile(file, [
    {
      code: 'FILE_CORRUPT',
      message: `${file.name} is a damaged raster (TIFF): ${reason}. Download or export it again.`,
    },
  ]);
}
