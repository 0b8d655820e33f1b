import type { FileRefused, IssueCode } from '../domain/tables/file-report.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import { type ByteSource, openBytes } from './byte-source.ts';
import { FeatureReader, NotGeoJson, NotJson, ROOT, UnreadCrs } from './geojson-features.ts';
import { BrokenGeometry } from './geojson-geometry.ts';
import { GeoJsonSplitter, MAX_PIECE_BYTES, PieceTooLong } from './geojson-splitter.ts';
import { jsonErrorPlace } from './json-error-place.ts';
import type { ReaderInput, ReadTable } from './read-file.ts';

/**
 * Reads GeoJSON (RFC 7946, and the "crs" member of its forerunner) feature by feature. Throws FileRefused where it is
 * no JSON, no GeoJSON or names a coordinate system that is not read. A shape that crosses itself is read by the
 * even–odd rule, parts that overlap as their union; rows without a location stay in the table.
 */
export async function readGeoJson({ source, file, options }: ReaderInput): Promise<readonly ReadTable[]> {
  const reader = new FeatureReader();
  try {
    const splitter = new GeoJsonSplitter((bytes) => reader.takeBytes(bytes));
    for await (const chunk of source.chunks()) splitter.push(chunk);
    reader.takeRoot(splitter.finish());
    return [await reader.finish(source)];
  } catch (error) {
    if (error instanceof NotJson) throw await notJson(await openBytes(file, options));
    if (error instanceof NotGeoJson)
      throw refuseFile(source, notGeoJson(source.name, error.place, error.reason), reader.rows);
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
          ...notGeoJson(source.name, error.place, error.reason),
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
          message: `${source.name} holds one shape beyond ${MAX_PIECE_BYTES / 1_000_000} MB, the limit. Save it as many features, or cut it.`,
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

/** A FeatureCollection as text, one feature a line; `members` (name, definition, sources, date …) stand beside the features. */
export function writeGeoJson(
  features: Iterable<WritableFeature>,
  members: Readonly<Record<string, unknown>> = {},
): string {
  const head = JSON.stringify({ type: 'FeatureCollection', ...members });
  const lines: string[] = [];
  for (const { geometry, properties } of features)
    lines.push(JSON.stringify({ type: 'Feature', properties, geometry }));
  return `${head.slice(0, -1)},"features":[\n${lines.join(',\n')}\n]}\n`;
}

function notGeoJson(fileName: string, place: string, reason: string) {
  const where = place === ROOT ? '' : ` in ${place}`;
  return [
    {
      code: 'NOT_GEOJSON' as const,
      message: `${fileName} is JSON but no GeoJSON:${where} ${reason}. Export it again as GeoJSON.`,
      examples: [place],
    },
  ];
}

/** Reads the file once more to name the line and column where it stops being JSON. */
async function notJson(source: ByteSource): Promise<FileRefused> {
  const text = await textOf(source);
  const error = jsonErrorPlace(text);
  const place = error ? `line ${error.line}, column ${error.column}` : 'an unknown place';
  const expected = error ? ` (${error.expected} was expected)` : '';
  const reasons: { code: IssueCode; message: string; examples: string[] }[] = [
    {
      code: 'NOT_JSON',
      message: `${source.name} is no valid JSON at ${place}${expected}. Download or export it again.`,
      examples: [place],
    },
  ];
  if (
    /"type"\s*:\s*"(?:Feature|FeatureCollection|GeometryCollection|(?:Multi)?(?:Point|LineString|Polygon))"/.test(
      text.slice(0, 65_536),
    )
  ) {
    reasons.push(...notGeoJson(source.name, place, 'the text is broken'));
  }
  return refuseFile(source, reasons);
}

/** The whole text, or '' where it is too long to be looked through at once. */
async function textOf(source: ByteSource): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of source.chunks()) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_PIECE_BYTES) return '';
  }
  return text + decoder.decode();
}
