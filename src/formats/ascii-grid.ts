import { refuseFile } from '../domain/tables/refuse-file.ts';

/** What the header of an ASCII grid states, lengths in the unit of its system. */
export interface AsciiGridHeader {
  readonly columns: number;
  readonly rows: number;
  readonly cell: readonly [width: number, height: number];
  /** Outer corner of the north-western cell. */
  readonly west: number;
  readonly north: number;
  readonly nodata: string | null;
  /** Lines of it. */
  readonly lines: number;
}

/** The header at the beginning of a file. Throws FileRefused where it lacks its size, corner or cell size. */
export function asciiGridHeader(head: Uint8Array, file: { name: string; size: number }): AsciiGridHeader {
  const header = headerOf(new TextDecoder().decode(head.subarray(0, 4096)));
  const number = (name: string) => Number(header.get(name) ?? Number.NaN);
  const columns = number('ncols');
  const rows = number('nrows');
  const cell = number('cellsize');
  const width = Number.isNaN(cell) ? number('dx') : cell;
  const height = Number.isNaN(cell) ? number('dy') : cell;
  const west = header.has('xllcenter') ? number('xllcenter') - width / 2 : number('xllcorner');
  const south = header.has('yllcenter') ? number('yllcenter') - height / 2 : number('yllcorner');
  const isSound =
    [columns, rows].every((count) => Number.isInteger(count) && count > 0) &&
    [width, height].every((length) => length > 0) &&
    [west, south, west + columns * width, south + rows * height].every(Number.isFinite);
  if (!isSound)
    throw refuseFile(file, [
      {
        code: 'FILE_CORRUPT',
        message: `${file.name} is an ASCII grid whose header lacks its size, corner or cell size. Download or export it again.`,
      },
    ]);
  const nodata = header.get('nodata_value') ?? null;
  return {
    columns,
    rows,
    cell: [width, height],
    west,
    north: south + rows * height,
    nodata,
    lines: header.size,
  };
}

/** The lines "name value" that begin a grid. */
function headerOf(text: string): ReadonlyMap<string, string> {
  const header = new Map<string, string>();
  for (const line of text.split(/\r\n|\r|\n/).slice(0, 12)) {
    const found = /^\s*([a-z_]+)\s+(\S+)\s*$/i.exec(line);
    if (!found) break;
    header.set(found[1].toLowerCase(), found[2]);
  }
  return header;
}
