import { describe, expect, it } from 'vitest';
import { shapesTile, shapesTileIndex } from '../../../src/workers/tiles/shapes-tile.ts';
import { tableWithPlaces } from '../../../src/workers/tiles/table-with-places.ts';
import { tableOf } from '../../builders/tables.ts';
import { readLayer, tileHolding } from './read-tile.ts';

describe('a table whose columns place its rows', () => {
  it('is drawn at its longitudes and latitudes, rows without a place left out', async () => {
    const table = tableOf(
      'masts.csv',
      ['name', 'lat', 'lon'],
      ['Hill,53.4,-2.3', 'Nowhere,,', 'Mill,53.41,-2.31'],
    );
    const placed = await tableWithPlaces(table);
    expect(placed.geometry.points).toEqual({
      lon: Float64Array.of(-2.3, -2.31),
      lat: Float64Array.of(53.4, 53.41),
      row: Uint32Array.of(0, 2),
    });
    const tile = shapesTile(shapesTileIndex(placed), ...tileHolding(-2.3, 53.4, 9));
    expect(readLayer(tile, 'points').map(({ properties }) => properties.name)).toEqual(['Hill', 'Mill']);
    expect(await tableWithPlaces(table)).toBe(placed);
  });

  it('is drawn from British National Grid as well', async () => {
    const table = tableOf('assets.csv', ['site', 'easting', 'northing'], ['Town Hall,379000,393000']);
    const { points } = (await tableWithPlaces(table)).geometry;
    expect(points?.lon[0]).toBeCloseTo(-2.318, 2);
    expect(points?.lat[0]).toBeCloseTo(53.433, 2);
  });

  it('is left as it is without such columns', async () => {
    const table = tableOf('notes.csv', ['name', 'text'], ['a,b']);
    expect(await tableWithPlaces(table)).toBe(table);
  });
});
