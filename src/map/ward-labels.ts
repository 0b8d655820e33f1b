import type { Feature, Point } from 'geojson';
import type { AreaAnalysis } from '../domain/areas/area-analysis.ts';
import type { Analysis } from '../domain/not-spots/analysis.ts';
import { areaMarks } from '../stores/derived/area-marks.ts';
import { wardMarks } from '../stores/derived/ward-marks.ts';
import type { WardPlace } from './ward-places.ts';

/** What a ward's label says. `rank` orders labels that want the same place: the ward with most not-spots first. */
export interface WardLabel {
  readonly code: string;
  readonly name: string;
  readonly count: string;
  readonly rank: number;
}

/** A label per ward with its count, or with its not-spot area where areas are on show; else its name alone. */
export function wardLabelFeatures(
  places: readonly WardPlace[],
  analysis: Analysis | null,
  areas: AreaAnalysis | null = null,
): Feature<Point, WardLabel>[] {
  const marks = areas ? areaMarks(areas) : analysis ? wardMarks(analysis) : null;
  return places.map(({ code, name, lon, lat }) => {
    const mark = marks?.get(code);
    return {
      type: 'Feature',
      properties: { code, name, count: mark?.count ?? '', rank: -(mark?.notSpots ?? 0) },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    };
  });
}
