import { fetchDemoPack } from './demo-borough.ts';

/** What the pack of the demo's streets weighs, in thousands of bytes; a host that packs sends less. */
export const DEMO_STREETS_KILOBYTES = 407;

/** The files in it. */
export const DEMO_STREETS_FILES: ReadonlySet<string> = new Set([
  'street-links.geojson',
  'fibre-points.geojson',
  'ducts-and-poles.geojson',
  'street-restrictions.csv',
  'planned-excavations.csv',
  'roof-access.geojson',
  'listed-buildings.geojson',
  'conservation-areas.geojson',
]);

/** The pack of what lies in and across the demo borough's streets, fetched as the borough's own is. */
export function fetchDemoStreets(baseUrl: string, signal?: AbortSignal): Promise<Uint8Array> {
  return fetchDemoPack({ what: 'The demo’s street file', file: 'streets.pack' }, baseUrl, signal);
}
