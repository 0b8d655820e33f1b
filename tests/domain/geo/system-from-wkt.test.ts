import { describe, expect, test } from 'vitest';
import { converterToDegrees } from '../../../src/domain/geo/convert-coordinates.ts';
import { systemFromWkt } from '../../../src/domain/geo/system-from-wkt.ts';

const WGS84_BASE =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const OSGB_BASE =
  'GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

/** British National Grid as ESRI writes it: no code, no datum parameters. */
function esriGrid(name: string, unit = 'UNIT["Meter",1.0]', factor = 1): string {
  return `PROJCS["${name}",${OSGB_BASE},PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",${400000 / factor}],PARAMETER["False_Northing",${-100000 / factor}],PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],PARAMETER["Latitude_Of_Origin",49.0],${unit}]`;
}

function read(text: string) {
  const system = systemFromWkt(text);
  if (!system) throw new Error('The text was not read.');
  return system;
}

describe('known systems', () => {
  test('ESRI’s British National Grid gets the datum parameters its text lacks', () => {
    const system = read(esriGrid('British_National_Grid'));
    expect(system).toMatchObject({ kind: 'british-national-grid', epsg: 27700 });
    // Caister water tower, the worked example of Ordnance Survey's guide; without a datum it is 100 m off.
    const [lon, lat] = converterToDegrees(system)(651_409.903, 313_177.27);
    expect(lon).toBeCloseTo(1.716052, 6);
    expect(lat).toBeCloseTo(52.657979, 6);
  });

  test.each([
    ['OSGB 1936 / British National Grid', 27700],
    ['OSGB36 / British National Grid', 27700],
    ['TM65_Irish_Grid', 29902],
    ['TM75 / Irish Grid', 29903],
    ['IRENET95 / Irish Transverse Mercator', 2157],
    ['WGS_1984_Web_Mercator_Auxiliary_Sphere', 3857],
    ['WGS 84 / Pseudo-Mercator', 3857],
    ['WGS_1984_UTM_Zone_30N', 32630],
    ['ETRS89 / UTM zone 31N', 25831],
  ])('a projection called %s', (name, epsg) => {
    expect(systemFromWkt(`PROJCS["${name}",${WGS84_BASE},UNIT["Meter",1.0]]`)?.epsg).toBe(epsg);
  });

  test.each([
    ['WKT 1', `${WGS84_BASE.slice(0, -1)},AUTHORITY["EPSG","4326"]]`, 4326],
    ['degrees by name', WGS84_BASE, 4326],
    ['OSGB36 degrees', OSGB_BASE, 4277],
    [
      'WKT 2 with its axes',
      'GEOGCRS["x",DATUM["y",ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]]],CS[ellipsoidal,2],AXIS["latitude",north,ORDER[1],ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4258]]',
      4326,
    ],
    [
      'a grid with a height system',
      'COMPD_CS["both",PROJCS["a",GEOGCS["b"],UNIT["metre",1],AUTHORITY["EPSG","27700"]],VERT_CS["ODN",VERT_DATUM["x",2005],UNIT["m",1]]]',
      27700,
    ],
    ['round brackets', 'PROJCS("x",AUTHORITY("EPSG","29903"))', 29903],
    ['ESRI’s own code', 'PROJCS["x",UNIT["Meter",1],AUTHORITY["ESRI","102100"]]', 3857],
  ])('%s', (_what, text, epsg) => expect(systemFromWkt(text)?.epsg).toBe(epsg));
});

describe('units', () => {
  test.each([
    ['feet', 'UNIT["Foot",0.3048]', 0.3048],
    ['US survey feet', 'UNIT["Foot_US",0.3048006096012192]', 0.3048006096012192],
  ])('British National Grid in %s', (_what, unit, factor) => {
    const system = read(esriGrid('British_National_Grid', unit, factor));
    const [lon, lat] = converterToDegrees(system)(651_409.903 / factor, 313_177.27 / factor);
    expect(lon).toBeCloseTo(1.716052, 6);
    expect(lat).toBeCloseTo(52.657979, 6);
    expect(system.epsg).toBeNull();
  });

  test('a system in US survey feet that only its text describes', () => {
    const text = `PROJCS["NAD83 / New York Long Island (ftUS)",GEOGCS["NAD83",DATUM["North_American_Datum_1983",SPHEROID["GRS 1980",6378137,298.257222101],TOWGS84[0,0,0,0,0,0,0]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic_2SP"],PARAMETER["standard_parallel_1",41.03333333333333],PARAMETER["standard_parallel_2",40.66666666666666],PARAMETER["latitude_of_origin",40.16666666666666],PARAMETER["central_meridian",-74],PARAMETER["false_easting",984250],PARAMETER["false_northing",0],UNIT["US survey foot",0.3048006096012192],AUTHORITY["EPSG","2263"]]`;
    const system = read(text);
    expect(system).toMatchObject({ kind: 'other', name: 'NAD83 / New York Long Island (ftUS)' });
    // On the central meridian, 300 km north of the origin of latitude.
    const [lon, lat] = converterToDegrees(system)(984_250, 200_000);
    expect(lon).toBeCloseTo(-74, 9);
    expect(lat).toBeCloseTo(40.1667 + 60_960 / 111_040, 2);
  });
});

test.each([
  '',
  'garbage',
  '<!doctype html><p>Not found',
  'PROJCS[',
  'PROJCS["a",]',
  'LOCAL_CS["here"]',
  'PROJCS["a",GEOGCS["b"]]',
  'GEOGCS["__proto__"]',
  'constructor',
  `PROJCS["x",${WGS84_BASE},PROJECTION["__proto__"],UNIT["Meter",1]]`,
  'GEOGCS["NTF (Paris)",DATUM["NTF",SPHEROID["Clarke",6378249.2,293.466]],PRIMEM["Paris",2.33722917],UNIT["grad",0.01570796326794897]]',
  'A['.repeat(5000),
  `${WGS84_BASE} and more`,
])('%.40s is no system', (text) => expect(systemFromWkt(text)).toBeNull());
