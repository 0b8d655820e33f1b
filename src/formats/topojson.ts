import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { type CoordinateSystem, systemFromName } from '../domain/geo/coordinate-system.ts';
import { FileRefused } from '../domain/tables/file-report.ts';
import { IssueCollector } from '../domain/tables/issue-collector.ts';
import { type Refusal, refuseFile } from '../domain/tables/refuse-file.ts';
import { type ByteSource, openBytes } from './byte-source.ts';
import { FeatureTable } from './feature-table.ts';
import { BrokenGeometry } from './geojson-geometry.ts';
import { geoJsonMessage } from './geojson-messages.ts';
import { MAX_PIECE_BYTES } from './geojson-splitter.ts';
import { jsonCell } from './json-cell.ts';
import { brokenJson } from './json-refusals.ts';
import { gatherBytes } from './memory-file.ts';
import type { ReadTable } from './read-table.ts';
import type { ReaderInput } from './reader-input.ts';
import { BrokenTopology, checkTopology, type TopoObject } from './topojson-check.ts';

/**
 * Reads TopoJSON (quantised or not): each object of the topology is a table, a row for each of its geometries. Throws
 * FileRefused where it is no JSON, no topology, beyond 64 MB, or its arcs lead nowhere.
 */
export async function readTopoJson({ source, file, options }: ReaderInput): Promise<readonly ReadTable[]> {
  const isTooLarge = !source.isGzip && source.size > MAX_PIECE_BYTES;
  const bytes = isTooLarge ? null : await gatherBytes(source.chunks(), MAX_PIECE_BYTES);
  if (bytes === null) {
    await source.close();
    const message = `${source.name} is larger than ${MAX_PIECE_BYTES / 1_000_000} MB, the limit for TopoJSON. Save it as GeoJSON or GeoPackage and load that.`;
    throw refuseFile(source, [{ code: 'TOO_LARGE', message }]);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw await brokenJson(await openBytes(file, options));
  }
  await source.breathe(`Reading ${source.name}`);
  try {
    const { topology, objects } = checkTopology(parsed);
    const tables: ReadTable[] = [];
    for (const [name, object] of objects)
      tables.push(
        await readObject(
          topology,
          object,
          objects.size > 1 ? `${source.name}: ${name}` : source.name,
          source,
        ),
      );
    return tables;
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    if (error instanceof BrokenTopology || error instanceof BrokenGeometry)
      throw refuseFile(source, [reasonOf(error, source)]);
    throw error;
  }
}

async function readObject(
  topology: Topology,
  object: TopoObject,
  fileName: string,
  source: ByteSource,
): Promise<ReadTable> {
  const found = new IssueCollector();
  const rows = new FeatureTable(found);
  const geometries =
    object.type === 'GeometryCollection' ? (object.geometries as readonly TopoObject[]) : [object];
  for (const geometry of geometries) {
    const place = `${fileName === source.name ? '' : fileName.slice(source.name.length + 2)}${fileName === source.name ? '' : ', '}shape ${rows.rows + 1}`;
    const { properties, id } = geometry;
    for (const [name, value] of Object.entries(properties ?? {})) rows.setCell(name, cellOf(value, place));
    if (typeof id === 'string' || typeof id === 'number') rows.setId(String(id));
    // The library takes a list of geometries apart by itself; each is checked and has the form it wants.
    const { geometry: shape } = feature(topology, geometry as never) as unknown as {
      geometry: { type: string | null } | null;
    };
    rows.endRow(shape?.type ? shape : null, place);
    await source.breathe(`Reading ${source.name}`);
  }
  const table = await rows.finish({
    fileName,
    format: 'topojson',
    crs: crsOf(object, source) ?? crsOf(topology as unknown as TopoObject, source),
    placeOf: (row) => `shape ${row + 1}`,
    breathe: () => source.breathe(`Checking the shapes of ${source.name}`),
  });
  const report = {
    fileName,
    bytes: source.size,
    rowsRead: table.rows,
    rowsUsed: table.rows,
    rowsRepaired: rows.repairedRows.size,
    rowsLeftOut: 0,
    issues: [...source.issues, ...found.issues(geoJsonMessage)],
  };
  return { table, report };
}

/** The system that an old "crs" member names; null where there is none. */
function crsOf({ crs }: TopoObject, source: ByteSource): CoordinateSystem | null {
  if (crs === undefined || crs === null) return null;
  const name = (crs as { properties?: { name?: unknown } }).properties?.name;
  const system = typeof name === 'string' ? systemFromName(name) : null;
  if (system) return system;
  const crsName = typeof name === 'string' ? name.slice(0, 60) : 'without a name';
  const message = `${source.name} is in the coordinate system "${crsName}", which is not read. Save it in WGS84 or British National Grid.`;
  throw refuseFile(source, [{ code: 'CRS_MEMBER', message, examples: [crsName] }]);
}

function reasonOf(error: BrokenTopology | BrokenGeometry, { name }: ByteSource): Refusal {
  const { place, reason } = error;
  if (error instanceof BrokenTopology && error.what === 'too-large')
    return {
      code: 'TOO_LARGE',
      message: `${name}, ${place}: ${reason}. Save it as GeoPackage and load that.`,
      examples: [place],
    };
  if (error instanceof BrokenTopology && error.what === 'no-topology')
    return {
      code: 'NOT_GEOJSON',
      message: `${name} is JSON but no sound TopoJSON: ${reason}. Export it again as GeoJSON.`,
      examples: [place],
    };
  return {
    code: 'BAD_GEOMETRY',
    message: `${name}, ${place}: ${reason}. Export it again, as GeoJSON if you can.`,
    examples: [place],
  };
}

function cellOf(value: unknown, place: string): string {
  const text = jsonCell(value);
  if (text === null) throw new BrokenTopology('broken', place, 'a property is nested too deeply');
  return text;
}
