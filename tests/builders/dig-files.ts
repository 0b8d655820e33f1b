import { lonLatToGrid } from '../../src/domain/geo/british-national-grid.ts';
import { degreesAt } from './street-networks.ts';

type Place = readonly [number, number];

const feature = (type: string, coordinates: unknown, properties: Readonly<Record<string, unknown>>) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const collection = (features: readonly unknown[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });
const line = (places: readonly Place[], properties: Readonly<Record<string, unknown>>) =>
  feature(
    'LineString',
    places.map(([east, north]) => degreesAt(east, north)),
    { class: 'residential', surface: 'carriageway', footways: 'none', level: 0, ...properties },
  );

/** Streets A in the south and B in the north, 200 m long and 100 m apart; C, D and E join them from west to east. */
export function ladderStreets(): string {
  return collection([
    line(
      [
        [0, 0],
        [100, 0],
        [200, 0],
      ],
      { name: 'A' },
    ),
    line(
      [
        [0, 100],
        [100, 100],
        [200, 100],
      ],
      { name: 'B', section58_until: '2028-03-31' },
    ),
    ...['C', 'D', 'E'].map((name, at) =>
      line(
        [
          [100 * at, 0],
          [100 * at, 100],
        ],
        { name },
      ),
    ),
  ]);
}

/** An exchange beside C and a cabinet at its east end. */
export function ladderRoots(): string {
  return collection([
    feature('Point', degreesAt(-2, 20), { id: 'EX', name: 'Exchange', kind: 'exchange' }),
    feature('Point', degreesAt(200, -2), { id: 'CAB', name: 'Cabinet', kind: 'cabinet' }),
  ]);
}

/** Five premises along A and E, and one 3 km away. */
export function ladderPremises(): string {
  const places: readonly Place[] = [
    [20, 8],
    [150, -9],
    [205, 40],
    [192, 70],
    [206, 70],
    [200, 3100],
  ];
  const rows = places.map(([east, north], at) => {
    const [lon, lat] = degreesAt(east, north);
    return `1000000${at},${lon.toFixed(7)},${lat.toFixed(7)}`;
  });
  return ['uprn,longitude,latitude', ...rows].join('\n');
}

/** One ward around all but the place far away. */
export function ladderWard(): string {
  const ring = (
    [
      [-100, -100],
      [400, -100],
      [400, 300],
      [-100, 300],
      [-100, -100],
    ] as const
  ).map(([east, north]) => degreesAt(east, north));
  return collection([feature('Polygon', [ring], { WD24CD: 'E05000001', WD24NM: 'Ladder Ward' })]);
}

/** Flat ground about the ladder as an ASCII grid, whose header names no system; it is in the British National Grid. Needs `loadGrid`. */
export function ladderHeights(): string {
  const [x, y] = lonLatToGrid(...degreesAt(-300, -300));
  const row = new Array(100).fill(10).join(' ');
  const head = ['ncols 100', 'nrows 100', `xllcorner ${Math.round(x)}`, `yllcorner ${Math.round(y)}`];
  return [...head, 'cellsize 10', 'NODATA_value -9999', ...new Array(100).fill(row)].join('\n');
}

/** A mast of the council in the middle of the ladder, that may be used. */
export function ladderRoofs(): string {
  const [lon, lat] = degreesAt(100, 50);
  return [
    'id,name,kind,owner,wayleave,power,height_m,longitude,latitude',
    `M1,Mast 1,mast,Ladder Council,willing,yes,15,${lon.toFixed(7)},${lat.toFixed(7)}`,
  ].join('\n');
}
