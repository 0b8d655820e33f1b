import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeFile } from '../../src/cli/node-file.ts';
import { FileRefused } from '../../src/domain/tables/file-report.ts';
import { readFile } from '../../src/formats/read-file.ts';
import { suggestRoles } from '../../src/formats/suggest-roles.ts';
import { quietly } from './input-file.ts';

const SHARED = '../shared/data';
const present = existsSync(SHARED);
if (!present) console.log('Skipped: the shared data are not present beside the repository.');

/** What each file of a kind is: "role | codes | layout | layers", with its rows; several where it holds several tables. */
const EXPECTED: Readonly<Record<string, readonly (readonly [files: string, rows: readonly number[]])[]>> = {
  'wards | ward | - | -': [
    ['boundaries/gm_wards_WD20_generalised.geojson', [215]],
    ['boundaries/london_wards_WD20_generalised.geojson', [657]],
    ['boundaries/ukgeojson2016_wards_E08000009.geojson', [21]],
    ['boundaries/ukgeojson2016_wards_E08000026.geojson', [18]],
    ['boundaries/ukgeojson2016_wards_E08000027.geojson', [24]],
    ['boundaries/ukgeojson2016_wards_E08000028.geojson', [24]],
    ['boundaries/ukgeojson2016_wards_E08000029.geojson', [17]],
    ['boundaries/ukgeojson2016_wards_E08000030.geojson', [20]],
    ['boundaries/ukgeojson2016_wards_E08000031.geojson', [20]],
    ['boundaries/ukgeojson2016_wards_E09000033.geojson', [20]],
    ['boundaries/ward_2017_gm_ward_generalised.geojson', [215]],
    ['boundaries/ward_2022_gm_ward_generalised.geojson', [215]],
    ['boundaries/ward_2023_gm_ward_generalised.geojson', [215]],
    ['boundaries/ward_2023_trafford_ward_full_resolution.geojson', [21]],
    ['boundaries/ward_2023_trafford_ward_generalised.geojson', [21]],
    ['boundaries/westminster_wards_2022_generalised.geojson', [18]],
    ['boundaries/wmca_wards_WD20_generalised.geojson', [192]],
  ],
  'areas | other area | - | -': [
    ['boundaries/combined_authority_2023_gm_combined_authority_generalised.geojson', [1]],
  ],
  'areas | authority | - | -': [
    ['boundaries/local_authority_2023_gm_local_authority_generalised.geojson', [10]],
    ['boundaries/local_authority_2023_trafford_local_authority_full_resolution.geojson', [1]],
    ['boundaries/london_wmca_gm_lad2020_generalised.geojson', [50]],
    ['boundaries/ukgeojson2016_eng_lad.topojson', [326]],
  ],
  'areas | LSOA | - | -': [
    ['boundaries/london_lsoa2021_simplified.geojson', [4994]],
    ['boundaries/lsoa_2021_gm_lsoa_generalised.geojson', [1702]],
    ['boundaries/lsoa_2021_trafford_lsoa_generalised.geojson', [139]],
    ['boundaries/ukgeojson2016_lsoa11_E09000033.geojson', [128]],
    ['context/london_lsoa_imd.geojson', [4994]],
    ['context/london_lsoa_population_density.geojson', [4994]],
  ],
  'areas | MSOA | - | -': [['boundaries/msoa_2021_gm_msoa_super_generalised.geojson', [353]]],
  'areas | output area | - | -': [
    ['boundaries/oa_2021_trafford_oa_generalised.geojson', [738]],
    ['boundaries/ukgeojson2016_oa11_E09000033.geojson', [783]],
  ],
  'areas | authority, country, other area, region | - | -': [
    ['boundaries/uk_topojson_ons_lad_region.topojson', [20, 4, 27, 407, 6, 12, 1, 230]],
  ],
  'premises | postcode | OS Code-Point Open | -': [
    ['premises/codepoint_open_2025-11_camden_city_fringe.csv', [2727]],
    ['premises/codepoint_open_2025-11_trafford_E08000009.csv', [6480]],
    ['premises/codepoint_open_2025-11_westminster_E09000033.csv', [13_115]],
    ['premises/codepoint_open_2025-11_wmca_other6.csv', [36_613]],
  ],
  'premises | postcode | Postcodes with ONS area codes | -': [
    ['premises/trafford_postcodes_ONSPD_2025-02.csv', [11_264]],
  ],
  'premises | output area | Census households by area | -': [
    ['premises/trafford_census2021_accommodation_type_oa.csv', [5904]],
  ],
  'premises | ward | Census households by area | -': [
    ['premises/trafford_census2021_accommodation_type_ward.csv', [168]],
  ],
  'shares | LSOA | - | gigabit, superfast, ultrafast-100': [
    ['coverage/westminster_lsoa21_gigabit_cn2025.geojson', [123]],
    ['coverage/westminster_lsoa21_ofcom_cn2025_gigabit.csv', [123]],
  ],
  'shares | authority | - | gigabit': [
    ['coverage/uk_lad_gigabit_ofcom_2023-09_via_ONS_SIE.csv', [374]],
    ['coverage/uk_lad_gigabit_ofcom_2021-05_via_ONS_SIE.csv', [374]],
  ],
  // Only "pct": the file's name says of what.
  'shares | authority | - | 4g-area': [
    ['coverage/uk_lad_4g_geo_any_operator_ofcom_2021-05_via_ONS_SIE.csv', [374]],
  ],
  'table | ward | Average speeds by area | -': [
    ['coverage/trafford_ward_avg_broadband_speed_50921cb.csv', [21]],
    ['coverage/trafford_ward_avg_broadband_speed_601f9bf.csv', [21]],
    ['coverage/trafford_ward_avg_broadband_speed_86321ff.csv', [21]],
    ['coverage/trafford_ward_avg_broadband_speed_b6bdd86.csv', [21]],
    ['coverage/trafford_ward_avg_broadband_speed_ce7cd7a.csv', [21]],
  ],
  'table | LSOA | ONS look-up of area codes | -': [
    ['boundaries/gm_lsoa_to_ward_best-fit_lookup_2021.csv', [1702]],
  ],
  'table | output area | ONS look-up of area codes | -': [
    ['boundaries/gm_statistical_lookup_2021.csv', [8966]],
  ],
  // Its one number is called "average" and nothing more.
  'table | ward | - | -': [['coverage/trafford_ward_avg_broadband_speed_7e93d44.csv', [21]]],
  'table | - | - | -': [
    ['context/gm_mid2024_population_lsoa.csv', [417]],
    ['coverage/ft2018_speed_distribution_by_region.json', [500]],
    ['mesh/nycmesh_links.json', [1392]],
    ['mesh/nycmesh_sectors.json', [196]],
    ['mobile/cdcam_gb_postcode_sectors.csv', [9212]],
    ['premises/trafford_postcodes_metadata.csv', [12]],
  ],
  'buildings | - | - | -': [['buildings/covent_garden_holborn_osm_buildings_with_heights.geojson', [1767]]],
  'context | UPRN | Council land and buildings | -': [
    ['assets/trafford_land_and_building_assets.csv', [608]],
  ],
  'context | - | Mobile sites | -': [['mobile/cdcam_gb_mobile_sites_bng.csv', [29_004]]],
  'streets | - | OpenStreetMap streets | -': [
    ['roads/covent_garden_holborn_osm_highways_2017.geojson', [1220]],
  ],
  'context | - | - | -': [
    ['assets/gm_fire_stations.geojson', [82]],
    ['assets/gm_libraries.geojson', [141]],
    ['assets/london_gp_surgeries_osm.geojson', [505]],
    ['assets/london_libraries_osm.geojson', [185]],
    ['assets/london_tube_rail.geojson', [715]],
    ['assets/trafford_cctv_cameras.geojson', [163]],
    ['assets/trafford_community_hubs.geojson', [6]],
    ['assets/trafford_general_practices.geojson', [26]],
    ['assets/trafford_hospitals.geojson', [20]],
    ['assets/trafford_leisure_centres.geojson', [9]],
    ['assets/trafford_libraries.geojson', [13]],
    ['assets/trafford_places_of_worship.geojson', [118]],
    ['assets/trafford_schools_and_colleges.geojson', [103]],
    ['boundaries/council_defined_2023_trafford_localities_generalised_resolution.geojson', [4]],
    ['boundaries/trafford_polling_districts.geojson', [91]],
    ['context/covent_garden_holborn_osm_amenity_polygons_2017.geojson', [376]],
    ['context/covent_garden_holborn_osm_parks_2017.geojson', [12]],
    ['context/covent_garden_holborn_osm_trees_2017.geojson', [688]],
    ['context/trafford_bus_stops.geojson', [1025]],
    ['context/trafford_conservation_areas.geojson', [21]],
    ['context/trafford_highways_trees.csv', [15_638]],
    ['context/trafford_listed_buildings.geojson', [265]],
    ['context/trafford_woodland.geojson', [756]],
    ['mesh/nycmesh_nodes.json', [1867]],
    ['roads/trafford_os_open_roads_motorwayJunction.geojson', [5]],
    ['roads/trafford_os_open_roads_roadNode.geojson', [9115]],
    ['terrain/trafford_terrain_lines.geojson', [197]],
    ['terrain/trafford_terrain_points.geojson', [34]],
  ],
};

