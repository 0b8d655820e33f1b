import { gridToLonLat } from '../../src/domain/geo/british-national-grid.ts';
import { seeded } from '../bench/seeded.ts';

/** Three files of a made-up pilot, as text, and the same facts as plain values for independent counting. */
export interface Pilot {
  readonly wardsGeoJson: string;
  readonly premisesCsv: string;
  readonly gigabitGeoJson: string;
  readonly wards: readonly { code: string; name: string; ring: readonly Position[] }[];
  readonly premises: readonly { uprn: string; easting: number; northing: number; position: Position }[];
  readonly gigabit: readonly (readonly (readonly Position[])[])[];
}

type Position = [number, number];

const WEST = 412_000;
const SOUTH = 301_000;
const NAMES = ['Alder Edge', 'Birch & Brook', 'Cold Ash', "Drover's Heath", 'Elm Row', 'Far Meadow'];

/**
 * Six wards with crooked shared borders, 900 premises in British National Grid metres (some outside every ward), two
 * gigabit footprints of which one has a hole. The same on every run.
 */
export function makePilot(): Pilot {
  const random = seeded(7);
  const corner = (x: number, y: number): Position => gridToLonLat(WEST + x, SOUTH + y);
  const crooked = (x: number, y: number): Position => [
    x + 60 * Math.sin(x / 300 + y / 170),
    y + 60 * Math.cos(x / 210 - y / 400),
  ];
  const wards = NAMES.map((name, i) => {
    const x0 = (i % 3) * 1000;
    const y0 = Math.floor(i / 3) * 1000;
    const walk: Position[] = [];
    for (let t = 0; t < 1000; t += 100) walk.push([x0 + t, y0]);
    for (let t = 0; t < 1000; t += 100) walk.push([x0 + 1000, y0 + t]);
    for (let t = 0; t < 1000; t += 100) walk.push([x0 + 1000 - t, y0 + 1000]);
    for (let t = 0; t < 1000; t += 100) walk.push([x0, y0 + 1000 - t]);
    const ring = walk.map(([x, y]) => corner(...crooked(x, y)));
    return { code: `E0599800${i + 1}`, name, ring: [...ring, ring[0]] };
  });
  const premises = Array.from({ length: 900 }, (_, i) => {
    const easting = Math.round(WEST - 100 + random() * 3200);
    const northing = Math.round(SOUTH - 100 + random() * 2200);
    return {
      uprn: `9990000${String(10_000 + i)}`,
      easting,
      northing,
      position: gridToLonLat(easting, northing),
    };
  });
  const gigabit = [
    [circle(1100, 900, 800, corner), circle(1100, 900, 300, corner).reverse()],
    [circle(2300, 1400, 600, corner)],
  ];
  return {
    wards,
    premises,
    gigabit,
    wardsGeoJson: collection(
      wards.map(({ code, name, ring }) => feature({ WD24CD: code, WD24NM: name }, [ring])),
    ),
    premisesCsv: [
      'UPRN,X_COORDINATE,Y_COORDINATE',
      ...premises.map((p) => `${p.uprn},${p.easting},${p.northing}`),
      '',
    ].join('\r\n'),
    gigabitGeoJson: collection(
      gigabit.map((rings) => feature({ technology: 'gigabit', provider: 'Pilot Fibre' }, rings)),
    ),
  };
}

function circle(
  x: number,
  y: number,
  radius: number,
  corner: (x: number, y: number) => Position,
): Position[] {
  const ring = Array.from({ length: 40 }, (_, i) =>
    corner(x + radius * Math.cos((i * Math.PI) / 20), y + radius * Math.sin((i * Math.PI) / 20)),
  );
  return [...ring, ring[0]];
}

function feature(properties: Record<string, string>, coordinates: readonly (readonly Position[])[]) {
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } };
}

function collection(features: readonly unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features });
}
