import { booleanPointInPolygon } from '@turf/turf';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { clusterPremisesFile, clustersFile } from '../../src/formats/clusters-file.ts';
import { clustersOf, terrace } from '../builders/cluster-premises.ts';
import { layerOf } from '../builders/layers.ts';
import { areasOf } from '../builders/polygons.ts';

const provenance = {
  definition: 'Premises that have no gigabit',
  sources: 'gigabit.geojson',
  countedOn: '2026-11-27',
  remark: 'fictional',
};
const given = [
  ...terrace(412_000, 301_000, 5).map((one) => ({ ...one, use: 'house' })),
  ...terrace(415_000, 301_000, 3).map((one) => ({ ...one, use: 'shop' })),
  ...terrace(418_000, 301_000, 2),
];
const { clusters, analysis, premises } = clustersOf({ premises: given });
const file = { clusters, provenance, hiddenLayers: [] };

function linesOf(text: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

describe('a file of clusters', () => {
  it('has a line per cluster with what was asked, by whom it was told and when', () => {
    const lines = linesOf(clustersFile({ ...file, format: 'csv' }));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      cluster_id: 'e412000-n301000',
      rank: '1',
      name: 'Alder 1',
      not_spots: '5',
      use_home: '5',
      use_business: '0',
      gigabit_lacking: '5',
      nearest_covered_id: '',
      nearest_covered_metres: '',
      joined_within_metres: '150',
      least_size: '3',
      definition: provenance.definition,
      counted_on: '2026-11-27',
      remark: 'fictional',
    });
  });

  it('has the outline of each in GeoJSON, and how many are scattered', () => {
    const shapes = JSON.parse(clustersFile({ ...file, format: 'geojson' }));
    expect([shapes.scattered_not_spots, shapes.all_not_spots, shapes.recipe]).toEqual([2, 10, 'no gigabit']);
    const [first] = shapes.features;
    expect(
      booleanPointInPolygon([first.properties.centre_lon, first.properties.centre_lat], first.geometry),
    ).toBe(true);
    expect(first.properties.area_square_metres).toBeGreaterThan(1_000);
  });

  it('keeps the names of its columns where there is no cluster', () => {
    const none = clustersOf({ premises: [] }).clusters;
    const text = clustersFile({ ...file, clusters: none, format: 'csv' });
    expect(text.trim().split('\n')).toHaveLength(1);
    expect(text).toContain('gigabit_lacking');
  });

  it('tells nothing of a technology that a confidential layer tells', () => {
    const hiddenLayers = [layerOf({ key: 'gigabit', confidential: true })];
    for (const format of ['csv', 'geojson'] as const)
      expect(clustersFile({ ...file, hiddenLayers, format })).not.toContain('gigabit_');
  });
});

describe('a file of one cluster', () => {
  const prepared = {
    premises,
    wards: areasOf([]),
    membership: { wardOf: new Int32Array(premises.count), overlapped: 0 },
  };
  const one = { ...file, cluster: 1, prepared, rowState: analysis.rowState };

  it('has a line per premises of it', () => {
    const lines = linesOf(clusterPremisesFile({ ...one, format: 'csv' }));
    expect(lines.map((line) => line.id)).toEqual(['4150003010000', '4150003010001', '4150003010002']);
    expect(lines[0]).toMatchObject({ answer: 'not-spot', cluster: 'Alder 2', unit: 'premises' });
  });

  it('has a point per premises of it', () => {
    const { features, name } = JSON.parse(clusterPremisesFile({ ...one, format: 'geojson' }));
    expect(name).toBe('Not-spots of Alder 2');
    expect(features).toHaveLength(3);
    expect(features[0].geometry.coordinates[0]).toBeCloseTo(premises.lon[5], 6);
  });
});
