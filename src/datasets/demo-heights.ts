import { fetchDemoPack } from './demo-borough.ts';

/** What the pack of the demo's heights weighs, in thousands of bytes; a host that packs sends less. */
export const DEMO_HEIGHTS_KILOBYTES = 691;

/** The files in it. */
export const DEMO_HEIGHTS_FILES: ReadonlySet<string> = new Set([
  'ground.asc',
  'trees.geojson',
  'council-assets.geojson',
]);

/** The pack of the demo borough's ground, trees, council assets and rooftop sites, fetched as the borough's own is. */
export function fetchDemoHeights(baseUrl: string, signal?: AbortSignal): Promise<Uint8Array> {
  return fetchDemoPack({ what: 'The demo’s ground and trees', file: 'heights.pack' }, baseUrl, signal);
}
