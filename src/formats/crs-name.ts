/** Coordinate systems that a file may be read in. */
export type ReadableCrs = 'degrees' | 'british-national-grid' | 'web-mercator';

/**
 * The system that a GeoJSON "crs" member (GeoJSON 2008; RFC 7946 dropped it) or any "EPSG:…" name means; null where it
 * is one that is not read. ETRS89 counts as WGS84: they differ by less than a metre.
 */
export function crsByName(name: string): ReadableCrs | null {
  const code = /(?:CRS:?84|(?:EPSG|epsg)[:/]+(?:[\d.]*[:/]+)?(\d+))$/i.exec(name.trim());
  if (!code) return null;
  if (code[1] === undefined) return 'degrees';
  return CRS_BY_EPSG.get(code[1]) ?? null;
}

const CRS_BY_EPSG = new Map<string, ReadableCrs>([
  ['4326', 'degrees'],
  ['4258', 'degrees'],
  ['27700', 'british-national-grid'],
  ['3857', 'web-mercator'],
  ['900913', 'web-mercator'],
]);
