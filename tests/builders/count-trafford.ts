import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/cli/run-node.mjs';
import { holderOf, readAreas, readRows } from './count-areas.ts';

const data = join(projectRoot, '..', 'shared', 'data');

/** The second real pilot's files; they stand beside the repository, or nowhere. */
export const trafford = {
  wards: join(data, 'boundaries', 'ward_2023_trafford_ward_generalised.geojson'),
  households: join(data, 'premises', 'trafford_census2021_accommodation_type_oa.csv'),
  outputAreas: join(data, 'boundaries', 'oa_2021_trafford_oa_generalised.geojson'),
  lookup: join(data, 'boundaries', 'gm_statistical_lookup_2021.csv'),
  shares: join(data, 'coverage', 'uk_lad_gigabit_ofcom_2023-09_via_ONS_SIE.csv'),
  assets: join(data, 'assets', 'trafford_land_and_building_assets.csv'),
};

/** Whether all of them are there. A test that skips says so by its own name. */
export const hasTrafford = Object.values(trafford).every((path) => existsSync(path));

/** Households of each output area by plain sums, and their whole. */
export function traffordHouseholds(): Map<string, number> {
  const households = new Map<string, number>();
  for (const row of readRows(trafford.households))
    households.set(row.area_code, (households.get(row.area_code) ?? 0) + Number(row.value));
  return households;
}

/**
 * Households per ward by Turf and plain sums, given the point at which each output area stands. Also how many of the
 * points Turf finds outside their own output area: none, if they are inside points.
 */
export function countTrafford(points: ReadonlyMap<string, readonly [number, number]>): {
  wards: Map<string, number>;
  astray: number;
} {
  const households = traffordHouseholds();
  const wards = readAreas(trafford.wards, 'area_code');
  const areas = new Map(readAreas(trafford.outputAreas, 'area_code').map((area) => [area.code, area]));
  const counts = new Map(wards.map((ward) => [ward.code, 0]));
  counts.set('outside', 0);
  let astray = 0;
  for (const [code, [lon, lat]] of points) {
    const area = areas.get(code);
    if (!area || !holderOf([area], [lon, lat])) astray++;
    const place = holderOf(wards, [lon, lat])?.code ?? 'outside';
    counts.set(place, (counts.get(place) ?? 0) + (households.get(code) ?? 0));
  }
  return { wards: counts, astray };
}
