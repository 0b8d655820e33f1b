import type { ColumnRoles } from '../../src/domain/project/column-roles.ts';
import type { Source } from '../../src/domain/project/figure.ts';
import type { WorkStep } from '../../src/domain/project/work-step.ts';
import { GroundPlane } from '../../src/domain/streets/ground-plane.ts';
import type { NetworkFile, NetworkFiles } from '../../src/domain/streets/network-files.ts';
import { networkFromTables } from '../../src/domain/streets/network-from-tables.ts';
import type { NetworkFinding } from '../../src/domain/streets/network-report.ts';
import type { StreetNetwork } from '../../src/domain/streets/street-network.ts';
import type { SourceTable } from '../../src/domain/tables/source-table.ts';
import { textColumn } from '../../src/domain/tables/text-column.ts';

/** Where the streets of tests lie: metres east and north of it are places. */
export const MIDDLE = { lon: -2, lat: 52 };
const plane = new GroundPlane(MIDDLE.lon, MIDDLE.lat);

export type Place = readonly [eastMetres: number, northMetres: number];

export function degreesAt([east, north]: Place): [number, number] {
  return [plane.lonOf(east * 1000), plane.latOf(north * 1000)];
}

/** Metres east and north of the middle. */
export function metresAt(lon: number, lat: number): [number, number] {
  return [plane.x(lon) / 1000, plane.y(lat) / 1000];
}

export interface Line {
  readonly at: readonly Place[];
  readonly says?: Readonly<Record<string, string>>;
}

/** A file of lines with a column for every property that any of them has. */
export function lineFile(
  lines: readonly Line[],
  roles: ColumnRoles = {},
  fileName = 'streets.geojson',
): NetworkFile {
  const coordinates = lines.flatMap(({ at }) => at.flatMap(degreesAt));
  const starts = [0];
  for (const { at } of lines) starts.push(starts[starts.length - 1] + at.length);
  return fileOf({
    fileName,
    roles,
    rows: lines.map(({ says = {} }) => says),
    geometry: {
      points: null,
      polygons: null,
      lines: {
        row: Uint32Array.from(lines, (_, row) => row),
        coordinates: Float64Array.from(coordinates),
        lineStarts: Uint32Array.from(starts),
      },
    },
  });
}

export function pointFile(
  points: readonly { at: Place; says?: Readonly<Record<string, string>> }[],
): NetworkFile {
  const places = points.map(({ at }) => degreesAt(at));
  return fileOf({
    fileName: 'points.geojson',
    roles: {},
    rows: points.map(({ says = {} }) => says),
    geometry: {
      lines: null,
      polygons: null,
      points: {
        row: Uint32Array.from(points, (_, row) => row),
        lon: Float64Array.from(places, ([lon]) => lon),
        lat: Float64Array.from(places, ([, lat]) => lat),
      },
    },
  });
}

export function tableFile(
  rows: readonly Readonly<Record<string, string>>[],
  roles: ColumnRoles = {},
): NetworkFile {
  return fileOf({
    fileName: 'restrictions.csv',
    roles,
    rows,
    geometry: { points: null, lines: null, polygons: null },
  });
}

export const SOURCE: Source = {
  title: 'Streets',
  publisher: 'A council',
  date: '2026-01-02',
  licence: null,
  url: null,
};

/** The network of lines, and of what else is given. */
export function networkOf(
  lines: readonly Line[],
  more: Partial<Omit<NetworkFiles, 'streets'>> & { roles?: ColumnRoles } = {},
): StreetNetwork {
  const { roles, ...files } = more;
  return ended(
    networkFromTables({
      streets: [lineFile(lines, roles)],
      fibrePoints: [],
      ducts: [],
      restrictions: [],
      ...files,
    }),
  );
}

/** What long work comes to. */
export function ended<Value>(work: Generator<WorkStep, Value>): Value {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

export function findingOf(
  { report }: StreetNetwork,
  code: NetworkFinding['code'],
): NetworkFinding | undefined {
  return report.findings.find((one) => one.code === code);
}

function fileOf(given: {
  readonly fileName: string;
  readonly roles: ColumnRoles;
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly geometry: SourceTable['geometry'];
}): NetworkFile {
  const { fileName, roles, rows, geometry } = given;
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    table: {
      fileName,
      format: 'geojson',
      rows: rows.length,
      columns: names.map((name) =>
        textColumn(
          name,
          rows.map((row) => row[name] ?? ''),
        ),
      ),
      geometry,
      headerAssumed: false,
    },
    roles,
    source: SOURCE,
  };
}