/** Grids of heights: recognised, outlined on the map and named; read when rooftop radio needs them. */
const HEIGHTS = /^(?:buildings\/.*\.tif|terrain\/.*\.asc|terrain\/.*\.bin\.gz)$/;

/** Files that are no data: refused, with words that name the place or the reason. */
const REFUSED: readonly (readonly [file: string, code: string, says: RegExp])[] = [
  ['assets/trafford_land_and_building_assets.csv-metadata.json', 'NOT_JSON', /line 22, column 127/],
  ['coverage/ofcom_column_dictionary.json', 'NOT_GEOJSON', /without shapes/],
];

const FILES = Object.entries(EXPECTED).flatMap(([kind, files]) =>
  files.map(([file, rows]) => [file, kind, rows] as const),
);

describe.skipIf(!present)('every shared file', () => {
  test.each(FILES)('%s is %s', async (file, kind, rows) => {
    const tables = await readFile(nodeFile(`${SHARED}/${file}`), quietly());
    const found = tables.map(({ table }) => suggestRoles(table));
    const all = (of: (one: (typeof found)[number]) => string) =>
      [...new Set(found.map(of))].sort().join(', ');
    expect(
      [
        all(({ role }) => role),
        all(({ codeKind }) => codeKind ?? '-'),
        all(({ layout }) => layout ?? '-'),
        all(({ layers }) => layers.map(({ technology }) => technology).join(', ') || '-'),
      ].join(' | '),
    ).toBe(kind);
    expect(tables.map(({ table }) => table.rows)).toEqual(rows);
    for (const { why } of found) expect(why).toMatch(/\S.*\.$/);
  });

  test.each(filesLike(HEIGHTS))('%s is read as heights', async (file) => {
    const [{ table, report }] = await readFile(nodeFile(`${SHARED}/${file}`), quietly());
    expect(suggestRoles(table).role).toBe('heights');
    expect(report.issues.map(({ code }) => code)).toContain('HEIGHTS_READ');
    // Britain's land, whatever the order of a file's bytes.
    const known = table.heights?.heights.filter((height) => !Number.isNaN(height)) ?? [];
    expect(known.every((height) => height > -40 && height < 1345)).toBe(true);
  });

  test.each(REFUSED)('%s is refused as %s', async (file, code, says) => {
    const refused = await readFile(nodeFile(`${SHARED}/${file}`), quietly()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FileRefused);
    const { issues } = (refused as FileRefused).report;
    expect(issues.map((issue) => issue.code)).toContain(code);
    expect(issues.some(({ message }) => says.test(message))).toBe(true);
  });

  test('is in one of these lists', () => {
    const listed = new Set([...FILES.map(([file]) => file), ...REFUSED.map(([file]) => file)]);
    expect(filesLike(/./).filter((file) => !listed.has(file) && !HEIGHTS.test(file))).toEqual([]);
  });
});

function filesLike(pattern: RegExp): string[] {
  if (!present) return [];
  const folders = readdirSync(SHARED, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .flatMap(({ name }) => readdirSync(`${SHARED}/${name}`).map((file) => `${name}/${file}`))
    .filter((file) => pattern.test(file))
    .sort();
}
