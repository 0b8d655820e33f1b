import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import { pmtilesOf } from './pmtiles.ts';

/** A small vector basemap in Protomaps' layer names around a point: a lake, a park, roads, houses, a place. */
export function townBasemap(lon: number, lat: number, attribution: string): Uint8Array<ArrayBuffer> {
  const box = (west: number, south: number, size: number): Feature['geometry'] => ({
    type: 'Polygon',
    coordinates: [
      [
        [lon + west, lat + south],
        [lon + west + size, lat + south],
        [lon + west + size, lat + south + size],
        [lon + west, lat + south + size],
        [lon + west, lat + south],
      ],
    ],
  });
  const feature = (geometry: Feature['geometry'], properties: Record<string, string>): Feature => ({
    type: 'Feature',
    geometry,
    properties,
  });
  const line = (...coordinates: [number, number][]): Feature['geometry'] => ({
    type: 'LineString',
    coordinates: coordinates.map(([x, y]) => [lon + x, lat + y]),
  });
  const layers: Record<string, Feature[]> = {
    earth: [feature(box(-0.2, -0.2, 0.4), {})],
    landuse: [feature(box(-0.06, -0.01, 0.03), { kind: 'park' })],
    water: [feature(box(0.02, -0.03, 0.03), { kind: 'lake' })],
    roads: [
      feature(line([-0.2, 0.005], [0.2, -0.005]), { kind: 'highway', name: 'Long Road' }),
      feature(line([0.01, -0.2], [-0.01, 0.2]), { kind: 'major_road', name: 'High Street' }),
      feature(line([-0.2, 0.05], [0.2, 0.08]), { kind: 'rail' }),
    ],
    buildings: Array.from({ length: 60 }, (_, i) =>
      feature(box(-0.015 + (i % 10) * 0.003, -0.009 + Math.floor(i / 10) * 0.003, 0.001), {}),
    ),
    places: [
      feature(
        { type: 'Point', coordinates: [lon + 0.004, lat + 0.02] },
        { kind: 'locality', name: 'Mapham' },
      ),
    ],
  };
  const indexes = Object.entries(layers).map(([name, features]) => ({
    name,
    index: new GeoJSONVT(
      { type: 'FeatureCollection', features },
      { maxZoom: 14, indexMaxZoom: 14, indexMaxPoints: 0 },
    ),
  }));
  const tiles = [];
  for (let z = 6; z <= 13; z++) {
    const across = 2 ** z;
    const xAt = (degrees: number): number => Math.floor(((degrees + 180) / 360) * across);
    const yAt = (degrees: number): number =>
      Math.floor(
        (0.5 - Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI)) * across,
      );
    for (let x = xAt(lon - 0.2); x <= xAt(lon + 0.2); x++) {
      for (let y = yAt(lat + 0.2); y <= yAt(lat - 0.2); y++) {
        const held = indexes.flatMap(({ name, index }) => {
          const tile = index.getTile(z, x, y);
          return tile ? [[name, tile] as const] : [];
        });
        if (held.length === 0) continue;
        tiles.push({
          z,
          x,
          y,
          data: fromGeojsonVt(Object.fromEntries(held) as never, { version: 2, extent: 4096 }),
        });
      }
    }
  }
  return pmtilesOf({
    tiles,
    gzip: true,
    leafEntries: 40,
    bounds: [lon - 0.2, lat - 0.2, lon + 0.2, lat + 0.2],
    metadata: { attribution, vector_layers: Object.keys(layers).map((id) => ({ id })) },
  });
}
