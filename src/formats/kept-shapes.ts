import type { RawGeometry } from '../domain/geo/raw-geometry.ts';
import { Float64List, Uint32List } from '../domain/tables/number-list.ts';
import type { SourceGeometry } from '../domain/tables/source-table.ts';

/** The shapes of the rows that `keep` marks with 1, as a table carries them. Shares the arrays of `raw` where all are kept. */
export function keptShapes(raw: RawGeometry, keep: Uint8Array): SourceGeometry {
  const all = keep.every((kept) => kept === 1);
  const { points, lines, polygons } = raw;
  const pointRows = points.row.filter((row) => keep[row] === 1);
  const lon = new Float64Array(pointRows.length);
  const lat = new Float64Array(pointRows.length);
  let to = 0;
  for (let i = 0; i < points.row.length; i++) {
    if (keep[points.row[i]] === 0) continue;
    lon[to] = points.coordinates[2 * i];
    lat[to] = points.coordinates[2 * i + 1];
    to++;
  }
  const keptLines = all ? lines : keptLinesOf(lines, keep);
  const keptPolygons = all ? polygons : keptPolygonsOf(polygons, keep);
  return {
    points: pointRows.length > 0 ? { lon, lat, row: pointRows } : null,
    lines: keptLines.row.length > 0 ? keptLines : null,
    polygons: keptPolygons.row.length > 0 ? keptPolygons : null,
  };
}

function keptLinesOf(lines: RawGeometry['lines'], keep: Uint8Array): RawGeometry['lines'] {
  const coordinates = new Float64List();
  const lineStarts = new Uint32List();
  const row = new Uint32List();
  lineStarts.push(0);
  for (let i = 0; i < lines.row.length; i++) {
    if (keep[lines.row[i]] === 0) continue;
    for (let v = 2 * lines.lineStarts[i]; v < 2 * lines.lineStarts[i + 1]; v++)
      coordinates.push(lines.coordinates[v]);
    lineStarts.push(coordinates.length / 2);
    row.push(lines.row[i]);
  }
  return { coordinates: coordinates.finish(), lineStarts: lineStarts.finish(), row: row.finish() };
}

function keptPolygonsOf(polygons: RawGeometry['polygons'], keep: Uint8Array): RawGeometry['polygons'] {
  const coordinates = new Float64List();
  const ringStarts = new Uint32List();
  const polygonStarts = new Uint32List();
  const row = new Uint32List();
  ringStarts.push(0);
  polygonStarts.push(0);
  for (let p = 0; p < polygons.row.length; p++) {
    if (keep[polygons.row[p]] === 0) continue;
    for (let r = polygons.polygonStarts[p]; r < polygons.polygonStarts[p + 1]; r++) {
      for (let v = 2 * polygons.ringStarts[r]; v < 2 * polygons.ringStarts[r + 1]; v++)
        coordinates.push(polygons.coordinates[v]);
      ringStarts.push(coordinates.length / 2);
    }
    polygonStarts.push(ringStarts.length - 1);
    row.push(polygons.row[p]);
  }
  return {
    coordinates: coordinates.finish(),
    ringStarts: ringStarts.finish(),
    polygonStarts: polygonStarts.finish(),
    row: row.finish(),
  };
}
