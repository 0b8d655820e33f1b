import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCoordinate } from '../../../src/domain/geo/coordinate-text.ts';

describe('a coordinate', () => {
  test.each([
    ['53.4655, -2.2604', 'Read as latitude, longitude.'],
    ['-2.2604 53.4655', 'Read as longitude, latitude.'],
    ['(53.4655; −2.2604)', 'Read as latitude, longitude.'],
    ['53.4655N 2.2604W', null],
    ['N53.4655 W2.2604', null],
    ['2.2604° W, 53.4655° N', null],
    ['53°27′55.8″N 2°15′37.44″W', null],
    ['53 27 55.8 N, 2 15 37.44 W', null],
    ['53°27.93′N 2°15.624′W', null],
    ['53°27′55.8″, -2°15′37.44″', 'Read as latitude, longitude.'],
    ['geo:53.4655,-2.2604;u=35', null],
    ['https://www.google.com/maps/@53.4655,-2.2604,17z', null],
    ['https://www.openstreetmap.org/#map=17/53.4655/-2.2604', null],
    ['https://www.openstreetmap.org/?mlat=53.4655&mlon=-2.2604', null],
    ['https://maps.example/?q=53.4655,-2.2604', null],
  ])('%s', (text, note) => {
    const reading = readCoordinate(text);
    if (!reading.ok) throw new Error(reading.reason);
    expect(reading.lon).toBeCloseTo(-2.2604, 9);
    expect(reading.lat).toBeCloseTo(53.4655, 9);
    expect(reading.note).toBe(note);
  });

  test('elsewhere in the world the first number is the latitude, unless it cannot be one', () => {
    expect(readCoordinate('40.7, -74')).toMatchObject({ lat: 40.7, lon: -74 });
    expect(readCoordinate('-120.5, 40')).toMatchObject({ lat: 40, lon: -120.5 });
  });

  test.each([
    ['53.4655 S 200 W', 'malformed'],
    ['53 27 77 N, 2 15 37 W', 'malformed'],
    ['200, 300', 'malformed'],
    ['382806, 396569', 'none'],
    ['Nelson Street West', 'none'],
    ['M15 4AB', 'none'],
    ['', 'none'],
  ])('%j is none: %s', (text, kind) => expect(readCoordinate(text)).toMatchObject({ ok: false, kind }));

  test('any text is answered, and soon', () => {
    const started = performance.now();
    for (const piece of ['1 ', '1°', 'N', '1N', '@', '1,', "'"]) readCoordinate(piece.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(1000);
    fc.assert(fc.property(fc.string(), (text) => typeof readCoordinate(text).ok === 'boolean'));
  });

  test('any place written in degrees is read back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 49.1, max: 60.9, noNaN: true }),
        fc.double({ min: -10.9, max: 1.9, noNaN: true }),
        (lat, lon) => {
          const letters = `${lat.toFixed(6)}N ${Math.abs(lon).toFixed(6)}${lon < 0 ? 'W' : 'E'}`;
          for (const text of [
            letters,
            `${lat.toFixed(6)}, ${lon.toFixed(6)}`,
            `${lon.toFixed(6)} ${lat.toFixed(6)}`,
          ]) {
            const reading = readCoordinate(text);
            expect(reading).toMatchObject({ ok: true });
            if (reading.ok) expect(Math.hypot(reading.lon - lon, reading.lat - lat)).toBeLessThan(2e-6);
          }
        },
      ),
    );
  });
});
