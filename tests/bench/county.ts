import type { AreaTable } from '../../src/domain/geo/area-table.ts';
import { type Polygons, PolygonsBuilder } from '../../src/domain/geo/geometry.ts';
import { orderByTile } from '../../src/domain/geo/tile-order.ts';
import type { PremisesTable } from '../../src/domain/premises/premises-table.ts';
import { seeded } from './seeded.ts';

/** A made-up county: wards that share their borders, overlapping footprints, premises in tile order. */
export interface County {
  readonly wards: AreaTable;
  readonly footprints: readonly Polygons[];
  readonly premises: PremisesTable;
}

const WEST = -2.6;
const SOUTH = 52.2;
/** Degrees per ward cell: about 3 km each way. */
const LON_STEP = 0.045;
const LAT_STEP = 0.027;
const COLUMNS = 28;

/**
 * The input of performance.md's first row. Asked and decided: ward borders of about 1,000 vertices each, wiggly and
 * identical on both sides; four footprints of 400 overlapping rounded shapes with 200,000 vertices together; premises
 * half clustered, half spread.
 */
export function makeCounty(size: {
  premises: number;
  wards: number;
  footprintVertices: number;
  seed: number;
}): County {
  const random = seeded(size.seed);
  const rows = Math.ceil(size.wards / COLUMNS);
  return {
    wards: makeWards(rows, random),
    footprints: [0, 1, 2, 3].map(() => makeFootprint(size.footprintVertices / 4, rows, random)),
    premises: makePremises(size.premises, rows, random),
  };
}

function makeWards(rows: number, random: () => number): AreaTable {
  const borders = new Map<string, [number, number][]>();
  const border = (from: [number, number], to: [number, number]): [number, number][] => {
    const forward = from[0] < to[0] || from[1] < to[1];
    const [a, b] = forward ? [from, to] : [to, from];
    const key = `${a} ${b}`;
    let line = borders.get(key);
    if (!line) {
      line = Array.from({ length: 251 }, (_, i): [number, number] => {
        const t = i / 250;
        const bend = i === 0 || i === 250 ? 0 : 0.03 * Math.sin(20 * t + a[0]) + 0.01 * (random() - 0.5);
        return place(
          a[0] + (b[0] - a[0]) * t + (b[1] - a[1]) * bend,
          a[1] + (b[1] - a[1]) * t + (b[0] - a[0]) * bend,
        );
      });
      borders.set(key, line);
    }
    return forward ? line : [...line].reverse();
  };
  const builder = new PolygonsBuilder();
  const codes: string[] = [];
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < COLUMNS; x++) {
      const corners: [number, number][] = [
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
        [x, y],
      ];
      builder.push([corners.slice(1).flatMap((corner, i) => border(corners[i], corner).slice(0, -1))]);
      codes.push(`E05${String(900000 + codes.length)}`);
    }
  }
  return {
    codes,
    names: codes,
    polygons: builder.finish(),
    polygonArea: Uint32Array.from(codes, (_, i) => i),
    columns: [],
  };
}

function makeFootprint(vertices: number, rows: number, random: () => number): Polygons {
  const builder = new PolygonsBuilder();
  const shapes = 100;
  const corners = Math.round(vertices / shapes);
  for (let shape = 0; shape < shapes; shape++) {
    const x = random() * COLUMNS;
    const y = random() * rows;
    const radius = 0.6 + 2.4 * random();
    const ring = Array.from({ length: corners }, (_, i): [number, number] => {
      const angle = (2 * Math.PI * i) / corners;
      const r = radius * (1 + 0.2 * Math.sin(7 * angle) + 0.02 * random());
      return place(x + r * Math.cos(angle), y + r * Math.sin(angle));
    });
    builder.push([ring]);
  }
  return builder.finish();
}

function makePremises(count: number, rows: number, random: () => number): PremisesTable {
  const lon = new Float64Array(count);
  const lat = new Float64Array(count);
  let town: [number, number] = [0, 0];
  for (let i = 0; i < count; i++) {
    if (i % 2000 === 0) town = [random() * COLUMNS, random() * rows];
    const clustered = i % 2 === 0;
    const x = clustered ? town[0] + (random() + random() - 1) * 0.7 : random() * COLUMNS;
    const y = clustered ? town[1] + (random() + random() - 1) * 0.7 : random() * rows;
    [lon[i], lat[i]] = place(x, y);
  }
  const { order, keys } = orderByTile(lon, lat);
  const none = { name: 'uprn', bytes: new Uint8Array(0), offsets: new Uint32Array(count + 1) };
  return {
    unit: 'premises',
    count,
    lon: Float64Array.from(order, (i) => lon[i]),
    lat: Float64Array.from(order, (i) => lat[i]),
    easting: new Float64Array(0),
    northing: new Float64Array(0),
    units: null,
    ids: none,
    columns: [],
    sourceRow: order,
    tileKeys: keys,
  };
}

function place(x: number, y: number): [number, number] {
  return [WEST + x * LON_STEP, SOUTH + y * LAT_STEP];
}
