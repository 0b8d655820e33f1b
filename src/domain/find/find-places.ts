import { converterToDegrees } from '../geo/convert-coordinates.ts';
import { readCoordinate } from '../geo/coordinate-text.ts';
import type { Box } from '../geo/geometry.ts';
import { readGridReference, writeGridReference } from '../geo/grid-reference.ts';
import type { FindIndex } from './find-index.ts';
import type { FindResult } from './find-result.ts';
import { distanceText, type NearRow, nearestRows } from './nearest-rows.ts';
import { titleOf } from './premises-words.ts';

/** A place read from numbers, or what is wrong with them. */
export type PlaceReading =
  | { readonly kind: 'place'; readonly understood: string; readonly result: FindResult }
  | { readonly kind: 'malformed'; readonly reason: string };

/** True for what needs loadGrid before it can be found. */
export function isGridReference(query: string): boolean {
  return /\d/.test(query) && !readCoordinate(query).ok && readGridReference(query).ok;
}

/** A coordinate or grid reference with the premises nearest to it; null where the text is nothing like one. Grid references need loadGrid. */
export function findPlace(index: FindIndex, query: string): PlaceReading | null {
  const coordinate = readCoordinate(query);
  if (coordinate.ok) {
    const title = `${coordinate.lat.toFixed(5)}, ${coordinate.lon.toFixed(5)}`;
    const note = coordinate.note ? ` ${coordinate.note}` : '';
    const result = placeResult(index, { ...coordinate, title, box: null });
    return { kind: 'place', understood: `Coordinate ${title}.${note}`, result };
  }
  // Letters alone name a square of 100 km, and are far more often the start of a name.
  const grid = /\d/.test(query) ? readGridReference(query) : null;
  if (grid?.ok) {
    const toDegrees = converterToDegrees(grid.system);
    const { easting, northing, cellMetres } = grid;
    const [lon, lat] = toDegrees(easting + cellMetres / 2, northing + cellMetres / 2);
    const [west, south] = toDegrees(easting, northing);
    const [east, north] = toDegrees(easting + cellMetres, northing + cellMetres);
    const box: Box | null = cellMetres >= 1000 ? [west, south, east, north] : null;
    const title = writeGridReference(grid);
    const square = cellMetres > 1 ? `, the middle of a square of ${distanceText(cellMetres)}` : '';
    const result = placeResult(index, { lon, lat, title, box });
    return { kind: 'place', understood: `Grid reference ${title} (${grid.system.name})${square}.`, result };
  }
  if (coordinate.kind === 'malformed') return { kind: 'malformed', reason: coordinate.reason };
  if (grid && grid.kind === 'malformed') return { kind: 'malformed', reason: grid.reason };
  return null;
}

function placeResult(
  index: FindIndex,
  place: { readonly lon: number; readonly lat: number; readonly title: string; readonly box: Box | null },
): FindResult {
  const { lon, lat, title, box } = place;
  const [near] = nearestRows(index.words.premises, place, { count: 1 });
  return {
    kind: 'coordinate',
    title,
    detail: near ? nearWords(index, near) : 'No premises are loaded',
    lon,
    lat,
    box,
    wardCode: null,
    ...nearestOf(index, place, near),
  };
}

/** Farther than this the nearest premises says nothing of a place. */
const FAR_METRES = 5000;

/** "Nearest loaded premises, 84 m away: 1 Mill Lane"; of one that is far away only that nothing is known. */
export function nearWords(index: FindIndex, { row, distanceMetres }: NearRow): string {
  const away = `${distanceText(distanceMetres)} away`;
  return distanceMetres > FAR_METRES
    ? `We do not know: the nearest loaded premises is ${away}`
    : `Nearest loaded premises, ${away}: ${titleOf(index.words, row)}`;
}

/** The premises that stands for a place that is none, with both marked; none where the nearest is far away. */
export function nearestOf(
  { words }: FindIndex,
  { title, lon, lat }: { readonly title: string; readonly lon: number; readonly lat: number },
  near: NearRow | undefined,
): Pick<FindResult, 'rows' | 'asked' | 'marks'> {
  if (!near || near.distanceMetres > FAR_METRES) return { rows: [], asked: null };
  const { row, distanceMetres } = near;
  const { premises } = words;
  return {
    rows: [row],
    asked: { title, lon, lat, distanceMetres },
    marks: [
      { lon, lat, label: title },
      { lon: premises.lon[row], lat: premises.lat[row], label: titleOf(words, row) },
    ],
  };
}
