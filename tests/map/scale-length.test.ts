import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleLength } from '../../src/map/scale-length.ts';

describe('the scale bar', () => {
  it('agrees with published resolutions', () => {
    // OpenStreetMap wiki, "Zoom levels": at zoom 15 of 256-pixel tiles, a pixel at the equator is 4.777 m. Ours are 512.
    const { pixels, label } = scaleLength(0, 14, 100);
    expect(label).toBe('200 m');
    expect(200 / pixels).toBeCloseTo(4.777, 3);
  });

  it('is the longest round length that fits', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -70, max: 70, noNaN: true }),
        fc.double({ min: 3, max: 20, noNaN: true }),
        (latitude, zoom) => {
          const { pixels, label } = scaleLength(latitude, zoom, 96);
          expect(pixels).toBeLessThanOrEqual(96.000_001);
          expect(pixels).toBeGreaterThan(96 / 2.5 - 0.000_001);
          expect(label).toMatch(/^[125]0* k?m$/);
        },
      ),
    );
  });
});
