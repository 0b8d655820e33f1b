/** Metres per degree at a latitude: east, and north. A sphere of 6,371,008.8 m; within 0.6 % of the ellipsoid. */
export function metresPerDegree(lat: number): { readonly east: number; readonly north: number } {
  const north = (Math.PI * 6_371_008.8) / 180;
  return { east: north * Math.cos((lat * Math.PI) / 180), north };
}

/** "850 m", "1.2 km" */
export function distanceWords(metres: number): string {
  return metres < 1000
    ? `${Math.max(1, Math.round(metres))} m`
    : `${(metres / 1000).toFixed(metres < 10_000 ? 1 : 0)} km`;
}

/** "340 m²", "2.1 ha", "3.4 km²" */
export function areaWords(squareMetres: number): string {
  if (squareMetres < 10_000) return `${Math.max(1, Math.round(squareMetres)).toLocaleString('en-GB')} m²`;
  return squareMetres < 1_000_000
    ? `${(squareMetres / 10_000).toFixed(1)} ha`
    : `${(squareMetres / 1_000_000).toFixed(1)} km²`;
}
