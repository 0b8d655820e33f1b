import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeFile } from '../../src/cli/node-file.ts';
import { converterToDegrees } from '../../src/domain/geo/convert-coordinates.ts';
import { systemFromEpsg } from '../../src/domain/geo/coordinate-system.ts';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import type { SourceGeometry } from '../../src/domain/tables/source-table.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { quietly } from './input-file.ts';

interface GdalLayer {
  readonly layer: string;
  readonly features: number;
  readonly crs: string | null;
  readonly bounds: readonly [number, number, number, number] | null;
}

interface Entry {
  readonly file: string;
  readonly format: string;
  readonly expect: {
    readonly allowed: readonly string[];
    readonly code?: string;
    readonly checks?: { readonly gdal?: readonly GdalLayer[] | { readonly error: string } };
  };
}

const CORPORA = '../shared/corpora';
const present = existsSync(`${CORPORA}/manifest.json`);
const entries: Entry[] = present
  ? (JSON.parse(readFileSync(`${CORPORA}/manifest.json`, 'utf8')).files as Entry[]).filter(
      ({ format }) => format === 'shapefile' || format === 'gpkg',
    )
  : [];
if (!present) console.log('Skipped: the shared corpora are not present beside the repository.');

describe.skipIf(!present)('shapefiles and GeoPackages from elsewhere', () => {
  test.each(entries.map((entry) => [entry.file, entry] as const))('%s', async (_name, entry) => {
    const { allowed, code, checks } = entry.expect;
    let tables: Awaited<ReturnType<typeof readFile>>;
    try {
      tables = await readFile(nodeFile(`${CORPORA}/${entry.file}`), quietly());
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      const { issues } = error.report;
      expect(allowed, error.message).toContain('reject');
      if (code) expect(issues.map((issue) => issue.code)).toContain(code);
      for (const { message } of issues) expect(message.split(/\s+/).length, message).toBeLessThanOrEqual(25);
      return;
    }
    const issues = tables.flatMap(({ report }) => report.issues);
    expect(
      allowed.some((outcome) => outcome !== 'reject'),
      JSON.stringify(issues),
    ).toBe(true);
    if (code) expect(issues.map((issue) => issue.code as string)).toContain(code);
    for (const { message } of issues) expect(message.split(/\s+/).length, message).toBeLessThanOrEqual(25);
    if (Array.isArray(checks?.gdal) && checks.gdal.length > 0) compare(tables, checks.gdal, entry);
  });
});

function compare(
  tables: Awaited<ReturnType<typeof readFile>>,
  layers: readonly GdalLayer[],
  { format }: Entry,
): void {
  expect(tables.length).toBe(layers.length);
  for (const layer of layers) {
    const found = tables.find(
      ({ table }) => tables.length === 1 || table.fileName.endsWith(`: ${layer.layer}`),
    );
    expect(found, layer.layer).toBeDefined();
    if (!found) continue;
    expect(found.table.rows).toBe(layer.features);
    if (!layer.bounds) continue;
    const bounds = boundsOf(found.table.geometry);
    const stated = inDegrees(layer.bounds, layer.crs);
    // A GeoPackage states its bounds beside the shapes, and GDAL repeats them: they may be wider than the shapes.
    const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6;
    const someLeftOut = found.report.issues.some(({ outcome }) => outcome === 'left-out');
    const isUnknown = layer.crs !== null && systemFromEpsg(Number(layer.crs.slice(5))) === null;
    if (format === 'gpkg' || someLeftOut || isUnknown) {
      expect(bounds[0] >= stated[0] - 1e-3 && bounds[2] <= stated[2] + 1e-3, `${bounds} in ${stated}`).toBe(
        true,
      );
      expect(bounds[1] >= stated[1] - 1e-3 && bounds[3] <= stated[3] + 1e-3, `${bounds} in ${stated}`).toBe(
        true,
      );
    } else
      expect(
        bounds.every((edge, i) => near(edge, stated[i])),
        `${bounds} is ${stated}`,
      ).toBe(true);
  }
}

/** The box of a projected box is only its corners' where axes are nearly straight: each edge is walked. */
function inDegrees([west, south, east, north]: readonly number[], crs: string | null): number[] {
  const code = Number(crs?.replace('EPSG:', '') ?? 4326);
  const system = systemFromEpsg(code);
  if (!system) return [-180, -90, 180, 90];
  const toDegrees = converterToDegrees(system);
  const lons: number[] = [];
  const lats: number[] = [];
  for (let i = 0; i <= 100; i++) {
    const x = west + ((east - west) * i) / 100;
    const y = south + ((north - south) * i) / 100;
    for (const [lon, lat] of [
      toDegrees(x, south),
      toDegrees(x, north),
      toDegrees(west, y),
      toDegrees(east, y),
    ]) {
      lons.push(lon);
      lats.push(lat);
    }
  }
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

function boundsOf({ points, lines, polygons }: SourceGeometry): number[] {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const see = (lon: number, lat: number) => {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  };
  for (const [i, lon] of points?.lon.entries() ?? []) see(lon, points?.lat[i] ?? Number.NaN);
  for (const shapes of [lines, polygons])
    for (let i = 0; shapes && i < shapes.coordinates.length; i += 2)
      see(shapes.coordinates[i], shapes.coordinates[i + 1]);
  return box;
}
