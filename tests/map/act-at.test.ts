import type { Map as MapLibreMap } from 'maplibre-gl';
import { expect, it } from 'vitest';
import { startPicking } from '../../src/actions/pick-place.ts';
import { chooseSite } from '../../src/actions/set-rooftops-view.ts';
import { actAt } from '../../src/map/gestures/act-at.ts';
import { makeAppContext } from '../builders/app-context.ts';

/** A map seen from afar with a ward everywhere and a cluster on its western half. */
const map = {
  getLayer: () => true,
  getZoom: () => 11,
  project: ([x, y]: [number, number]) => ({ x, y }),
  queryRenderedFeatures: (at: number[], { layers }: { layers: string[] }) => {
    if (layers.includes('ward-class')) return [{ id: 'E05000001' }];
    return layers.includes('cluster-fill') && at[0] < 100 ? [{ properties: { id: 'e1-n1' } }] : [];
  },
} as unknown as MapLibreMap;

it('opens the ward there, or the cluster where clusters are the topic', () => {
  const { context } = makeAppContext();
  const gesture = { map, context, motionMilliseconds: 0 };
  actAt(gesture, { x: 50, y: 50 });
  expect(context.view.getState()).toMatchObject({ wardCode: 'E05000001', clusters: { id: null } });
  context.view.setState({ topic: 'clusters', wardCode: null });
  actAt(gesture, { x: 50, y: 50 });
  expect(context.view.getState()).toMatchObject({ wardCode: null, clusters: { id: 'e1-n1' } });
  actAt(gesture, { x: 150, y: 50 });
  expect(context.view.getState().clusters.id).toBe(null);
});

it('on the Rooftops page gives the place that is waited for, then chooses sites and nothing else', () => {
  const { context } = makeAppContext();
  let siteAt: string | null = null;
  const roofs = {
    ...map,
    unproject: ([x, y]: [number, number]) => ({ lng: x / 1000, lat: 51 + y / 1000 }),
    queryRenderedFeatures: (_: unknown, { layers }: { layers: string[] }) =>
      layers.includes('site') && siteAt !== null
        ? [{ properties: { id: siteAt }, geometry: { type: 'Point', coordinates: [0, 0] } }]
        : [],
  } as unknown as MapLibreMap;
  const gesture = { map: roofs, context, motionMilliseconds: 0 };
  context.view.setState({ page: 'rooftops' });
  startPicking(context, { kind: 'new-site' });
  actAt(gesture, { x: 250, y: 500 });
  const [site] = context.project.getState().project.sites;
  expect(site).toMatchObject({ lon: 0.25, lat: 51.5, antennaMetres: 3, above: 'surface' });
  expect(context.view.getState().rooftops).toMatchObject({ siteId: site.id, picking: null });
  actAt(gesture, { x: 10, y: 10 });
  expect(context.project.getState().project.sites).toHaveLength(1);
  expect(context.view.getState().wardCode).toBe(null);
  chooseSite(context, null);
  siteAt = site.id;
  actAt(gesture, { x: 10, y: 10 });
  expect(context.view.getState().rooftops.siteId).toBe(site.id);
});
