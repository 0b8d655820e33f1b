import type { AreaAnalysis } from '../domain/areas/area-analysis.ts';
import { writeCsv } from './csv.ts';
import type { Provenance } from './provenance-columns.ts';
import { PROVENANCE_COLUMNS, provenanceCells } from './provenance-columns.ts';

/**
 * Areas as CSV: a line per ward, then "total". Square metres on the WGS84 ellipsoid, to the tenth. Not-spots low and
 * high bound what coverage at two confidences leaves open; per technology of several operators how much exactly 0, 1 …
 * of them cover. A recipe that cannot be drawn leaves its columns empty; the remark says why (areaProvenance).
 */
export function areasCsv(analysis: AreaAnalysis, provenance: Provenance): string {
  const { notSpots, operators } = analysis;
  const header = [
    'ward_code',
    'ward_name',
    'area_m2',
    'not_spot_m2',
    'not_spot_m2_low',
    'not_spot_m2_high',
    'not_known_m2',
    ...operators.flatMap(({ technology, exactly }) => [
      ...exactly.map((_, n) => `${technology}_${n}_operators_m2`),
      `${technology}_not_known_m2`,
    ]),
    ...PROVENANCE_COLUMNS,
  ];
  const rows = Array.from(analysis.area, (squareMetres, place) => [
    analysis.wardCodes[place] ?? 'total',
    analysis.wardNames[place] ?? '',
    tenth(squareMetres),
    ...(notSpots
      ? [
          tenth(notSpots.mid[place]),
          tenth(notSpots.low[place]),
          tenth(notSpots.high[place]),
          tenth(analysis.notKnown[place]),
        ]
      : ['', '', '', '']),
    ...operators.flatMap(({ exactly, notKnown }) => [
      ...exactly.map((places) => tenth(places[place])),
      tenth(notKnown[place]),
    ]),
    ...provenanceCells(analysis.recipeText, provenance),
  ]);
  return writeCsv(header, rows);
}

function tenth(squareMetres: number): number {
  return Math.round(squareMetres * 10) / 10;
}
