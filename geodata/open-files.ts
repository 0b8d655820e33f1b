import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { type BoroughFile, type BoroughRow, degreesOf } from './borough-file.ts';

/** What was written: name, size and digest, as a data package states them. */
export interface WrittenFile {
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes a borough's file as GeoJSON or CSV (by its name's ending), row by row, one feature a line. */
export async function writeOpenFile(folder: string, file: BoroughFile): Promise<WrittenFile> {
  return writeLines(
    folder,
    file.fileName,
    file.fileName.endsWith('.csv') ? csvLines(file) : geojsonLines(file),
  );
}

/** Writes ready bytes. */
export async function writeBytes(folder: string, fileName: string, bytes: Uint8Array): Promise<WrittenFile> {
  return writeLines(folder, fileName, [bytes]);
}

/** Writes text as it is made. */
export async function writeText(
  folder: string,
  fileName: string,
  lines: Iterable<string>,
): Promise<WrittenFile> {
  return writeLines(folder, fileName, lines);
}

async function writeLines(
  folder: string,
  fileName: string,
  parts: Iterable<string | Uint8Array>,
): Promise<WrittenFile> {
  const stream = createWriteStream(join(folder, fileName));
  const failed = new Promise<never>((_, reject) => {
    stream.once('error', reject);
  });
  const hash = createHash('sha256');
  let bytes = 0;
  let chunk: Buffer[] = [];
  let waiting = 0;
  const flush = async (): Promise<void> => {
    const block = Buffer.concat(chunk);
    chunk = [];
    waiting = 0;
    bytes += block.length;
    hash.update(block);
    if (!stream.write(block)) await Promise.race([once(stream, 'drain'), failed]);
  };
  for (const part of parts) {
    const block = Buffer.from(part);
    chunk.push(block);
    waiting += block.length;
    if (waiting > 1 << 20) await flush();
  }
  await flush();
  stream.end();
  await Promise.race([once(stream, 'finish'), failed]);
  return { fileName, bytes, sha256: hash.digest('hex') };
}

/** RFC 4180, with longitude and latitude after the file's own columns where rows are points. */
function* csvLines({ columns, rows }: BoroughFile): Iterable<string> {
  const hasPoints = rows.some(({ shape }) => shape?.kind === 'point');
  yield `${[...columns, ...(hasPoints ? ['longitude', 'latitude'] : [])].join(',')}\r\n`;
  for (const { cells, shape } of rows) {
    const degrees = shape?.kind === 'point' ? degreesOf(shape.position).map((value) => value.toFixed(7)) : [];
    yield `${[...cells, ...degrees].map(csvCell).join(',')}\r\n`;
  }
}

function csvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function* geojsonLines({ columns, rows }: BoroughFile): Iterable<string> {
  yield '{"type":"FeatureCollection","features":[\n';
  let comma = '';
  for (const row of rows) {
    const properties = Object.fromEntries(columns.map((name, i) => [name, propertyOf(name, row.cells[i])]));
    yield `${comma}{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":${JSON.stringify(geometryOf(row))}}`;
    comma = ',\n';
  }
  yield '\n]}\n';
}

/** Percentages, metres and storeys are numbers in GeoJSON, blanks are null; identifiers and names stay text. */
function propertyOf(column: string, cell: string): string | number | null {
  if (cell === '') return null;
  return /_(?:percent|m)$|^levels$/.test(column) ? Number(cell) : cell;
}

function geometryOf({ shape }: BoroughRow): object | null {
  switch (shape?.kind) {
    case 'point':
      return { type: 'Point', coordinates: degreesOf(shape.position) };
    case 'line':
      return { type: 'LineString', coordinates: shape.line.map(degreesOf) };
    case 'polygons': {
      // Thinning leaves a hole of two corners now and then: it holds nothing, and no reader takes it.
      const polygons = shape.polygons.map((rings) =>
        rings.filter((ring) => ring.length > 2).map((ring) => [...ring, ring[0]].map(degreesOf)),
      );
      return polygons.length === 1
        ? { type: 'Polygon', coordinates: polygons[0] }
        : { type: 'MultiPolygon', coordinates: polygons };
    }
    default:
      return null;
  }
}
