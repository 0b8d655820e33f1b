import { type CoordinateSystem, systemFromName } from '../domain/geo/coordinate-system.ts';
import type { FileReport } from '../domain/tables/file-report.ts';
import { IssueCollector } from '../domain/tables/issue-collector.ts';
import type { SourceTable } from '../domain/tables/source-table.ts';
import type { ByteSource } from './byte-source.ts';
import { FeatureTable } from './feature-table.ts';
import { BrokenGeometry, checkBox } from './geojson-geometry.ts';
import { geoJsonMessage } from './geojson-messages.ts';
import { jsonCell } from './json-cell.ts';

/** What the report calls the outermost object. */
export const ROOT = 'the file';

/**
 * Builds a table from the features of a GeoJSON and, at last, its root. Throws NotJson, NotGeoJson, BrokenGeometry or
 * UnreadCrs for what cannot be read; counts what can be repaired or left out.
 */
export class FeatureReader {
  private readonly found = new IssueCollector();
  private readonly table = new FeatureTable(this.found);
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private crs: CoordinateSystem | null = null;

  get rows(): number {
    return this.table.rows;
  }

  /** Takes one element of "features". */
  takeBytes(bytes: Uint8Array): void {
    this.takeFeature(this.parse(bytes), `feature ${this.rows + 1}`);
  }

  /** Takes the root, its features replaced by 0. */
  takeRoot(bytes: Uint8Array): void {
    const root = this.parse(bytes);
    if (typeof root !== 'object' || root === null || Array.isArray(root))
      throw new NotGeoJson(ROOT, 'it holds no object');
    const { type, features, crs, bbox } = root as Record<string, unknown>;
    this.takeCrs(crs);
    if (typeof type === 'string' && type.toLowerCase() === 'featurecollection') {
      if (type !== 'FeatureCollection')
        this.found.add('BAD_TYPE', 'repaired', `"${type}" read as "FeatureCollection"`);
      if (!Array.isArray(features)) throw new NotGeoJson(ROOT, '"features" is missing or no list');
      // A "features" list that the splitter did not see (its name written with escapes) is still whole here.
      if (this.rows === 0)
        for (const feature of features) this.takeFeature(feature, `feature ${this.rows + 1}`);
      checkBox(bbox, ROOT, this.found);
      return;
    }
    if (type === undefined && !('coordinates' in root)) throw new NotGeoJson(ROOT, '"type" is missing', root);
    if (type !== undefined && typeof type !== 'string') throw new NotGeoJson(ROOT, '"type" is no text');
    if (this.rows > 0) throw new NotGeoJson(ROOT, `"${type}" holds a list of features`);
    if (typeof type === 'string' && type.toLowerCase() === 'feature') this.takeFeature(root, 'feature 1');
    else if (type === undefined || 'coordinates' in root || 'geometries' in root) {
      this.takeFeature({ type: 'Feature', properties: null, geometry: root }, 'feature 1');
    } else throw new NotGeoJson(ROOT, `"${String(type).slice(0, 40)}" is no type of GeoJSON`);
  }

  async finish(source: ByteSource): Promise<{ table: SourceTable; report: FileReport }> {
    const table = await this.table.finish({
      fileName: source.name,
      format: 'geojson',
      crs: this.crs,
      placeOf: (row) => `feature ${row + 1}`,
      breathe: () => source.breathe(`Checking the shapes of ${source.name}`),
    });
    return {
      table,
      report: {
        fileName: source.name,
        bytes: source.size,
        rowsRead: table.rows,
        rowsUsed: table.rows,
        rowsRepaired: this.table.repairedRows.size,
        rowsLeftOut: 0,
        issues: [...source.issues, ...this.found.issues(geoJsonMessage)],
      },
    };
  }

  private takeFeature(feature: unknown, place: string): void {
    if (typeof feature !== 'object' || feature === null || Array.isArray(feature))
      throw new NotGeoJson(place, 'it is no object');
    const members = feature as Record<string, unknown>;
    if (typeof members.type !== 'string' || members.type.toLowerCase() !== 'feature') {
      throw new NotGeoJson(place, 'its "type" is not "Feature"');
    }
    if (members.type !== 'Feature')
      this.found.add('BAD_TYPE', 'repaired', `${place}: "${members.type}" read as "Feature"`);
    for (const stray of ['features', 'coordinates', 'geometries']) {
      if (stray in members)
        this.found.add('BAD_TYPE', 'repaired', `${place}: "${stray}" does not belong in a feature`);
    }
    checkBox(members.bbox, place, this.found);
    this.takeProperties(members.properties, place);
    this.takeId(members.id);
    if (members.geometry === undefined) throw new BrokenGeometry(place, 'it has no "geometry"');
    this.table.endRow(members.geometry, place);
  }

  private takeProperties(properties: unknown, place: string): void {
    if (properties === undefined) {
      this.found.add('NO_PROPERTIES', 'repaired', place);
      this.table.repairedRows.add(this.rows);
      return;
    }
    if (properties === null) return;
    if (typeof properties !== 'object' || Array.isArray(properties))
      throw new NotGeoJson(place, '"properties" is no object');
    const values = properties as Record<string, unknown>;
    for (const name of Object.keys(values)) {
      this.table.setCell(name, cellOf(values[name], place));
    }
  }

  private takeId(id: unknown): void {
    if (typeof id !== 'string' && typeof id !== 'number') return;
    this.table.setId(String(id));
  }

  private takeCrs(crs: unknown): void {
    if (crs === undefined || crs === null) return;
    const name = (crs as { properties?: { name?: unknown; code?: unknown } }).properties;
    const text = name?.name ?? name?.code;
    const crsName =
      typeof text === 'string'
        ? text
        : typeof text === 'number'
          ? `EPSG:${text}`
          : JSON.stringify(crs).slice(0, 60);
    this.crs = systemFromName(crsName);
    if (this.crs === null) throw new UnreadCrs(crsName);
    if (this.crs.kind !== 'degrees') this.found.add('CRS_MEMBER', 'note', crsName);
  }

  private parse(bytes: Uint8Array): unknown {
    let text: string;
    try {
      text = this.decoder.decode(bytes);
    } catch {
      text = new TextDecoder('windows-1252').decode(bytes);
      this.found.add('BAD_ENCODING', 'repaired', `feature ${this.rows + 1}`);
      this.table.repairedRows.add(this.rows);
    }
    try {
      return JSON.parse(text);
    } catch {
      throw new NotJson();
    }
  }
}

/** A piece of the text is no JSON. */
export class NotJson extends Error {}

/** Valid JSON, but a member is not what GeoJSON has there. */
export class NotGeoJson extends Error {
  readonly place: string;
  readonly reason: string;
  /** The outermost object where it claims to be nothing at all. */
  readonly untyped?: object;

  constructor(place: string, reason: string, untyped?: object) {
    super(`${place}: ${reason}`);
    this.place = place;
    this.reason = reason;
    this.untyped = untyped;
  }
}

/** The file names a coordinate system that is not read. */
export class UnreadCrs extends Error {
  readonly crsName: string;

  constructor(crsName: string) {
    super(`The coordinate system ${crsName} is not read.`);
    this.crsName = crsName;
  }
}

function cellOf(value: unknown, place: string): string {
  const text = jsonCell(value);
  if (text === null) throw new NotGeoJson(place, 'a property is nested too deeply');
  return text;
}
