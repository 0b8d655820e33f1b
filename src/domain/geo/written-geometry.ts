import type { SourceTable } from '../tables/source-table.ts';
import type { RawGeometry } from './raw-geometry.ts';

/**
 * The shapes of a table with their coordinates as the file printed them, in arrays of their own; null where the table has
 * no shapes. Where all were used as printed, they are taken from the geometry itself.
 */
export function writtenGeometry({ geometry, written }: SourceTable): RawGeometry | null {
  const { points, lines, polygons } = geometry;
  if (!written && !points && !lines && !polygons) return null;
  const own = written ?? {
    points: { row: points?.row ?? NO_ROWS, coordinates: interleaved(points?.lon, points?.lat) },
    lines: lines ?? { row: NO_ROWS, coordinates: NO_NUMBERS, lineStarts: new Uint32Array(1) },
    polygons: polygons ?? {
      row: NO_ROWS,
      coordinates: NO_NUMBERS,
      ringStarts: new Uint32Array(1),
      polygonStarts: new Uint32Array(1),
    },
  };
  return {
    points: { ...own.points, coordinates: own.points.coordinates.slice() },
    lines: { ...own.lines, coordinates: own.lines.coordinates.slice() },
    polygons: { ...own.polygons, coordinates: own.polygons.coordinates.slice() },
  };
}

const NO_ROWS = new Uint32Array(0);
const NO_NUMBERS = new Float64Array(0);

function interleaved(x: Float64Array = NO_NUMBERS, y: Float64Array = NO_NUMBERS): Float64Array {
  const both = new Float64Array(2 * x.length);
  for (let i = 0; i < x.length; i++) {
    both[2 * i] = x[i];
    both[2 * i + 1] = y[i];
  }
  return both;
}
