import { bytesToHeader, findTile, type Header, readVarint, zxyToTileId } from 'pmtiles';
import type { Basemap } from '../domain/project/basemap.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import { inflate } from './inflate.ts';
import { plainText } from './plain-text.ts';

/** What is read of a file: its name and size, and any range. */
export interface SlicedFile {
  readonly name: string;
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** Whether a file's first bytes are those of PMTiles, of whatever version. */
export async function isPmtiles(file: SlicedFile): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  const text = String.fromCharCode(...head.subarray(0, 7));
  return text === 'PMTiles' || (text.startsWith('PM') && (head[2] === 1 || head[2] === 2) && head[3] === 0);
}

/**
 * Opens a PMTiles archive, version 3 (github.com/protomaps/PMTiles, spec/v3). Throws FileRefused where it is of another
 * version, cut off or broken, or holds tiles or packing that are not read.
 */
export async function openPmtiles(file: SlicedFile): Promise<Basemap> {
  const broken = (what: string) =>
    refuseFile(file, [
      { code: 'FILE_CORRUPT', message: `${file.name} is broken: ${what}. Download it again.` },
    ]);
  const foreign = (what: string) => refuseFile(file, [{ code: 'BASEMAP', message: `${file.name} ${what}` }]);
  const head = await file.slice(0, HEADER_BYTES).arrayBuffer();
  if (!(await isPmtiles(file))) throw foreign('is no PMTiles file. Choose another one.');
  const version =
    String.fromCharCode(...new Uint8Array(head, 0, 7)) === 'PMTiles'
      ? new Uint8Array(head)[7]
      : new Uint8Array(head)[2];
  if (version !== 3)
    throw foreign(`is of PMTiles version ${version}; version 3 is read. Convert it with "pmtiles convert".`);
  if (head.byteLength < HEADER_BYTES) throw broken('its header is cut off');
  const header = bytesToHeader(head);
  const mime = TILE_KINDS.get(header.tileType);
  if (!mime)
    throw foreign('holds tiles of a kind that is not read: vector (MVT), PNG, JPEG, WebP and AVIF are.');
  if (!(isReadPacking(header.internalCompression) && isReadPacking(header.tileCompression)))
    throw foreign('is packed in a way that is not read. Pack its tiles with gzip, or not at all.');
  if (!isWhole(header, file.size)) throw broken('its parts lie beyond its end');
  if (!(header.minZoom <= header.maxZoom && header.maxZoom <= 26)) throw broken('its zooms make no sense');
  const reader = new TileReader(file, header);
  let about: unknown;
  try {
    await reader.root();
    about = await reader.description();
  } catch {
    throw broken('its list of tiles or its description cannot be read');
  }
  const metadata = (typeof about === 'object' && about !== null ? about : {}) as Record<string, unknown>;
  return {
    fileName: file.name,
    bytes: file.size,
    kind: mime,
    bounds: boundsOf(header),
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
    attribution: plainText(
      typeof metadata.attribution === 'string' ? metadata.attribution : '',
      MOST_CHARACTERS,
    ),
    layerNames: layerNamesOf(metadata.vector_layers),
    tile: (z, x, y, signal) => reader.tile(z, x, y, signal),
  };
}

const HEADER_BYTES = 127;
const MOST_CHARACTERS = 200;

/** By the number of the tile type in the header. */
const TILE_KINDS: ReadonlyMap<number, Basemap['kind']> = new Map([
  [1, 'vector'],
  [2, 'raster'],
  [3, 'raster'],
  [4, 'raster'],
  [5, 'raster'],
]);

/** Unknown (taken for none), none, gzip. */
function isReadPacking(compression: number): boolean {
  return compression >= 0 && compression <= 2;
}

function isWhole(header: Header, size: number): boolean {
  const parts = [
    [header.rootDirectoryOffset, header.rootDirectoryLength],
    [header.jsonMetadataOffset, header.jsonMetadataLength],
    [header.leafDirectoryOffset, header.leafDirectoryLength ?? 0],
    [header.tileDataOffset, header.tileDataLength ?? 0],
  ];
  return parts.every(([offset, length]) => offset >= 0 && length >= 0 && offset + length <= size);
}

