import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { premisesTileAddress, shapesTileAddress, tileAsked } from '../../src/map/tile-address.ts';

const filled = (pattern: string) =>
  pattern.replace('{z}', '12').replace('{x}', '2034').replace('{y}', '1360');

describe('tile addresses', () => {
  it('say which content they are of, whatever its name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (contentId) => {
        expect(tileAsked(filled(shapesTileAddress(contentId)))).toEqual({
          source: { kind: 'shapes', contentId },
          z: 12,
          x: 2034,
          y: 1360,
        });
      }),
    );
  });

  it('differ with the count, which the worker need not know', () => {
    expect(premisesTileAddress(1)).not.toBe(premisesTileAddress(2));
    expect(tileAsked(filled(premisesTileAddress(7)))).toEqual({
      source: { kind: 'premises' },
      z: 12,
      x: 2034,
      y: 1360,
    });
  });

  it('name a count beside the one on show', () => {
    for (const count of ['before', 'after', 'difference'] as const) {
      const { source } = tileAsked(filled(premisesTileAddress(3, count)));
      expect(source).toEqual({ kind: 'premises', count });
    }
  });

  it('of another kind are refused', () => {
    for (const url of [
      'notspot://premises/1/2/3',
      'notspot://roofs/1/2/3/4',
      'https://example.org/shapes/a/1/2/3',
    ]) {
      expect(() => tileAsked(url)).toThrow(url);
    }
  });
});
