import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonErrorPlace } from '../../src/formats/json-error-place.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('jsonErrorPlace', () => {
  test.each([
    ['{"a": 1,\n "b" 2}', 2, 6],
    ['[1, 2', 1, 6],
    ['{"a": tru}', 1, 7],
    ['', 1, 1],
    ['[1] x', 1, 5],
    ['["a\nb"]', 1, 4],
    ['{"a":1,}', 1, 8],
  ])('%j breaks at line %i, column %i', (text, line, column) => {
    expect(jsonErrorPlace(text)).toMatchObject({ line, column });
  });

  test('deep nesting does not overflow', () => {
    expect(jsonErrorPlace('['.repeat(200_000))).toMatchObject({ line: 1, column: 200_001 });
  });

  test('finds an error exactly where JSON.parse refuses', () => {
    const broken = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', '1', ' ', '\\', 'x'))
      .map(([json, at, extra]) => {
        const cut = json.length === 0 ? 0 : at % json.length;
        return json.slice(0, cut) + extra + json.slice(cut + 1);
      });
    fc.assert(
      fc.property(broken, (text) => {
        expect(jsonErrorPlace(text) === null).toBe(isJson(text));
      }),
      { numRuns: 1000 },
    );
  });
});
