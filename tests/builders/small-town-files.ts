import { gridToLonLat } from '../../src/domain/geo/british-national-grid.ts';
import { makeGeoTiff } from '../formats/made-geotiff.ts';

/** A made-up town of 100 × 100 m at (530000, 179900): ground at 2 m, four houses of 10 × 10 m, three 8 m high, one 30 m. */
const SIDE = 100;
const WEST = 530_000;
const SOUTH = 179_900;
const HOUSES = [
  { name: 'Depot', x: 20, y: 20, metres: 8 },
  { name: 'School', x: 60, y: 20, metres: 8 },
  { name: 'Library', x: 20, y: 60, metres: 8 },
  { name: 'Tower', x: 60, y: 60, metres: 30 },
] as const;

/** A place of the town in degrees, by metres from its south-western corner. */
export function townPlace(x: number, y: number): { readonly lon: number; readonly lat: number } {
  const [lon, lat] = gridToLonLat(WEST + x, SOUTH + y);
  return { lon, lat };
}

/** The surface as a GeoTIFF; cells that `isUnknown` says have no height. */
export function townSurface(isUnknown: (x: number, y: number) => boolean = () => false): Uint8Array {
  return raster((x, y) => {
    const house = HOUSES.find((one) => x > one.x && x < one.x + 10 && y > one.y && y < one.y + 10);
    return isUnknown(x, y) ? -9999 : 2 + (house?.metres ?? 0);
  });
}

/** The bare ground as a GeoTIFF. */
export function townGround(): Uint8Array {
  return raster(() => 2);
}

/** The houses as GeoJSON in degrees. */
export function townFootprints(): string {
  const features = HOUSES.map(({ name, x, y }) => {
    const corners = [
      [x, y],
      [x + 10, y],
      [x + 10, y + 10],
      [x, y + 10],
      [x, y],
    ].map(([atX, atY]) => Object.values(townPlace(atX, atY)));
    const geometry = { type: 'Polygon', coordinates: [corners] };
    return { type: 'Feature', properties: { building: 'yes', name }, geometry };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** A premises in each house, one in the street and one outside the town, in that order; odd ones have gigabit. */
export function townPremises(): string {
  const places = [...HOUSES.map(({ x, y }) => [x + 5, y + 5]), [45, 45], [450, 50]];
  const rows = places.map(([x, y], i) => {
    const { lon, lat } = townPlace(x, y);
    return `${100 + i},${lon},${lat},${i % 2 === 1 ? 'yes' : 'no'}`;
  });
  return `uprn,lon,lat,gigabit\n${rows.join('\n')}\n`;
}

function raster(height: (x: number, y: number) => number): Uint8Array {
  const values = Array.from({ length: SIDE * SIDE }, (_, i) =>
    height((i % SIDE) + 0.5, SIDE - Math.floor(i / SIDE) - 0.5),
  );
  const made = { columns: SIDE, rows: SIDE, values, cell: 1, nodata: '-9999' };
  return makeGeoTiff({ ...made, west: WEST, north: SOUTH + SIDE });
}
