import { describe, expect, it } from 'vitest';
import { inLayerOrder, LAYER_ORDER, layerHeight } from '../../src/map/layer-order.ts';

describe('the order of layers', () => {
  it('names each kind once', () => {
    expect(new Set(LAYER_ORDER).size).toBe(LAYER_ORDER.length);
  });

  it('throws for a layer that it does not list', () => {
    expect(() => layerHeight('popup')).toThrow('popup');
    expect(() => layerHeight('coverage')).toThrow('coverage');
    expect(() => inLayerOrder([{ id: 'background' }, { id: 'Ward-label' }])).toThrow('Ward-label');
  });

  it('goes by kind, whatever content is drawn, and keeps the order within a kind', () => {
    const ids = ['ward-label', 'coverage-fill:b', 'coverage-edge:a', 'coverage-fill:a', 'background'];
    expect(inLayerOrder(ids.map((id) => ({ id }))).map(({ id }) => id)).toEqual([
      'background',
      'coverage-fill:b',
      'coverage-fill:a',
      'coverage-edge:a',
      'ward-label',
    ]);
  });
});
