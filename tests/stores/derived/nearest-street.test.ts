import { expect, it } from 'vitest';
import { nearestStreetMetres } from '../../../src/stores/derived/nearest-street.ts';
import { crossGround } from '../../builders/dig-ground.ts';

it('the nearest street is measured to its line, not to its corners', () => {
  const { lines } = crossGround();
  const [west, south, east] = [lines.lonLat[0], lines.lonLat[1], lines.lonLat[2]];
  const middle = { lon: (west + east) / 2, lat: south - 0.001 };
  expect(nearestStreetMetres(lines, middle)).toBeCloseTo(111.3, 0);
  expect(nearestStreetMetres(lines, { lon: west, lat: south })).toBeCloseTo(0, 6);
  const far = nearestStreetMetres(lines, { lon: -0.12, lat: 51.5 });
  expect(Number(far)).toBeGreaterThan(100_000);
});

it('without streets it is not known', () => {
  const none = { starts: new Int32Array(1), lonLat: new Float64Array(0), streetOf: new Int32Array(0) };
  expect(nearestStreetMetres(none, { lon: 0, lat: 0 })).toBe(null);
});
