import { readFileSync } from 'node:fs';
import { bbox, booleanPointInPolygon } from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import Papa from 'papaparse';

/** An area of a GeoJSON file, with its box. */
export interface BoxedArea {
  readonly code: string;
  readonly properties: Record<string, unknown>;
  readonly feature: Feature<Polygon | MultiPolygon>;
  readonly box: readonly number[];
}

/** The areas of a file by code, ascending: where areas meet or overlap the lowest code has the point. Nothing of ours is used. */
export function readAreas(path: string, codeName: string): BoxedArea[] {
  const collection: FeatureCollection<Polygon | MultiPolygon> = JSON.parse(readFileSync(path, 'utf8'));
  return collection.features
    .map((feature) => {
      const properties = feature.properties ?? {};
      return { code: String(properties[codeName]), properties, feature, box: bbox(feature) };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The lowest area that holds a point by Turf, or undefined. */
export function holderOf(areas: readonly BoxedArea[], point: Position): BoxedArea | undefined {
  return areas.find(({ box, feature }) => {
    const near = point[0] >= box[0] && point[0] <= box[2] && point[1] >= box[1] && point[1] <= box[3];
    return near && booleanPointInPolygon(point, feature);
  });
}

/** The rows of a CSV file as objects. */
export function readRows(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

/**
 * Bounds of how many of `part` units are not covered, of an area with `units` of which a printed percentage is, with one
 * decimal: in two-thousandths, so that all is in whole numbers.
 */
export function lackOf(
  percent: number,
  units: number,
  part: number,
): { low: number; mid: number; high: number } {
  const share = 2000 - Math.round(percent * 10) * 2;
  const least = Math.max(0, share - 1) * units;
  const most = Math.min(2000, share + 1) * units;
  return {
    low: Math.max(0, Math.floor(least / 2000) - (units - part)),
    mid: (share * part) / 2000,
    high: Math.min(part, Math.ceil(most / 2000)),
  };
}
