import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeFile } from '../../src/cli/node-file.ts';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import { cellText } from '../../src/domain/tables/text-column.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { memoryFile, quietly } from './input-file.ts';

/** Two squares that share an edge, and a point. */
const TOPOLOGY = {
  type: 'Topology',
  arcs: [
    [
      [1, 50],
      [1, 51],
    ],
    [
      [1, 51],
      [0, 51],
      [0, 50],
      [1, 50],
    ],
    [
      [1, 50],
      [2, 50],
      [2, 51],
      [1, 51],
    ],
  ],
  objects: {
    wards: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: 'W1', properties: { name: 'West' }, arcs: [[0, 1]] },
        { type: 'Polygon', id: 'W2', properties: { name: 'East' }, arcs: [[2, -1]] },
      ],
    },
  },
};

const QUANTISED = {
  ...TOPOLOGY,
  transform: { scale: [0.5, 0.5], translate: [0, 50] },
  arcs: [
    [
      [2, 0],
      [0, 2],
    ],
    [
      [2, 2],
      [-2, 0],
      [0, -2],
      [2, 0],
    ],
    [
      [2, 0],
      [2, 0],
      [0, 2],
      [-2, 0],
    ],
  ],
};

function read(content: unknown, name = 'wards.topojson') {
  return readFile(memoryFile(name, JSON.stringify(content)), quietly());
}

async function refusalOf(content: unknown) {
  const error = await read(content).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FileRefused);
  const [issue] = (error as FileRefused).report.issues;
  expect(issue.message.split(/\s+/).length, issue.message).toBeLessThanOrEqual(25);
  return issue;
}

describe('readTopoJson', () => {
  test.each([
    ['as it is', TOPOLOGY],
    ['quantised', QUANTISED],
  ])('arcs are joined to rings, %s', async (_what, topology) => {
    const [{ table, report }, ...others] = await read(topology, 'wards.json');
    expect(others).toEqual([]);
    expect([table.fileName, table.format, table.rows]).toEqual(['wards.json', 'topojson', 2]);
    expect(table.columns.map((column) => [column.name, cellText(column, 1)])).toEqual([
      ['id', 'W2'],
      ['name', 'East'],
    ]);
    expect([...(table.geometry.polygons?.coordinates ?? [])].slice(10)).toEqual([
      1, 50, 2, 50, 2, 51, 1, 51, 1, 50,
    ]);
    expect(report.issues).toEqual([]);
  });

  test('each object is a table of its own', async () => {
    const mast = { type: 'Point', coordinates: [-1, 52], properties: { name: 'Mast' } };
    const tables = await read({
      ...TOPOLOGY,
      objects: { ...TOPOLOGY.objects, mast, nothing: { type: null } },
    });
    expect(tables.map(({ table, report }) => [table.fileName, report.fileName, table.rows])).toEqual([
      ['wards.topojson: wards', 'wards.topojson: wards', 2],
      ['wards.topojson: mast', 'wards.topojson: mast', 1],
      ['wards.topojson: nothing', 'wards.topojson: nothing', 1],
    ]);
  });

  const objects = (geometry: unknown) => ({ ...TOPOLOGY, objects: { wards: geometry } });
  test.each([
    ['an arc that is not there', objects({ type: 'Polygon', arcs: [[7]] }), 'BAD_GEOMETRY'],
    ['an arc from behind the last', objects({ type: 'Polygon', arcs: [[-9]] }), 'BAD_GEOMETRY'],
    ['half an arc', objects({ type: 'LineString', arcs: [0.5] }), 'BAD_GEOMETRY'],
    ['arcs of the wrong depth', objects({ type: 'MultiPolygon', arcs: [[0]] }), 'BAD_GEOMETRY'],
    ['no arcs', objects({ type: 'LineString' }), 'BAD_GEOMETRY'],
    ['an unknown type', objects({ type: 'Circle' }), 'BAD_GEOMETRY'],
    ['a point of words', objects({ type: 'Point', coordinates: ['a', 'b'] }), 'BAD_GEOMETRY'],
    ['a geometry that is none', objects({ type: 'GeometryCollection', geometries: [null] }), 'BAD_GEOMETRY'],
    ['broken arcs', { ...TOPOLOGY, arcs: [[[1, 'x']]] }, 'BAD_GEOMETRY'],
    ['arcs that are no list', { ...TOPOLOGY, arcs: {} }, 'NOT_GEOJSON'],
    ['no objects', { type: 'Topology', arcs: [] }, 'NOT_GEOJSON'],
    ['empty objects', { type: 'Topology', arcs: [], objects: {} }, 'NOT_GEOJSON'],
    ['a broken transform', { ...TOPOLOGY, transform: { scale: 1 } }, 'NOT_GEOJSON'],
  ])('%s is refused', async (_what, topology, code) => {
    expect((await refusalOf(topology)).code).toBe(code);
  });

  test('a small file that grows without end is refused before it does', async () => {
    const arc = Array.from({ length: 10_000 }, (_, at) => [at / 10_000, 50]);
    const line = { type: 'LineString', arcs: Array.from({ length: 5000 }, () => 0) };
    expect((await refusalOf({ type: 'Topology', arcs: [arc], objects: { line } })).code).toBe('TOO_LARGE');
  });

  test('collections nested without end are refused', async () => {
    let nested: unknown = { type: 'Point', coordinates: [0, 50] };
    for (let depth = 0; depth < 100; depth++) nested = { type: 'GeometryCollection', geometries: [nested] };
    expect((await refusalOf(objects(nested))).code).toBe('BAD_GEOMETRY');
  });

  const shared = '../shared/data/boundaries';
  test.skipIf(!existsSync(shared))('real topologies', async () => {
    const tables = await readFile(nodeFile(`${shared}/uk_topojson_ons_lad_region.topojson`), quietly());
    const rows = new Map(tables.map(({ table }) => [table.fileName.split(': ')[1], table.rows]));
    expect([rows.size, rows.get('ltla')]).toEqual([8, 407]);
    const [{ table }] = await readFile(nodeFile(`${shared}/ukgeojson2016_eng_lad.topojson`), quietly());
    expect(table.rows).toBe(326);
  });
});
