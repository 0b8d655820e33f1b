import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { nodeFile } from '../../src/cli/node-file.ts';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { columnNumbers } from '../../src/domain/tables/number-cell.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { type Figure, ratioFigure } from './figure.ts';
import { inChild } from './in-child.ts';
import { seeded } from './seeded.ts';

const folder = join(projectRoot, '.cache', 'bench', 'read');
const GEOJSON = join(folder, 'shapes-195-mb.geojson');
const CSV = join(folder, 'rows-1-million.csv');
const GEOJSON_BYTES = 195_000_000;
const CSV_ROWS = 1_000_000;

/** Ways to read one of the files, each in a process of its own. */
export type Reading = 'geojson-ours' | 'geojson-peer' | 'csv-ours' | 'csv-peer';

/**
 * Asked (performance.md row 6): a library first; a scanner of our own only for coordinates, where it is five times
 * faster and bit-identical. Ours is all that dropping the file does: text columns, flat coordinates, rings closed and
 * looked through for crossings, every trouble counted. The peers give objects: JSON.parse of the whole text, papaparse
 * with numbers typed; of ours the two columns of places are made numbers too. Decided: JSON.parse feature by feature and
 * papaparse stay. A scanner of the coordinates' bytes was bit-identical, but 1.2 to 2.0 times as fast as JSON.parse with
 * its lists taken apart, not five times.
 */
export async function benchRead(millisecondsLeft: number): Promise<Figure[]> {
  const ends = performance.now() + millisecondsLeft;
  const left = (): { millisecondsLeft: number } => ({ millisecondsLeft: ends - performance.now() });
  if (!existsSync(GEOJSON) || !existsSync(CSV)) await inChild('read-inputs', left());
  const time = (reading: Reading) => inChild<number>('read', { ...left(), arguments: [reading] });
  const figure = async (what: string, kind: 'geojson' | 'csv'): Promise<Figure> => {
    const ours = await time(`${kind}-ours`);
    const peer = await time(`${kind}-peer`);
    const memory = `${ours.peakMegabytes} MB (peer ${peer.peakMegabytes})`;
    return ratioFigure({ row: '6', what, ours: ours.answer, peer: peer.answer, askedPart: null, memory });
  };
  return [
    await figure('195 MB of GeoJSON, read and checked; JSON.parse alone', 'geojson'),
    await figure('CSV, 1 million rows × 9 columns; papaparse, numbers typed', 'csv'),
  ];
}

/** Reads a file once; milliseconds. */
export async function timeReading(reading: Reading): Promise<number> {
  const options = { signal: new AbortController().signal, onProgress: () => {} };
  const began = performance.now();
  let rows = 0;
  if (reading === 'geojson-ours')
    [
      {
        table: { rows },
      },
    ] = await readFile(nodeFile(GEOJSON), options);
  else if (reading === 'geojson-peer') rows = JSON.parse(readFileSync(GEOJSON, 'utf8')).features.length;
  else if (reading === 'csv-ours') {
    const [{ table }] = await readFile(nodeFile(CSV), options);
    const places = table.columns.filter(({ name }) => name === 'longitude' || name === 'latitude');
    rows = Math.min(...places.map((column) => columnNumbers(column).length));
  } else {
    const parsed = Papa.parse(readFileSync(CSV, 'utf8'), {
      header: true,
      dynamicTyping: true,
      skipEmptyLines: true,
    });
    rows = parsed.data.length;
  }
  if (rows === 0) throw new Error(`${reading}: nothing was read.`);
  return performance.now() - began;
}

/** Makes the two files; kept for the next bench. */
export function makeReadInputs(): void {
  mkdirSync(folder, { recursive: true });
  writeLines(GEOJSON, shapesText(seeded(6)));
  writeLines(CSV, rowsText(seeded(7)));
}

function* shapesText(random: () => number): Generator<string> {
  yield '{"type":"FeatureCollection","features":[';
  let bytes = 0;
  for (let n = 0; bytes < GEOJSON_BYTES; n++) {
    const [x, y] = [-2 + random(), 52 + random()];
    const corners = 40 + Math.floor(random() * 200);
    const ring = Array.from({ length: corners }, (_, i) => {
      const angle = (2 * Math.PI * i) / corners;
      return `[${(x + 0.01 * Math.cos(angle)).toFixed(7)},${(y + 0.01 * Math.sin(angle)).toFixed(7)}]`;
    });
    const properties = `{"id":"F${n}","technology":"gigabit","operator":"Operator ${n % 7}"}`;
    const geometry = `{"type":"Polygon","coordinates":[[${[...ring, ring[0]].join(',')}]]}`;
    const line = `${n === 0 ? '' : ','}{"type":"Feature","properties":${properties},"geometry":${geometry}}`;
    bytes += line.length + 1;
    yield line;
  }
  yield ']}';
}

function* rowsText(random: () => number): Generator<string> {
  yield 'uprn,postcode,easting,northing,address,use,building,longitude,latitude';
  for (let i = 0; i < CSV_ROWS; i++) {
    const grid = `${400_000 + Math.floor(random() * 99_999)},${300_000 + Math.floor(random() * 99_999)}`;
    const place = `${(-2 + random()).toFixed(7)},${(52 + random()).toFixed(7)}`;
    yield `${999_000_000_000 + i},ZX${i % 90} ${i % 10}AA,${grid},${i % 90} High Street,residential,house,${place}`;
  }
}

function writeLines(path: string, lines: Iterable<string>): void {
  const file = openSync(`${path}.part`, 'w');
  let text = '';
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < 1_000_000) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
  renameSync(`${path}.part`, path);
}
