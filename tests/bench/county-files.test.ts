import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeFile } from '../../src/cli/node-file.ts';
import { columnNumbers } from '../../src/domain/tables/number-cell.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { makeCounty } from './county.ts';
import { countyFiles, writeCountyFiles } from './county-files.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'county-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test("a county's files hold the county: every ward, vertex and premises", async () => {
  const county = makeCounty({ premises: 3000, wards: 28, footprintVertices: 8000, seed: 5 });
  expect(writeCountyFiles(county, folder)).toEqual(countyFiles(folder));
  const options = { signal: new AbortController().signal, onProgress: () => {} };
  const read = async (path: string) => (await readFile(nodeFile(path), options))[0].table;
  const wards = await read(countyFiles(folder).wards);
  expect(wards.rows).toBe(28);
  expect(wards.geometry.polygons?.coordinates).toHaveLength(county.wards.polygons.coordinates.length);
  const footprint = await read(countyFiles(folder).footprints[3]);
  expect(footprint.geometry.polygons?.coordinates).toHaveLength(county.footprints[3].coordinates.length);
  const premises = await read(countyFiles(folder).premises);
  const lon = columnNumbers(premises.columns[7]);
  expect(premises.columns.map(({ name }) => name)[7]).toBe('longitude');
  const expected = Float64Array.from(county.premises.lon, (one) => Number(one.toFixed(7))).sort();
  expect([...lon].sort((one, other) => one - other)).toEqual([...expected]);
});
