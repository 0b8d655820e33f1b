import type { Geometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { EndsEarly } from './byte-queue.ts';
import type { Shape } from './shape-rows.ts';
import { type Position, straightened } from './wkb-arcs.ts';

/**
 * A FlatGeobuf geometry; null where it is empty. `declared`: the kind that the header states for all. Throws EndsEarly or
 * RangeError where offsets lead outside the feature.
 */
export function flatGeobufShape(
  geometry: Geometry | null,
  declared: GeometryType,
): { readonly shape: Shape | null; readonly curved: boolean } {
  if (!geometry) return { shape: null, curved: false };
  const walk = { curved: false };
  const kind = declared === GeometryType.Unknown ? geometry.type() : declared;
  return { shape: shapeOf(geometry, kind, 0, walk), curved: walk.curved };
}

const MAX_DEPTH = 20;

interface Walk {
  curved: boolean;
}

function shapeOf(geometry: Geometry, kind: GeometryType, depth: number, walk: Walk): Shape | null {
  if (depth > MAX_DEPTH) throw new EndsEarly('its shapes are nested too deeply');
  switch (kind) {
    case GeometryType.Point: {
      const [position] = positionsOf(geometry);
      return position && !position.slice(0, 2).every(Number.isNaN)
        ? { type: 'Point', coordinates: position }
        : null;
    }
    case GeometryType.MultiPoint:
      return filled('MultiPoint', positionsOf(geometry));
    case GeometryType.LineString:
    case GeometryType.CircularString:
    case GeometryType.CompoundCurve:
      return filled('LineString', curveOf(geometry, kind, depth, walk));
    case GeometryType.MultiLineString:
      return filled('MultiLineString', runsOf(geometry));
    case GeometryType.MultiCurve:
      return filled(
        'MultiLineString',
        partsOf(geometry).map((part) => curveOf(part, part.type(), depth + 1, walk)),
      );
    case GeometryType.Polygon:
    case GeometryType.Triangle:
    case GeometryType.CurvePolygon:
      return filled('Polygon', surfaceOf(geometry, kind, depth, walk));
    case GeometryType.MultiPolygon:
    case GeometryType.MultiSurface:
    case GeometryType.PolyhedralSurface:
    case GeometryType.TIN: {
      const rings = partsOf(geometry).map((part) => surfaceOf(part, part.type(), depth + 1, walk));
      return filled(
        'MultiPolygon',
        rings.filter((polygon) => polygon.length > 0),
      );
    }
    case GeometryType.GeometryCollection: {
      const parts = partsOf(geometry).flatMap((part) => {
        const shape = shapeOf(part, part.type(), depth + 1, walk);
        return shape?.geometries ?? (shape ? [shape] : []);
      });
      return parts.length > 0 ? { type: 'GeometryCollection', geometries: parts } : null;
    }
    default:
      throw new EndsEarly(`there is no kind of shape ${kind}`);
  }
}

function curveOf(geometry: Geometry, kind: GeometryType, depth: number, walk: Walk): Position[] {
  if (depth > MAX_DEPTH) throw new EndsEarly('its shapes are nested too deeply');
  if (kind === GeometryType.CircularString) {
    walk.curved = true;
    return straightened(positionsOf(geometry));
  }
  if (kind !== GeometryType.CompoundCurve) return positionsOf(geometry);
  walk.curved = true;
  return partsOf(geometry).flatMap((part, i) => {
    const line = curveOf(part, part.type(), depth + 1, walk);
    return i === 0 ? line : line.slice(1);
  });
}

function surfaceOf(geometry: Geometry, kind: GeometryType, depth: number, walk: Walk): Position[][] {
  if (kind !== GeometryType.CurvePolygon) return runsOf(geometry);
  walk.curved = true;
  return partsOf(geometry).map((part) => curveOf(part, part.type(), depth + 1, walk));
}

function partsOf(geometry: Geometry): Geometry[] {
  const count = geometry.partsLength();
  // Each part takes four bytes at least.
  if (count * 4 > (geometry.bb?.capacity() ?? 0)) throw new EndsEarly('a count in it is broken');
  return Array.from({ length: count }, (_, i) => {
    const part = geometry.parts(i);
    if (!part) throw new EndsEarly('a part is missing');
    return part;
  });
}

function runsOf(geometry: Geometry): Position[][] {
  const positions = positionsOf(geometry);
  const ends = geometry.endsArray();
  if (!ends || ends.length === 0) return positions.length > 0 ? [positions] : [];
  const runs: Position[][] = [];
  let from = 0;
  for (const end of ends) {
    if (end < from || end > positions.length) throw new EndsEarly('its rings are out of order');
    if (end > from) runs.push(positions.slice(from, end));
    from = end;
  }
  return runs;
}

function positionsOf(geometry: Geometry): Position[] {
  const xy = geometry.xyArray();
  if (!xy) return [];
  const z = geometry.zArray();
  return Array.from({ length: Math.floor(xy.length / 2) }, (_, i) =>
    z && i < z.length ? [xy[2 * i], xy[2 * i + 1], z[i]] : [xy[2 * i], xy[2 * i + 1]],
  );
}

function filled(type: string, coordinates: readonly unknown[]): Shape | null {
  return coordinates.length > 0 ? { type, coordinates } : null;
}