function boundsOf({ minLon, minLat, maxLon, maxLat }: Header): Basemap['bounds'] {
  const fits =
    minLon < maxLon && minLat < maxLat && minLon >= -180 && maxLon <= 180 && minLat >= -90 && maxLat <= 90;
  return fits
    ? [minLon, Math.max(minLat, -85.0511), maxLon, Math.min(maxLat, 85.0511)]
    : [-180, -85.0511, 180, 85.0511];
}

function layerNamesOf(layers: unknown): string[] {
  if (!Array.isArray(layers)) return [];
  return layers
    .flatMap((layer: unknown) => {
      const id = typeof layer === 'object' && layer !== null && 'id' in layer ? layer.id : null;
      return typeof id === 'string' && id !== '' ? [id] : [];
    })
    .slice(0, 200);
}

type Entry = Parameters<typeof findTile>[0][number];

/** Finds tiles by way of the directories; the last few directories are kept. */
class TileReader {
  private readonly directories = new Map<number, Promise<Entry[]>>();

  constructor(
    private readonly file: SlicedFile,
    private readonly header: Header,
  ) {}

  root(): Promise<Entry[]> {
    return this.directory(this.header.rootDirectoryOffset, this.header.rootDirectoryLength);
  }

  async description(): Promise<unknown> {
    const { jsonMetadataOffset: offset, jsonMetadataLength: length, internalCompression } = this.header;
    if (length === 0) return {};
    return JSON.parse(new TextDecoder().decode(await this.bytes(offset, length, internalCompression)));
  }

  async tile(z: number, x: number, y: number, signal: AbortSignal): Promise<ArrayBuffer | null> {
    const { header } = this;
    if (z < header.minZoom || z > header.maxZoom || x < 0 || y < 0 || x >= 2 ** z || y >= 2 ** z) return null;
    const id = zxyToTileId(z, x, y);
    try {
      let entries = await this.root();
      // The specification allows a root and up to three levels below it.
      for (let depth = 0; depth < 4; depth++) {
        signal.throwIfAborted();
        const entry = findTile(entries, id);
        if (!entry) return null;
        if (entry.runLength > 0)
          return await this.bytes(header.tileDataOffset + entry.offset, entry.length, header.tileCompression);
        entries = await this.directory(header.leafDirectoryOffset + entry.offset, entry.length);
      }
      return null;
    } catch (error) {
      if (signal.aborted) throw error;
      // A broken tile leaves a blank; the map around it stays.
      return null;
    }
  }

  private directory(offset: number, length: number): Promise<Entry[]> {
    let known = this.directories.get(offset);
    if (!known) {
      known = this.bytes(offset, length, this.header.internalCompression).then(entriesOf);
      this.directories.set(offset, known);
      const [oldest, next] = this.directories.keys();
      // The root was asked for first, and is asked for always.
      if (this.directories.size > MOST_DIRECTORIES) this.directories.delete(next ?? oldest);
    }
    return known;
  }

  private async bytes(offset: number, length: number, compression: number): Promise<ArrayBuffer> {
    if (offset + length > this.file.size || length > MOST_BYTES)
      throw new RangeError('The range is not in the file.');
    const packed = await this.file.slice(offset, offset + length).arrayBuffer();
    return compression === 2 ? inflate(packed, MOST_BYTES) : packed;
  }
}

const MOST_DIRECTORIES = 64;

/** A directory or a tile larger than this, packed or unpacked, is none. */
const MOST_BYTES = 2 ** 25;

/** A directory's entries: the columns tile id, run length, length and offset, one after the other. */
function entriesOf(bytes: ArrayBuffer): Entry[] {
  const at = { buf: new Uint8Array(bytes), pos: 0 };
  const count = readVarint(at);
  // Each entry has four numbers of a byte or more.
  if (count === 0 || count * 4 > bytes.byteLength) throw new RangeError('The directory is broken.');
  const entries: Entry[] = [];
  let tileId = 0;
  for (let i = 0; i < count; i++) {
    tileId += readVarint(at);
    entries.push({ tileId, offset: 0, length: 0, runLength: 1 });
  }
  for (const entry of entries) entry.runLength = readVarint(at);
  for (const entry of entries) entry.length = readVarint(at);
  for (const [i, entry] of entries.entries()) {
    const value = readVarint(at);
    if (value === 0 && i === 0) throw new RangeError('The directory is broken.');
    entry.offset = value === 0 ? entries[i - 1].offset + entries[i - 1].length : value - 1;
  }
  if (at.pos > bytes.byteLength) throw new RangeError('The directory is cut off.');
  return entries;
}
