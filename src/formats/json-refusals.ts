import type { FileRefused } from '../domain/tables/file-report.ts';
import { type Refusal, refuseFile } from '../domain/tables/refuse-file.ts';
import type { ByteSource } from './byte-source.ts';
import { type NotGeoJson, ROOT } from './geojson-features.ts';
import { MAX_PIECE_BYTES } from './geojson-splitter.ts';
import { type JsonErrorPlace, jsonErrorPlace } from './json-error-place.ts';

/** The refusal of a JSON that is broken: reads it once more to name the line and column where it stops being JSON. */
export async function brokenJson(source: ByteSource): Promise<FileRefused> {
  const text = await textOf(source);
  return brokenAt(source, text, text === '' ? null : jsonErrorPlace(text));
}

/** The same where the file is broken after all; null where it is sound JSON, or too long to look through. */
export async function brokenJsonIfSo(source: ByteSource): Promise<FileRefused | null> {
  const text = await textOf(source);
  const error = text === '' ? null : jsonErrorPlace(text);
  return error && brokenAt(source, text, error);
}

/** Why sound JSON is refused that holds no GeoJSON. */
export function notGeoJson(fileName: string, { place, reason, untyped }: NotGeoJson): Refusal[] {
  const described = untyped && tableDescription(fileName, startOf(untyped));
  if (described) return [described];
  const where = place === ROOT ? '' : ` in ${place}`;
  const message = untyped
    ? `${fileName} is JSON without shapes or a list of records. Export it as GeoJSON or CSV.`
    : `${fileName} is JSON but no GeoJSON:${where} ${reason}. Export it again as GeoJSON.`;
  return [{ code: 'NOT_GEOJSON', message, examples: [place] }];
}

/** Why the description of a table (CSV on the Web) is refused, and what to load instead; null for any other text. */
export function tableDescription(fileName: string, start: string): Refusal | null {
  if (!/"@context"\s*:\s*(?:\[\s*)?"https?:\/\/www\.w3\.org\/ns\/csvw"/.test(start)) return null;
  const address = /"url"\s*:\s*"([^"]{1,2000})"/.exec(start)?.[1];
  const table = address?.split(/[/\\]/).at(-1)?.slice(0, 80);
  const remedy = table ? `Load the table itself: ${table}.` : 'Load the table itself, a CSV.';
  return { code: 'NOT_GEOJSON', message: `${fileName} only describes a table. ${remedy}` };
}

function brokenAt(source: ByteSource, text: string, error: JsonErrorPlace | null): FileRefused {
  const place = error ? `line ${error.line}, column ${error.column}` : 'an unknown place';
  const expected = error ? ` (${error.expected} was expected)` : '';
  const described = tableDescription(source.name, text.slice(0, 4096));
  const reasons: Refusal[] = [
    {
      code: 'NOT_JSON',
      message: `${source.name} is no valid JSON at ${place}${expected}. ${described ? 'Its publisher should mend it.' : 'Download or export it again.'}`,
      examples: [place],
    },
  ];
  if (described) reasons.push(described);
  else if (GEOJSON_TYPE.test(text.slice(0, 65_536))) {
    const message = `${source.name} begins as GeoJSON, but its text is broken. Export it again as GeoJSON.`;
    reasons.push({ code: 'NOT_GEOJSON', message, examples: [place] });
  }
  return refuseFile(source, reasons);
}

function startOf(root: object): string {
  const { '@context': context, url } = root as Record<string, unknown>;
  return typeof url === 'string' || typeof context === 'string'
    ? JSON.stringify({ '@context': context, url })
    : '';
}

const GEOJSON_TYPE =
  /"type"\s*:\s*"(?:Feature|FeatureCollection|GeometryCollection|(?:Multi)?(?:Point|LineString|Polygon))"/;

/** The whole text, or '' where it is too long to be looked through at once. */
async function textOf(source: ByteSource): Promise<string> {
  if (source.size > MAX_PIECE_BYTES) {
    await source.close();
    return '';
  }
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of source.chunks()) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_PIECE_BYTES) return '';
  }
  return text + decoder.decode();
}
