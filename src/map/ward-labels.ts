import type { Feature, Point } from 'geojson';
import type { WardMark } from '../stores/derived/ward-marks.ts';
import type { WardPlace } from './ward-places.ts';

/** What a ward's label says. `rank` orders labels that want the same place: the ward with most not-spots first. */
export interface WardLabel {
  readonly code: string;
  readonly name: string;
  readonly count: string;
  readonly rank: number;
}

/** A label per ward with what its mark counts, or with its name alone where it has none. */
export function wardLabelFeatures(
  places: readonly WardPlace[],
  marks: ReadonlyMap<string, Pick<WardMark, 'count' | 'notSpots'>> | null,
): Feature<Point, WardLabel>[] {
  return places.map(({ code, name, lon, lat }) => {
    const mark = marks?.get(code);
    return {
      type: 'Feature',
      properties: { code, name, count: mark?.count ?? '', rank: -(mark?.notSpots ?? 0) },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    };
  });
}
