import { describe, expect, it } from 'vitest';
import { fetchDemoBorough } from '../../src/datasets/demo-borough.ts';
import { fetchDemoHeights } from '../../src/datasets/demo-heights.ts';
import { demoPacksOf } from '../../src/datasets/demo-packs.ts';
import { fetchDemoStreets } from '../../src/datasets/demo-streets.ts';

describe('demoPacksOf', () => {
  const fetched = (...names: string[]) => demoPacksOf(names).map(({ fetchPack }) => fetchPack);

  it('names the packs that files lie in, and no other', () => {
    expect(fetched()).toEqual([]);
    expect(fetched('trees.geojson')).toEqual([fetchDemoHeights]);
    expect(fetched('street-links.geojson', 'fibre-points.geojson')).toEqual([fetchDemoStreets]);
    expect(fetched('wards.geojson', 'street-restrictions.csv', 'ground.asc')).toEqual([
      fetchDemoBorough,
      fetchDemoHeights,
      fetchDemoStreets,
    ]);
  });

  it('takes the borough’s for a file that nobody knows', () => {
    expect(fetched('')).toEqual([fetchDemoBorough]);
  });
});
