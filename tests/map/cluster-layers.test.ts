import { describe, expect, it } from 'vitest';
import { clusterBox, clusterFeatures } from '../../src/map/cluster-features.ts';
import { clusterLayers } from '../../src/map/layers/cluster-layers.ts';
import { mapDrawing } from '../../src/map/map-drawing.ts';
import { WardStates } from '../../src/map/ward-states.ts';
import { mapReading } from '../../src/stores/derived/map-reading.ts';
import { clustersOf, terrace } from '../builders/cluster-premises.ts';
import { datasetOf, projectOf } from '../builders/project.ts';
import { coloursOf } from './colours.ts';
import { FakeMap } from './fake-map.ts';

const LIGHT = coloursOf('11');
const { clusters } = clustersOf({
  premises: [...terrace(412_000, 301_000, 5), ...terrace(415_000, 301_000, 3)],
});

function drawing(isOpen: boolean) {
  const wards = datasetOf({ role: 'wards', roles: { code: 'code' } });
  return mapDrawing(
    {
      reading: mapReading(projectOf({ datasets: [wards] }), []),
      premisesVersion: null,
      wardClassByCode: new Map([['W1', 5]]),
      marks: null,
      basemap: null,
      clusters: isOpen,
    },
    LIGHT,
  );
}

describe('clusters on the map', () => {
  it('are drawn while they are the topic, above the wards and labelled first', () => {
    const ids = drawing(true).layers.map(({ id }) => id);
    expect(drawing(false).layers.some(({ id }) => id.startsWith('cluster'))).toBe(false);
    expect(ids.indexOf('cluster-fill')).toBeGreaterThan(ids.indexOf('ward-border'));
    expect(ids.indexOf('cluster-label')).toBeGreaterThan(ids.indexOf('ward-label'));
  });

  it('make the wards ground: no hatch, names without counts', () => {
    const layerOf = (isOpen: boolean, id: string): string =>
      JSON.stringify(drawing(isOpen).layers.find((layer) => layer.id === id));
    expect(layerOf(false, 'ward-pattern')).toContain('["W1"]');
    expect(layerOf(true, 'ward-pattern')).not.toContain('["W1"]]');
    expect(layerOf(false, 'ward-label')).toContain('count');
    expect(layerOf(true, 'ward-label')).not.toContain('count');
  });

  it('have one feature and one label each, the largest first', () => {
    const { outlines, labels } = clusterFeatures(clusters);
    expect(outlines.map(({ properties }) => properties?.id)).toEqual(clusters.ids);
    expect(labels.map(({ properties }) => properties)).toEqual([
      { id: 'e412000-n301000', name: 'Alder 1', count: '5', rank: 0 },
      { id: 'e415000-n301000', name: 'Alder 2', count: '3', rank: 1 },
    ]);
    const ring = outlines[0].geometry.coordinates[0];
    expect(ring[0]).toEqual(ring.at(-1));
    expect(ring.length).toBeGreaterThan(4);
  });

  it('stop at so many that a map can bear', () => {
    const many = { ...clusters, count: 30_000, ids: Array.from({ length: 30_000 }, () => clusters.ids[0]) };
    const polygonStarts = Uint32Array.from({ length: 30_001 }, (_, i) => Math.min(i, 1));
    const outlines = { ...clusters.outlines, polygonStarts };
    expect(clusterFeatures({ ...many, outlines }).outlines).toHaveLength(20_000);
  });

  it('have a box to go to, which holds the place they are named by', () => {
    const box = clusterBox(clusters, 'e412000-n301000');
    if (!box) throw new Error('The cluster has no box.');
    const [lon, lat] = [clusters.centre.lon[0], clusters.centre.lat[0]];
    expect(box[0] < lon && lon < box[2] && box[1] < lat && lat < box[3]).toBe(true);
    expect(clusterBox(clusters, 'e1-n1')).toBe(null);
  });

  it('carry hover and selection by their ids', () => {
    const map = new FakeMap();
    const { sources } = clusterLayers(LIGHT);
    for (const [id, source] of Object.entries(sources)) map.addSource(id, source);
    const states = new WardStates(map.asMap(), 'clusters', null);
    states.setOne('selected', 'e412000-n301000');
    expect(Object.fromEntries(map.states)).toEqual({ 'e412000-n301000': { selected: true } });
  });
});
