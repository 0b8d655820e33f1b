import { describe, expect, it } from 'vitest';
import { areaLabelsOf } from '../../../src/workers/tiles/area-labels.ts';
import { areasOf, polygonsOf, rectangle } from '../../builders/polygons.ts';

describe('area labels', () => {
  it('stand in the middle of a plain area', () => {
    const areas = areasOf([{ code: 'E05', name: 'Abbey', rings: [rectangle(-1.6, 52.4, -1.4, 52.6)] }]);
    const [label] = areaLabelsOf(areas);
    expect(label).toMatchObject({ code: 'E05', name: 'Abbey', box: [-1.6, 52.4, -1.4, 52.6] });
    expect(label.lon).toBeCloseTo(-1.5, 2);
    expect(label.lat).toBeGreaterThan(52.44);
    expect(label.lat).toBeLessThan(52.56);
  });

  it('take the largest part of an area, and the box of all parts', () => {
    const polygons = polygonsOf([rectangle(0, 52, 0.1, 52.1)], [rectangle(1, 52, 1.4, 52.4)]);
    const [label] = areaLabelsOf({
      codes: ['A'],
      names: ['A'],
      polygons,
      polygonArea: Uint32Array.of(0, 0),
      columns: [],
    });
    expect(label.box).toEqual([0, 52, 1.4, 52.4]);
    expect(label.lon).toBeGreaterThan(1);
  });

  it('leave out areas without a shape', () => {
    const polygons = polygonsOf([rectangle(0, 52, 0.1, 52.1)]);
    const labels = areaLabelsOf({
      codes: ['A', 'B'],
      names: ['A', 'B'],
      polygons,
      polygonArea: Uint32Array.of(1),
      columns: [],
    });
    expect(labels.map((label) => label.code)).toEqual(['B']);
  });
});
