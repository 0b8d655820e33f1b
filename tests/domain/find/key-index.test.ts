import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance } from '../../../src/domain/find/edit-distance.ts';
import { indexKeys, KEY_LIMIT, keyRange, rowsOfKey } from '../../../src/domain/find/key-index.ts';
import { distanceText, nearestRows } from '../../../src/domain/find/nearest-rows.ts';
import {
  outwardRange,
  postcodeNumber,
  postcodeOfNumber,
  postcodeRange,
} from '../../../src/domain/find/postcode-number.ts';
import { groundDistanceMetres } from '../../../src/domain/geo/ground-distance.ts';

it('keys stand in order with their rows; those without are left out', () => {
  const key = fc.oneof(
    fc.integer({ min: 0, max: 50 }),
    fc.integer({ min: 0, max: KEY_LIMIT - 1 }),
    fc.constantFrom(Number.NaN, -1, KEY_LIMIT),
  );
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      const { keys: sorted, rows } = indexKeys(Float64Array.from(keys));
      const wanted = keys
        .map((one, row) => ({ one, row }))
        .filter(({ one }) => one >= 0 && one < KEY_LIMIT)
        .sort((a, b) => a.one - b.one || a.row - b.row);
      expect([...sorted]).toEqual(wanted.map(({ one }) => one));
      expect([...rows]).toEqual(wanted.map(({ row }) => row));
    }),
  );
  const index = indexKeys(Float64Array.of(7, 3, 7, 999_999_999_999));
  expect([...rowsOfKey(index, 7)]).toEqual([0, 2]);
  expect([...rowsOfKey(index, 999_999_999_999)]).toEqual([3]);
  expect(keyRange(index, 4, 7)).toEqual([1, 1]);
});

it('a postcode and its number are one; parts are ranges that hold it', () => {
  const postcode = fc
    .tuple(fc.stringMatching(/^[A-Z]{1,2}[0-9][A-Z0-9]?$/), fc.stringMatching(/^[0-9][A-Z]{2}$/))
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(postcode, fc.boolean(), (text, isClose) => {
      const number = postcodeNumber(isClose ? text.replace(' ', '').toLowerCase() : text);
      expect(postcodeOfNumber(number)).toBe(text);
      const [outward, inward] = text.split(' ');
      for (const part of ['', inward[0], inward.slice(0, 2)]) {
        const [from, to] = postcodeRange({ outward, inward: part });
        expect(number >= from && number < to).toBe(true);
      }
      const [from, to] = outwardRange(outward[0]);
      expect(number >= from && number < to).toBe(true);
    }),
  );
  const [from, to] = postcodeRange({ outward: 'M1', inward: '' });
  expect([postcodeNumber('M15 4AB') >= from && postcodeNumber('M15 4AB') < to, postcodeNumber('no')]).toEqual(
    [false, Number.NaN],
  );
});

it('edits are counted: change, add, drop, swap', () => {
  expect(
    ['M154AB', 'M154AC', 'M1544B', 'M15AB', 'M145AB', 'X'].map((text) => editDistance('M154AB', text)),
  ).toEqual([0, 1, 1, 1, 1, 6]);
});

it('the nearest rows are those a full sort gives', () => {
  const place = fc.record({
    lon: fc.double({ min: -3, max: 2, noNaN: true }),
    lat: fc.double({ min: 50, max: 58, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.array(place, { maxLength: 60 }),
      place,
      fc.integer({ min: 1, max: 8 }),
      (points, at, count) => {
        const columns = {
          lon: Float64Array.from(points, (p) => p.lon),
          lat: Float64Array.from(points, (p) => p.lat),
        };
        const east = Math.cos((at.lat * Math.PI) / 180);
        const square = (p: typeof at): number => ((p.lon - at.lon) * east) ** 2 + (p.lat - at.lat) ** 2;
        const wanted = points
          .map((p, row) => ({ row, d: square(p) }))
          .sort((a, b) => a.d - b.d || a.row - b.row);
        expect(nearestRows(columns, at, { count }).map(({ row }) => row)).toEqual(
          wanted.slice(0, count).map(({ row }) => row),
        );
      },
    ),
  );
});

it('distances are great circles, said with their unit', () => {
  // Manchester to London, by the usual calculators 262 km.
  expect(
    groundDistanceMetres({ lon: -2.2426, lat: 53.4808 }, { lon: -0.1276, lat: 51.5072 }) / 1000,
  ).toBeCloseTo(262, 0);
  expect([0.4, 84.4, 1234, 45_678].map(distanceText)).toEqual(['under 1 m', '84 m', '1.2 km', '46 km']);
});
