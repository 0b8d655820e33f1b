import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { type BoxedArea, holderOf, lackOf, readAreas, readRows } from './count-areas.ts';

const data = join(projectRoot, '..', 'shared', 'data');

/** The West Midlands' files; they stand beside the repository, or nowhere. */
export const westMidlands = {
  wards: join(data, 'boundaries', 'wmca_wards_WD20_generalised.geojson'),
  postcodes: join(data, 'premises', 'codepoint_open_2025-11_wmca_other6.csv'),
  shares: join(data, 'coverage', 'uk_lad_gigabit_ofcom_2023-09_via_ONS_SIE.csv'),
};

/** The six councils other than Birmingham, whose wards are in the file too. */
export const OTHER_SIX = ['E08000026', 'E08000027', 'E08000028', 'E08000029', 'E08000030', 'E08000031'];

/** Whether all of them are there. A test that skips says so by its own name. */
export const hasWestMidlands = Object.values(westMidlands).every((path) => existsSync(path));

/** The ward file without Birmingham's 69, as GeoJSON text: what a person who asks about the other six would drop in. */
export function wardsWithoutBirmingham(): string {
  const collection = JSON.parse(readFileSync(westMidlands.wards, 'utf8'));
  const features = collection.features.filter((feature: { properties: { LAD20CD: string } }) =>
    OTHER_SIX.includes(feature.properties.LAD20CD),
  );
  return JSON.stringify({ ...collection, features });
}

/** A ward's postcodes, and the bounds of those without gigabit. */
export interface PlaceCount {
  units: number;
  low: number;
  mid: number;
  high: number;
}

/**
 * Postcodes and not-spots by ward code, 'outside' and 'total', by Turf, plain loops and whole numbers: nothing of ours is
 * used. And the postcodes that name a ward which the file has not, by authority.
 */
export function countWestMidlands(): {
  wards: readonly BoxedArea[];
  counts: Map<string, PlaceCount>;
  elsewhere: Map<string, number>;
  unknownWards: Set<string>;
} {
  const wards = readAreas(westMidlands.wards, 'WD20CD').filter((ward) =>
    OTHER_SIX.includes(String(ward.properties.LAD20CD)),
  );
  const known = new Set(wards.map((ward) => ward.code));
  const percent = new Map(
    readRows(westMidlands.shares).map((row) => [row.lad_code, Number(row.gigabit_capable_pct_premises)]),
  );
  const parts = new Map<string, Map<string, number>>();
  const elsewhere = new Map<string, number>();
  const unknownWards = new Set<string>();
  for (const row of readRows(westMidlands.postcodes)) {
    const authority = row.Admin_district_code;
    const place = holderOf(wards, [Number(row.lon), Number(row.lat)])?.code ?? 'outside';
    const inPlaces = parts.get(authority) ?? new Map<string, number>();
    parts.set(authority, inPlaces);
    for (const one of [place, 'total']) inPlaces.set(one, (inPlaces.get(one) ?? 0) + 1);
    if (known.has(row.Admin_ward_code)) continue;
    elsewhere.set(authority, (elsewhere.get(authority) ?? 0) + 1);
    unknownWards.add(row.Admin_ward_code);
  }
  const counts = new Map<string, PlaceCount>();
  for (const code of [...known, 'outside', 'total']) counts.set(code, { units: 0, low: 0, mid: 0, high: 0 });
  for (const [authority, inPlaces] of parts) {
    const units = inPlaces.get('total') ?? 0;
    for (const [place, part] of inPlaces) {
      const count = counts.get(place);
      if (!count) throw new Error(place);
      const band = lackOf(percent.get(authority) ?? Number.NaN, units, part);
      count.units += part;
      count.low += band.low;
      count.mid += band.mid;
      count.high += band.high;
    }
  }
  return { wards, counts, elsewhere, unknownWards };
}
