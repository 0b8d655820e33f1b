import { describe, expect, it } from 'vitest';
import { designationOf } from '../../../src/domain/consents/designation-of.ts';
import {
  designationsAt,
  type LoadedFile,
  NEAR_METRES,
  rowsHolding,
} from '../../../src/domain/consents/designations-at.ts';
import type { Designation } from '../../../src/domain/consents/site-facts.ts';
import type { DatasetRecord } from '../../../src/domain/project/project.ts';
import { NO_GEOMETRY } from '../../../src/domain/tables/source-table.ts';
import { FULL_PROJECT } from '../../builders/full-project.ts';
import { polygonsOf, rectangle } from '../../builders/polygons.ts';
import { shapeTableOf, tableOf } from '../../builders/tables.ts';

function datasetOf(fileName: string, given: Partial<DatasetRecord> = {}): DatasetRecord {
  const [dataset] = FULL_PROJECT.datasets;
  const source = { title: '', publisher: null, date: null, licence: null, url: null };
  const { designation: _designation, ...rest } = dataset;
  return { ...rest, fileName, role: 'context', roles: {}, source, supersededBy: undefined, ...given };
}

/** Two areas with a gap between, in a file that speaks from 0 to 3 degrees east. */
function areasIn(fileName: string, given: Partial<DatasetRecord> = {}): LoadedFile {
  const polygons = polygonsOf([rectangle(0, 50, 1, 51)], [rectangle(2, 50, 3, 51)]);
  return {
    dataset: datasetOf(fileName, given),
    table: shapeTableOf(fileName, ['name'], ['Old Town', 'New Town'], polygons),
  };
}

function pointsIn(fileName: string, lon: number, lat: number): LoadedFile {
  const points = {
    lon: Float64Array.of(lon, lon + 1),
    lat: Float64Array.of(lat, lat + 1),
    row: Uint32Array.of(0, 1),
  };
  const table = {
    ...tableOf(fileName, ['name'], ['Corn Exchange', 'far away']),
    geometry: { ...NO_GEOMETRY, points },
  };
  return { dataset: datasetOf(fileName), table };
}

function at(files: readonly LoadedFile[], lon: number, lat: number, designation: Designation) {
  return designationsAt({ lon, lat }, files).find((one) => one.designation === designation);
}

describe('designationsAt', () => {
  const areas = areasIn('conservation-areas.geojson');

  it('has the place inside an area, edges included, with its name and file', () => {
    const inside = { state: 'inside', names: ['Old Town'], fileNames: ['conservation-areas.geojson'] };
    expect(at([areas], 0.5, 50.5, 'conservation area')).toMatchObject(inside);
    expect(at([areas], 1, 50.5, 'conservation area')).toMatchObject(inside);
  });

  it('has it outside between the areas, and says nothing beyond all of them', () => {
    expect(at([areas], 1.5, 50.5, 'conservation area')?.state).toBe('outside');
    expect(at([areas], 3.01, 50.5, 'conservation area')?.state).toBe('no data');
    expect(at([areas], 1.5, 50.5, 'listed building')?.state).toBe('no data');
  });

  it('takes what is inside of one file before what is outside of another', () => {
    const other = areasIn('conservation area north.geojson');
    const found = at(
      [other, { ...areas, table: { ...areas.table, geometry: NO_GEOMETRY } }],
      0.5,
      50.5,
      'conservation area',
    );
    expect(found).toMatchObject({ state: 'inside', fileNames: ['conservation area north.geojson'] });
  });

  it('has a point near up to NEAR_METRES and no farther', () => {
    const metre = 1 / 111_195;
    const listed = pointsIn('listed-buildings.csv', 0.5, 50.5);
    const north = (metres: number) => at([listed], 0.5, 50.5 + metres * metre, 'listed building');
    expect(north(NEAR_METRES - 0.1)).toMatchObject({ state: 'near', names: ['Corn Exchange'] });
    expect(north(NEAR_METRES + 0.1)).toMatchObject({ state: 'outside', names: [] });
  });

  it('asks no file that a person says shows none, and one whose name tells nothing as they say', () => {
    expect(
      at([areasIn('conservation-areas.geojson', { designation: 'none' })], 0.5, 50.5, 'conservation area')
        ?.state,
    ).toBe('no data');
    expect(
      at([areasIn('x.geojson', { designation: 'national park' })], 0.5, 50.5, 'national park')?.state,
    ).toBe('inside');
  });

  it('finds every row that holds a place', () => {
    const polygons = polygonsOf([rectangle(0, 0, 2, 2)], [rectangle(5, 5, 6, 6)], [rectangle(1, 1, 3, 3)]);
    const table = shapeTableOf('x.geojson', ['name'], ['a', 'b', 'c'], polygons);
    expect(rowsHolding(table, { lon: 1.5, lat: 1.5 })).toEqual([0, 2]);
    expect(rowsHolding(table, { lon: 4, lat: 4 })).toEqual([]);
    expect(rowsHolding(tableOf('x.csv', ['name'], ['a']), { lon: 1, lat: 1 })).toEqual([]);
  });
});

describe('designationOf', () => {
  it.each([
    ['conservation-area.geojson', 'conservation area'],
    ['Conservation_Areas_2024.zip', 'conservation area'],
    ['listed-building-outline.geojson', 'listed building'],
    ['National_Parks.shp', 'national park'],
    ['aonb.gpkg', 'outstanding natural beauty'],
    ['area-of-outstanding-natural-beauty.geojson', 'outstanding natural beauty'],
    ['World Heritage Sites.kml', 'world heritage site'],
    ['SSSI_units.geojson', 'other protected land'],
    ['roads.geojson', null],
    ['passsing-places.csv', null],
  ])('%s: %s', (fileName, designation) => {
    expect(designationOf(datasetOf(fileName))).toBe(designation);
  });

  it('asks only of files of context in force', () => {
    expect(designationOf(datasetOf('conservation-area.geojson', { role: 'coverage' }))).toBeNull();
    expect(designationOf(datasetOf('conservation-area.geojson', { supersededBy: 'c9' }))).toBeNull();
  });
});
