/**
 * A coordinate system that a file's numbers can be in. ETRS89 counts as WGS84: they differ by less than a metre.
 */
export interface CoordinateSystem {
  readonly kind: 'degrees' | 'british-national-grid' | 'irish-grid' | 'web-mercator' | 'other';
  /** As a person knows it: "British National Grid". */
  readonly name: string;
  readonly epsg: number | null;
  /** For `other`: what the projection library reads, a WKT or a proj string; else null. */
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

export const WEB_MERCATOR: CoordinateSystem = {
  kind: 'web-mercator',
  name: 'web mercator',
  epsg: 3857,
  definition: null,
};

/** The system of an EPSG code; null where it is one that is not read. */
export function systemFromEpsg(code: number): CoordinateSystem | null {
  return BY_EPSG.get(code) ?? null;
}

/** The system that a GeoJSON "crs" member (GeoJSON 2008; RFC 7946 dropped it) or any "EPSG:…" name means; else null. */
export function systemFromName(name: string): CoordinateSystem | null {
  const code = /(?:CRS:?84|(?:EPSG|epsg)[:/]+(?:[\d.]*[:/]+)?(\d+))$/i.exec(name.trim());
  if (!code) return null;
  return code[1] === undefined ? WGS84 : systemFromEpsg(Number(code[1]));
}

const BY_EPSG = new Map<number, CoordinateSystem>([
  [4326, WGS84],
  [4258, WGS84],
  [27700, BRITISH_NATIONAL_GRID],
  [3857, WEB_MERCATOR],
  [900913, WEB_MERCATOR],
]);
