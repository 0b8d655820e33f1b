import { FileRefused } from '../domain/tables/file-report.ts';
import { IssueCollector } from '../domain/tables/issue-collector.ts';
import { refuseFile } from '../domain/tables/refuse-file.ts';
import { NO_GEOMETRY } from '../domain/tables/source-table.ts';
import { TextColumnBuilder } from '../domain/tables/text-column.ts';
import { openBytes } from './byte-source.ts';
import { NotJson } from './geojson-features.ts';
import { GeoJsonSplitter, MAX_PIECE_BYTES, PieceTooLong } from './geojson-splitter.ts';
import { jsonCell } from './json-cell.ts';
import { brokenJson, brokenJsonIfSo } from './json-refusals.ts';
import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';

/**
 * Reads JSON that is a list of records (`[{"id": 3, "status": "active"}, …]`) as a table, record by record: a column for
 * every name, "coordinates": [lon, lat, altitude] as three. Throws FileRefused where it is no JSON (NOT_JSON), and
 * where it is no list of at least two records with names in common (NOT_GEOJSON: it holds no shapes either).
 */
export async function readJsonRecords({ source, file, options }: ReaderInput): Promise<readonly ReadTable[]> {
  const records = new RecordReader();
  try {
    const splitter = new GeoJsonSplitter((bytes) => records.take(bytes), 'root');
    for await (const chunk of source.chunks()) splitter.push(chunk);
    parse(splitter.finish());
    return [records.finish(source.name, source.size)];
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    if (error instanceof NotJson) throw await brokenJson(await openBytes(file, options));
    if (error instanceof NoRecords) {
      // Broken JSON is the nearer reason, if the rest of the file is that.
      const broken = await brokenJsonIfSo(await openBytes(file, options));
      if (broken) throw broken;
      const message = `${source.name} is JSON without shapes or a list of records: ${error.message}. Export it as GeoJSON or CSV.`;
      throw refuseFile(source, [{ code: 'NOT_GEOJSON', message, examples: ['the file'] }]);
    }
    if (error instanceof PieceTooLong) {
      const message = `${source.name} holds one record beyond ${MAX_PIECE_BYTES / 1_000_000} MB, the limit. Save it as CSV or as many records.`;
      throw refuseFile(source, [{ code: 'TOO_LARGE', message }]);
    }
    throw error;
  }
}

class RecordReader {
  private readonly columns = new Map<string, { readonly builder: TextColumnBuilder; filled: number }>();
  private readonly found = new IssueCollector();
  private rows = 0;

  take(bytes: Uint8Array): void {
    const record = parse(bytes);
    const place = `entry ${this.rows + 1}`;
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      throw new NoRecords(`${place} is no record`);
    const values = record as Record<string, unknown>;
    if (typeof values.type === 'string' && 'geometry' in values && 'properties' in values)
      throw new NoRecords('its features stand in no FeatureCollection');
    for (const name of Object.keys(values)) {
      if (name === 'coordinates' && isPosition(values[name])) this.setPosition(values[name], values);
      else this.set(name, cellOf(values[name]));
    }
    this.rows++;
  }

  finish(fileName: string, bytes: number): ReadTable {
    if (this.rows < 2) throw new NoRecords(this.rows === 0 ? 'its list is empty' : 'its list has one entry');
    const columns = [...this.columns.values()];
    if (!columns.some(({ filled }) => filled * 2 >= this.rows))
      throw new NoRecords('its records have no names in common');
    for (const { builder } of columns) builder.fillTo(this.rows);
    return {
      table: {
        fileName,
        format: 'json',
        rows: this.rows,
        columns: columns.map(({ builder }) => builder.finish()),
        geometry: NO_GEOMETRY,
        headerAssumed: false,
      },
      report: {
        fileName,
        bytes,
        rowsRead: this.rows,
        rowsUsed: this.rows,
        rowsRepaired: 0,
        rowsLeftOut: 0,
        issues: this.found.issues(() => ''),
      },
    };
  }

  private setPosition(position: readonly number[], values: Readonly<Record<string, unknown>>): void {
    POSITION_NAMES.forEach((name, at) => {
      if (position.length > at && !Object.hasOwn(values, name)) this.set(name, String(position[at]));
    });
  }

  private set(name: string, text: string): void {
    let column = this.columns.get(name);
    if (!column) {
      column = { builder: new TextColumnBuilder(name), filled: 0 };
      this.columns.set(name, column);
    }
    column.builder.fillTo(this.rows);
    column.builder.push(text);
    column.filled++;
  }
}

/** The list is none of records; the message says why. */
class NoRecords extends Error {}

const DECODER = new TextDecoder();
const POSITION_NAMES = ['lon', 'lat', 'altitude'];

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(DECODER.decode(bytes));
  } catch {
    throw new NotJson();
  }
}

function isPosition(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) &&
    (value.length === 2 || value.length === 3) &&
    value.every((one) => typeof one === 'number')
  );
}

function cellOf(value: unknown): string {
  const text = jsonCell(value);
  if (text === null) throw new NoRecords('a value is nested too deeply');
  return text;
}
