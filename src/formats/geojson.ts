import { refuseFile } from '../domain/tables/refuse-file.ts';
import { type ByteSource, openBytes } from './byte-source.ts';
import { FeatureReader, NotGeoJson, NotJson, ROOT, UnreadCrs } from './geojson-features.ts';
import { BrokenGeometry } from './geojson-geometry.ts';
import { GeoJsonSplitter, MAX_PIECE_BYTES, PieceTooLong } from './geojson-splitter.ts';
import { brokenJson, notGeoJson } from './json-refusals.ts';
import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';

/**
 * Reads GeoJSON (RFC 7946, and the "crs" member of its forerunner) feature by feature. Throws FileRefused where it is
 * no JSON, no GeoJSON or names a coordinate system that is not read. A shape that crosses itself is read by the
 * even–odd rule, parts that overlap as their union; rows without a location stay in the table.
 */
export async function readGeoJson({ source, file, options }: ReaderInput): Promise<readonly ReadTable[]> {
  const reader = new FeatureReader();
  try {
    const splitter = new GeoJsonSplitter((bytes) => reader.takeBytes(bytes));
    let bytes = 0;
    for await (const chunk of source.chunks()) {
      splitter.push(chunk);
      bytes += chunk.length;
      if (!splitter.hasList && cannotBeOnePiece(source, bytes)) throw new PieceTooLong();
    }
    reader.takeRoot(splitter.finish());
    return [await reader.finish(source)];
  } catch (error) {
    if (error instanceof NotJson) throw await brokenJson(await openBytes(file, options));
    if (error instanceof NotGeoJson) throw refuseFile(source, notGeoJson(source.name, error), reader.rows);
    if (error instanceof BrokenGeometry) {
      const place = error.place === ROOT ? source.name : `${source.name}, ${error.place}`;
      throw refuseFile(
        source,
        [
          {
            code: 'BAD_GEOMETRY',
            message: `${place}: ${error.reason}. Put it right or leave it out.`,
            examples: [error.place],
          },
          ...notGeoJson(source.name, error),
        ],
        reader.rows,
      );
    }
    if (error instanceof UnreadCrs) {
      throw refuseFile(source, [
        {
          code: 'CRS_MEMBER',
          message: `${source.name} is in the coordinate system "${error.crsName}", which is not read. Save it in WGS84 or British National Grid.`,
          examples: [error.crsName],
        },
      ]);
    }
    if (error instanceof PieceTooLong) {
      throw refuseFile(source, [
        {
          code: 'TOO_LARGE',
          message: `${source.name} holds one shape beyond ${MAX_PIECE_BYTES / 1_000_000} MB or an endless text. Save it as many features, or cut it.`,
        },
      ]);
    }
    throw error;
  }
}

/** A GeoJSON geometry or null, and its properties. */
export interface WritableFeature {
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
}

/** A feature whose properties may be lists and objects: where a standard says so, not for tables. */
interface NestedFeature {
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A FeatureCollection as text, one feature a line; `members` (name, definition, sources, date …) stand beside the features. */
export function writeGeoJson(
  features: Iterable<NestedFeature>,
  members: Readonly<Record<string, unknown>> = {},
): string {
  return [...geoJsonPieces(features, members)].join('');
}

/** The same in pieces of about a million characters, each made when it is asked for. */
export function* geoJsonPieces(
  features: Iterable<NestedFeature>,
  members: Readonly<Record<string, unknown>> = {},
): Generator<string> {
  const head = JSON.stringify({ type: 'FeatureCollection', ...members });
  let piece = `${head.slice(0, -1)},"features":[\n`;
  let comma = '';
  for (const { geometry, properties } of features) {
    piece += `${comma}${JSON.stringify({ type: 'Feature', properties, geometry })}`;
    comma = ',\n';
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n]}\n`;
}

const PIECE_LENGTH = 1_000_000;

/** A file with no list of features at its beginning, and too large to be one shape: no need to read on. */
function cannotBeOnePiece(source: ByteSource, bytesRead: number): boolean {
  return !source.isGzip && source.size > MAX_PIECE_BYTES && bytesRead > source.size / 200;
}
