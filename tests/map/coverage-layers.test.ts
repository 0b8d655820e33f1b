import { describe, expect, test } from 'vitest';
import type { LayerRecord } from '../../src/domain/coverage/layer.ts';
import { coverageLayers } from '../../src/map/layers/coverage-layers.ts';
import { layerOf } from '../builders/layers.ts';
import { coloursOf } from './colours.ts';

type Properties = Readonly<Record<string, string>>;

/** The operators of style expressions that these layers use, as the style specification defines them. */
function evaluate(expression: unknown, properties: Properties): unknown {
  if (!Array.isArray(expression)) return expression;
  const [operator, ...rest] = expression;
  const at = (i: number) => evaluate(rest[i], properties);
  const numbers = () => rest.map((_, i) => Number(at(i)));
  switch (operator) {
    case 'literal':
      return rest[0];
    case 'get':
      return properties[rest[0]] ?? null;
    case 'to-string':
      return at(0) === null ? '' : String(at(0));
    case 'to-number': {
      const number = at(0) === null ? 0 : Number(at(0));
      return Number.isNaN(number) ? at(1) : number;
    }
    case 'downcase':
      return String(at(0)).toLowerCase();
    case 'in':
      return (at(1) as unknown[]).includes(at(0));
    case 'all':
      return rest.every((_, i) => at(i) === true);
    case '==':
      return at(0) === at(1);
    case 'case':
      return at(0) === true ? at(1) : at(2);
    case 'min':
      return Math.min(...numbers());
    case 'max':
      return Math.max(...numbers());
    case '*':
      return numbers().reduce((product, one) => product * one, 1);
    case '-':
      return Number(at(0)) - Number(at(1));
    case '/':
      return Number(at(0)) / Number(at(1));
    default:
      throw new Error(`The test does not know "${operator}".`);
  }
}

function fillOf(seed: Partial<LayerRecord>) {
  const drawn = coverageLayers(layerOf({ key: 'gigabit', ...seed }), coloursOf('11'));
  const fill = drawn.layers.find((layer) => layer.type === 'fill');
  if (fill?.type !== 'fill') throw new Error('The layer is not drawn.');
  return fill;
}

function densities(seed: Partial<LayerRecord>, ...cells: (string | undefined)[]) {
  const opacity = fillOf({ shape: 'shares', measure: 'percent', column: 'v', ...seed }).paint?.[
    'fill-opacity'
  ];
  return cells.map((cell) => {
    const properties: Properties = cell === undefined ? {} : { v: cell };
    return Number((Number(evaluate(opacity, properties)) / 0.45).toFixed(6));
  });
}

describe('shares', () => {
  test('are the denser the higher; a blank stays empty', () => {
    expect(densities({}, '100', '25', '0', undefined, '-1')).toEqual([1, 0.25, 0, 0, 0]);
  });

  test('of those without are turned round, and a blank still stays empty', () => {
    expect(densities({ inverted: true }, '100', '25', '0', undefined)).toEqual([0, 0.75, 1, 0]);
  });

  test('whose blanks are zeros are drawn so', () => {
    expect(densities({ inverted: true, blankIsZero: true }, '100', undefined)).toEqual([0, 1]);
  });
});

test('only the rows of a layer are drawn, in any case', () => {
  const where = [
    { column: 'technology', values: ['5G'] },
    { column: 'operator', values: ['Northlink', 'North Link'] },
  ];
  const drawn = coverageLayers(layerOf({ key: '5g', where }), coloursOf('11'));
  expect(drawn.layers).toHaveLength(3);
  for (const layer of drawn.layers) {
    const { filter } = layer as { filter?: unknown };
    const isDrawn = (properties: Properties) => evaluate(filter, properties);
    expect(isDrawn({ technology: '5g', operator: 'NORTHLINK' })).toBe(true);
    expect(isDrawn({ technology: '5G', operator: 'north link' })).toBe(true);
    expect(isDrawn({ technology: '4G', operator: 'Northlink' })).toBe(false);
    expect(isDrawn({ operator: 'Northlink' })).toBe(false);
  }
});

test('without rows named all are drawn', () => {
  expect('filter' in fillOf({})).toBe(false);
});
