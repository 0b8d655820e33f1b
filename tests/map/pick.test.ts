import type { Map as MapLibreMap } from 'maplibre-gl';
import { expect, it } from 'vitest';
import { pick } from '../../src/map/gestures/pick.ts';

/** A map on which a degree is a pixel, and dots are found by a box. */
function mapOf(
  dots: readonly { readonly row: number; readonly x: number; readonly y: number }[],
  roofs: readonly { readonly id: string; readonly x: number; readonly y: number }[] = [],
): MapLibreMap {
  const map = {
    getLayer: () => true,
    project: ([x, y]: [number, number]) => ({ x, y }),
    queryRenderedFeatures: (at: unknown, { layers }: { layers: string[] }) => {
      if (layers.includes('cluster-fill')) return [{ properties: { id: 'e1-n1' } }];
      if (layers.includes('site'))
        return [{ properties: { id: 's1' }, geometry: { type: 'Point', coordinates: [0, 0] } }];
      if (layers.includes('plan-roof'))
        return roofs.map(({ id, x, y }) => ({
          properties: { id },
          geometry: { type: 'Point', coordinates: [x, y] },
        }));
      if (layers.includes('plan-place'))
        return [{ properties: { id: 'place:1,2' }, geometry: { type: 'Point', coordinates: [0, 0] } }];
      if (layers.includes('ward-class')) return [{ id: 'E05000001' }];
      const [[west, north], [east, south]] = at as [[number, number], [number, number]];
      return dots
        .filter(({ x, y }) => x >= west && x <= east && y >= north && y <= south)
        .map(({ row, x, y }) => ({ properties: { row }, geometry: { type: 'Point', coordinates: [x, y] } }));
    },
  };
  return map as unknown as MapLibreMap;
}

it('takes the dot nearest to the click, not the first that is drawn within reach', () => {
  const map = mapOf([
    { row: 7, x: 104, y: 50 },
    { row: 8, x: 101, y: 50 },
    { row: 9, x: 96, y: 50 },
  ]);
  expect(pick(map, { x: 100, y: 50 }, 6)).toEqual({
    row: 8,
    wardCode: 'E05000001',
    clusterId: 'e1-n1',
    siteId: 's1',
    streetId: null,
    thing: 'place:1,2',
  });
  expect(pick(map, { x: 95, y: 50 }, 6).row).toBe(9);
  expect(pick(map, { x: 200, y: 50 }, 6)).toEqual({
    row: null,
    wardCode: 'E05000001',
    clusterId: 'e1-n1',
    siteId: 's1',
    streetId: null,
    thing: 'place:1,2',
  });
});

it('takes a hub of a plan before the premises beside it', () => {
  const map = mapOf([], [{ id: 'access:RA0001', x: 100, y: 50 }]);
  expect(pick(map, { x: 100, y: 50 }, 6).thing).toBe('access:RA0001');
  expect(pick(mapOf([]), { x: 100, y: 50 }, 6).thing).toBe('place:1,2');
});
