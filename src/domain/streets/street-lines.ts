import type { WorkStep } from '../project/work-step.ts';
import type { FoundThings } from './found-things.ts';
import { GroundPlane } from './ground-plane.ts';
import { GrownList } from './grown-list.ts';
import { type LineFacts, LineFactsReader } from './line-facts.ts';
import type { NetworkFile } from './network-files.ts';
import type { PlaneLines } from './segment-grid.ts';
import { StreetsRefused } from './streets-refused.ts';

/** Lines of all street files in the plane, in file order, without those that are no line. */
export interface StreetLines extends PlaneLines {
  readonly count: number;
  readonly plane: GroundPlane;
  readonly facts: readonly LineFacts[];
  /** File and row of each. */
  readonly files: Int32Array;
  readonly rows: Int32Array;
}

/** Reads the lines of street files. Throws StreetsRefused where there are none. */
export function* streetLines(
  files: readonly NetworkFile[],
  found: FoundThings,
): Generator<WorkStep, StreetLines> {
  const plane = planeOf(files);
  const xy = new GrownList();
  const starts: number[] = [0];
  const facts: LineFacts[] = [];
  const fileOf: number[] = [];
  const rowOf: number[] = [];
  for (const [place, file] of files.entries()) {
    const { lines } = file.table.geometry;
    const reader = new LineFactsReader(file);
    noteOthers(file, found);
    for (let i = 0; lines && i < lines.row.length; i++) {
      if ((i & 1023) === 0) yield { what: 'Reading streets', fraction: i / lines.row.length };
      const row = lines.row[i];
      const before = xy.length;
      pushLine(xy, plane, lines.coordinates, lines.lineStarts[i], lines.lineStarts[i + 1]);
      if (xy.length - before < 4) {
        xy.length = before;
        found.add('ZERO_LENGTH', () => placeOf(file, row));
        continue;
      }
      const same = i > 0 && lines.row[i - 1] === row && rowOf.at(-1) === row && fileOf.at(-1) === place;
      facts.push(same ? (facts.at(-1) as LineFacts) : reader.at(row));
      starts.push(xy.length / 2);
      fileOf.push(place);
      rowOf.push(row);
    }
  }
  if (facts.length === 0)
    throw new StreetsRefused('NO_LINES', 'The files of streets hold no lines. Load streets as lines.');
  return {
    count: facts.length,
    plane,
    xy: xy.finish(),
    starts: Int32Array.from(starts),
    facts,
    files: Int32Array.from(fileOf),
    rows: Int32Array.from(rowOf),
  };
}

/** Adds a line's vertices, the same place only once in a row; a place that is none is passed over. */
export function pushLine(
  xy: GrownList,
  plane: GroundPlane,
  coordinates: Float64Array,
  from: number,
  to: number,
): void {
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  for (let at = from; at < to; at++) {
    const x = plane.x(coordinates[2 * at]);
    const y = plane.y(coordinates[2 * at + 1]);
    if ((x === lastX && y === lastY) || Number.isNaN(x + y)) continue;
    xy.push(x);
    xy.push(y);
    [lastX, lastY] = [x, y];
  }
}

/** "row 12 of streets.geojson", as a person looks it up. */
export function placeOf({ table }: NetworkFile, row: number): string {
  return `row ${row + 1} of ${table.fileName}`;
}

/** Rows that are no lines at all. */
function noteOthers(file: NetworkFile, found: FoundThings): void {
  const { lines } = file.table.geometry;
  const hasLine = new Uint8Array(file.table.rows);
  if (lines) for (const row of lines.row) hasLine[row] = 1;
  for (let row = 0; row < hasLine.length; row++)
    if (!hasLine[row]) found.add('NOT_A_LINE', () => placeOf(file, row));
}

function planeOf(files: readonly NetworkFile[]): GroundPlane {
  let [west, south] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [east, north] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { table } of files) {
    const coordinates = table.geometry.lines?.coordinates ?? [];
    for (let i = 0; i < coordinates.length; i += 2) {
      if (coordinates[i] < west) west = coordinates[i];
      if (coordinates[i] > east) east = coordinates[i];
      if (coordinates[i + 1] < south) south = coordinates[i + 1];
      if (coordinates[i + 1] > north) north = coordinates[i + 1];
    }
  }
  return west > east ? new GroundPlane(0, 0) : new GroundPlane((west + east) / 2, (south + north) / 2);
}
