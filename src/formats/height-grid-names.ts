/** Whether a text begins as an ASCII grid (ESRI) does, and not as a table. */
export function isAsciiGrid(text: string): boolean {
  return /^\s*(?:ncols|nrows|xllcorner|xllcenter)[ \t]+-?[\d.]+[ \t]*[\r\n]/i.test(text);
}

/** Whether a name holds that of a height tile of one degree ("N51W001"), at its south-west corner. */
export function isHeightTileName(name: string): boolean {
  return heightTileCorner(name) !== null;
}

/** Longitude and latitude of the south-west corner that a height tile's name states; null where it states none. */
export function heightTileCorner(name: string): { readonly west: number; readonly south: number } | null {
  const found = /(?:^|[^a-z0-9])([ns])(\d{2})([ew])(\d{3})(?![0-9])/i.exec(name);
  if (!found) return null;
  const south = Number(found[2]) * (found[1].toLowerCase() === 's' ? -1 : 1);
  const west = Number(found[4]) * (found[3].toLowerCase() === 'w' ? -1 : 1);
  return south >= -90 && south < 90 && west >= -180 && west < 180 ? { west, south } : null;
}
