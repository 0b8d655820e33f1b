import type { Map as MapLibreMap } from 'maplibre-gl';
import { expect, it } from 'vitest';
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
