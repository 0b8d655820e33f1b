import type { AreaAnalysis } from '../../domain/areas/area-analysis.ts';
import { areaText } from './area-text.ts';
import { rememberLast } from './remember-last.ts';

/** What a ward's label says of its not-spot area, by code; `notSpots` orders labels that want the same place. */
export const areaMarks = rememberLast(
  ({
    wardCodes,
    notSpots,
  }: AreaAnalysis): ReadonlyMap<string, { readonly count: string; readonly notSpots: number }> =>
    new Map(
      wardCodes.map((code, ward) => {
        const squareMetres = notSpots?.mid[ward] ?? 0;
        return [code, { count: notSpots ? areaText(squareMetres) : '', notSpots: squareMetres }];
      }),
    ),
);
