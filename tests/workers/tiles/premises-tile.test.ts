import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderByTile } from '../../../src/domain/geo/tile-order.ts';
import { ROW_NO, ROW_NOT_KNOWN, ROW_SHARE, ROW_YES } from '../../../src/domain/not-spots/count-shares.ts';
import { unitsAt } from '../../../src/domain/premises/premises-table.ts';
import {
  FULL_TILE_ROWS,
  type PremisesTileInput,
  premisesTile,
} from '../../../src/workers/tiles/premises-tile.ts';
import { premisesOf } from '../../builders/premises.ts';
import { readLayer, tileHolding } from './read-tile.ts';

const WORDS: Readonly<Record<number, string>> = {
  [ROW_NO]: 'covered',
  [ROW_YES]: 'not-spot',
  [ROW_NOT_KNOWN]: 'not-known',
  [ROW_SHARE]: 'share',
};
const BADNESS = ['covered', 'share', 'not-known', 'not-spot'];

interface Seed {
  readonly lon: number;
  readonly lat: number;
  readonly units?: number;
  readonly state: number;
  readonly chance?: number;
}

/** Premises brought into tile order, as the app holds them. */
function inputOf(seeds: readonly Seed[]): PremisesTileInput {
  const { order, keys } = orderByTile(
    Float64Array.from(seeds, (s) => s.lon),
    Float64Array.from(seeds, (s) => s.lat),
  );
  const ordered = Array.from(order, (i) => seeds[i]);
  return {
    premises: { ...premisesOf(ordered), tileKeys: keys },
    rowState: Uint8Array.from(ordered, (s) => s.state),
    rowChance: Uint8Array.from(ordered, (s) => s.chance ?? 0),
  };
}

/** Evenly scattered over about 2 km × 2 km, without a random number. */
function scattered(count: number, stateOf: (i: number) => number): Seed[] {
  return Array.from({ length: count }, (_, i) => ({
    lon: -1.5 + 0.03 * ((i * 0.618_034) % 1),
    lat: 52.5 + 0.018 * ((i * 0.754_878) % 1),
    state: stateOf(i),
  }));
}

describe('a premises tile', () => {
  it('holds every row where it lies, with its state in words', () => {
    const input = inputOf([
      { lon: -0.137, lat: 51.501, state: ROW_YES, units: 3 },
      { lon: -0.1371, lat: 51.5011, state: ROW_SHARE, chance: 37 },
      { lon: -0.1372, lat: 51.5012, state: ROW_NOT_KNOWN },
      { lon: -0.1373, lat: 51.5009, state: ROW_NO },
    ]);
    const [z, x, y] = tileHolding(-0.137, 51.501, 14);
    const features = readLayer(premisesTile(input, z, x, y), 'premises');
    expect(features).toHaveLength(4);
    for (const feature of features) {
      const row = Number(feature.properties.row);
      expect(feature.properties.state).toBe(WORDS[input.rowState[row]]);
      expect(feature.properties).toMatchObject({ units: unitsAt(input.premises, row), more: 1 });
      expect(feature.properties.chance).toBe(input.rowState[row] === ROW_SHARE ? 37 : undefined);
      const { geometry } = feature.toGeoJSON(x, y, z);
      const [lon, lat] = geometry.type === 'Point' ? geometry.coordinates : [];
      expect(lon).toBeCloseTo(input.premises.lon[row], 5);
      expect(lat).toBeCloseTo(input.premises.lat[row], 5);
    }
  });

  it('is an empty buffer where no row lies', () => {
    const input = inputOf([{ lon: -0.137, lat: 51.501, state: ROW_YES }]);
    expect(premisesTile(input, 10, 0, 0).byteLength).toBe(0);
  });

  it('keeps the worst row of each cell when it would hold too many, and what the cell stands for', () => {
    const rows = 4 * FULL_TILE_ROWS;
    const input = inputOf(
      scattered(rows, (i) => (i % 977 === 0 ? ROW_YES : i % 101 === 0 ? ROW_NOT_KNOWN : ROW_NO)),
    );
    const [z, x, y] = tileHolding(-1.485, 52.509, 9);
    const features = readLayer(premisesTile(input, z, x, y), 'premises');
    expect(features.length).toBeLessThan(rows / 10);
    expect(sum(features.map((f) => Number(f.properties.more)))).toBe(rows);
    const cellOf = (f: (typeof features)[number]) => f.loadGeometry()[0][0];
    const worst = new Map<string, number>();
    for (let row = 0; row < rows; row++) {
      const [fx, fy] = placeInTile(input.premises.lon[row], input.premises.lat[row], z, x, y);
      const cell = `${Math.floor(fx / 32)} ${Math.floor(fy / 32)}`;
      worst.set(cell, Math.max(worst.get(cell) ?? 0, BADNESS.indexOf(WORDS[input.rowState[row]])));
    }
    expect(features.length).toBe(worst.size);
    const kept = features.filter((f) => f.properties.state === 'not-spot').length;
    expect(kept).toBe([...worst.values()].filter((badness) => badness === 3).length);
    for (const f of features.slice(0, 50)) {
      const [fx, fy] = placeInTile(
        input.premises.lon[Number(f.properties.row)],
        input.premises.lat[Number(f.properties.row)],
        z,
        x,
        y,
      );
      expect(Math.abs(cellOf(f).x - fx) + Math.abs(cellOf(f).y - fy)).toBeLessThan(1.01);
    }
  });

  it('and its neighbours hold each row once, at every zoom', () => {
    const seed = fc.record({
      lon: fc.double({ min: -8, max: 2, noNaN: true }),
      lat: fc.double({ min: 49, max: 61, noNaN: true }),
      units: fc.integer({ min: 1, max: 40 }),
      state: fc.constantFrom(ROW_NO, ROW_YES, ROW_NOT_KNOWN, ROW_SHARE),
    });
    fc.assert(
      fc.property(
        fc.array(seed, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 16 }),
        (seeds, z) => {
          const input = inputOf(seeds);
          // A point on a tile's edge may be rounded to either side: whichever tile it is, it is one.
          const tiles = new Map(
            seeds.flatMap((s) => around(tileHolding(s.lon, s.lat, z))).map((tile) => [tile.join(), tile]),
          );
          const features = [...tiles.values()].flatMap((t) =>
            readLayer(premisesTile(input, ...t), 'premises'),
          );
          expect(features.map((f) => f.properties.row).sort((a, b) => Number(a) - Number(b))).toEqual(
            seeds.map((_, i) => i),
          );
          expect(sum(features.map((f) => Number(f.properties.units)))).toBe(sum(seeds.map((s) => s.units)));
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** A tile and its neighbours, as far as the world goes. */
function around([z, x, y]: [number, number, number]): [number, number, number][] {
  const near = [-1, 0, 1];
  const tiles = near.flatMap((dx) => near.map((dy): [number, number, number] => [z, x + dx, y + dy]));
  return tiles.filter(([, tx, ty]) => tx >= 0 && ty >= 0 && tx < 2 ** z && ty < 2 ** z);
}

function placeInTile(lon: number, lat: number, z: number, x: number, y: number): [number, number] {
  const phi = (lat * Math.PI) / 180;
  const across = 2 ** z * 4096;
  return [
    ((lon + 180) / 360) * across - x * 4096,
    ((1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2) * across - y * 4096,
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
