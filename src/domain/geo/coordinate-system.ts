import {
  BRITISH_NATIONAL_GRID_DEFINITION,
  GRID_ACCURACY_METRES,
  OSGB36_DATUM,
} from './british-national-grid.ts';

/**
 * A coordinate system that a file's numbers can be in. ETRS89 counts as WGS84: they differ by less than a metre.
 */
export interface CoordinateSystem {
  readonly kind: 'degrees' | 'british-national-grid' | 'irish-grid' | 'web-mercator' | 'other';
  /** As a person knows it: "British National Grid". */
  readonly name: string;
  readonly epsg: number | null;
  /** What the projection library reads, a WKT or a proj string; null where the kind alone says it. */
  readonly definition: string | null;
}

export const WGS84: CoordinateSystem = {
  kind: 'degrees',
  name: 'longitude and latitude (WGS84)',
  epsg: 4326,
  definition: null,
};

export const BRITISH_NATIONAL_GRID: CoordinateSystem = {
  kind: 'british-national-grid',
  name: 'British National Grid',
  epsg: 27700,
  definition: null,
};

/** British National Grid printed in international feet, which no authority has a code for. */
export const BRITISH_NATIONAL_GRID_FEET: CoordinateSystem = {
  kind: 'other',
  name: 'British National Grid in feet',
  epsg: null,
  definition: `${BRITISH_NATIONAL_GRID_DEFINITION} +to_meter=0.3048`,
};

/**
 * TM65 or TM75 to WGS84, seven parameters of the Ordnance Surveys of Ireland and of Northern Ireland.
 * Source: EPSG transformations 1953 and 1954, which state an accuracy of 1 m.
 */
const IRELAND_DATUM = '+towgs84=482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15';

export const IRISH_GRID: CoordinateSystem = {
  kind: 'irish-grid',
  name: 'Irish Grid',
  epsg: 29903,
  definition: `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 +ellps=mod_airy ${IRELAND_DATUM} +units=m +no_defs`,
};

export const IRISH_TRANSVERSE_MERCATOR: CoordinateSystem = {
  kind: 'other',
  name: 'Irish Transverse Mercator',
  epsg: 2157,
  definition:
    '+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=0.99982 +x_0=600000 +y_0=750000 +ellps=GRS80 +units=m +no_defs',
};

export const WEB_MERCATOR: CoordinateSystem = {
  kind: 'web-mercator',
  name: 'web mercator',
  epsg: 3857,
  definition: null,
};

/** The system of an EPSG (or ESRI) code; null where it is one that is not read. */
export function systemFromEpsg(code: number): CoordinateSystem | null {
  return BY_EPSG.get(code) ?? utmZone(code);
}

/** The system that a GeoJSON "crs" member (GeoJSON 2008; RFC 7946 dropped it) or any "EPSG:…" name means; else null. */
export function systemFromName(name: string): CoordinateSystem | null {
  const code = /(?:CRS:?84h?|(?:EPSG|epsg)[:/]+(?:[\d.]*[:/]+)?(\d+))$/i.exec(name.trim());
  if (!code) return null;
  return code[1] === undefined ? WGS84 : systemFromEpsg(Number(code[1]));
}

/** How far from the truth a converted place may lie, in metres; null where nobody states it. */
export function conversionAccuracyMetres(system: CoordinateSystem): number | null {
  if (system.kind === 'degrees' || system.kind === 'web-mercator') return 0;
  if (system.kind === 'british-national-grid' || system.definition?.includes(OSGB36_DATUM))
    return GRID_ACCURACY_METRES;
  if (system.kind === 'irish-grid' || system.definition?.includes(IRELAND_DATUM)) return 1;
  // Systems on ETRS89 or WGS84 themselves: nothing to transform.
  return system.epsg === null ? null : 0;
}

/** Source of every line: the EPSG registry. */
const BY_EPSG = new Map<number, CoordinateSystem>([
  [4326, WGS84],
  [4979, WGS84],
  [4258, WGS84],
  [4937, WGS84],
  [27700, BRITISH_NATIONAL_GRID],
  [7405, BRITISH_NATIONAL_GRID],
  [29903, IRISH_GRID],
  [29902, { ...IRISH_GRID, epsg: 29902 }],
  [29900, { ...IRISH_GRID, epsg: 29900 }],
  [
    29901,
    {
      ...IRISH_GRID,
      epsg: 29901,
      definition: `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1 +x_0=200000 +y_0=250000 +ellps=airy ${IRELAND_DATUM} +units=m +no_defs`,
    },
  ],
  [2157, IRISH_TRANSVERSE_MERCATOR],
  [3857, WEB_MERCATOR],
  [3785, WEB_MERCATOR],
  [900913, WEB_MERCATOR],
  [102100, WEB_MERCATOR],
  [102113, WEB_MERCATOR],
  ...[
    other(4277, 'longitude and latitude (OSGB36)', `+proj=longlat +ellps=airy ${OSGB36_DATUM} +no_defs`),
    other(4299, 'longitude and latitude (TM65)', `+proj=longlat +ellps=mod_airy ${IRELAND_DATUM} +no_defs`),
    other(4300, 'longitude and latitude (TM75)', `+proj=longlat +ellps=mod_airy ${IRELAND_DATUM} +no_defs`),
    other(
      3034,
      'ETRS89 Lambert conformal (Europe)',
      '+proj=lcc +lat_0=52 +lon_0=10 +lat_1=35 +lat_2=65 +x_0=4000000 +y_0=2800000 +ellps=GRS80 +units=m +no_defs',
    ),
    other(
      3035,
      'ETRS89 Lambert equal-area (Europe)',
      '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs',
    ),
  ].map((system): [number, CoordinateSystem] => [system.epsg, system]),
]);

function other(epsg: number, name: string, definition: string) {
  return { kind: 'other' as const, name, epsg, definition };
}

/** WGS84 / UTM (326xx north, 327xx south) and ETRS89 / UTM (25828 to 25838). */
function utmZone(code: number): CoordinateSystem | null {
  if (!Number.isInteger(code)) return null;
  const zone = code % 100;
  const family = (code - zone) / 100;
  const isUtm =
    ((family === 326 || family === 327) && zone >= 1 && zone <= 60) ||
    (family === 258 && zone >= 28 && zone <= 38);
  if (!isUtm) return null;
  const south = family === 327;
  return other(
    code,
    `${family === 258 ? 'ETRS89 ' : ''}UTM zone ${zone}${south ? 'S' : 'N'}`,
    `+proj=utm +zone=${zone} ${south ? '+south ' : ''}+ellps=${family === 258 ? 'GRS80' : 'WGS84'} +units=m +no_defs`,
  );
}
