import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/formats/canonical-json.ts';

describe('canonicalJson', () => {
  it('sorts members, leaves blanks and undefined out and lists flat arrays', () => {
    expect(canonicalJson({ b: [1, { z: null, a: 'ü' }], a: undefined, '10': 1, '9': true })).toBe(
      '{"10":1,"9":true,"b":[1,{"a":"ü","z":null}]}',
    );
    expect(canonicalJson(Float64Array.of(0.1, -2))).toBe('[0.1,-2]');
  });

  it('is JSON that reads back equal, whatever order the members came in', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(turned(value))).toBe(text);
      }),
    );
  });

  it.each([
    ['NaN', Number.NaN],
    ['an infinity', [Number.NEGATIVE_INFINITY]],
    ['NaN in a flat array', Float64Array.of(Number.NaN)],
    ['an undefined in a list', [undefined]],
    ['a function', { a: () => 1 }],
    ['a big integer', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(RangeError);
  });

  it('refuses what is nested without end', () => {
    const round: unknown[] = [];
    round.push(round);
    expect(() => canonicalJson(round)).toThrow(RangeError);
  });
});

/** The same value with the members of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, turned(member)]),
  );
}
