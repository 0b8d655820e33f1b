import type { Analysis } from '../domain/not-spots/analysis.ts';
import { wardRows } from '../domain/not-spots/ward-rows.ts';
import { writeCsv } from './csv.ts';
import { PROVENANCE_COLUMNS, type Provenance, provenanceCells } from './provenance-columns.ts';

/**
 * Ward counts as CSV: a line per ward, then "outside" and "total". For each layer covered + not covered + not known =
 * premises; low and high bound the covered count where it comes from shares. Counts in units; expected counts have up
 * to six decimals. With `provenance`, columns that say what was counted follow, and *not known* of the recipe.
 */
export function wardsCsv(analysis: Analysis, provenance?: Provenance): string {
  const header = ['ward_code', 'ward_name', 'unit', 'premises'];
  for (const { key } of analysis.layers) {
    header.push(`${key}_covered`, `${key}_not_covered`, `${key}_not_known`, `${key}_low`, `${key}_high`);
  }
  header.push('not_spots', 'not_spots_low', 'not_spots_high');
  if (provenance) header.push('not_spots_not_known', ...PROVENANCE_COLUMNS);
  const rows = wardRows(analysis).map((row) => {
    const cells: (string | number)[] = [
      row.kind === 'ward' ? row.code : row.kind,
      row.kind === 'ward' ? row.name : '',
      analysis.unit,
      row.units,
    ];
    for (const { layerId } of analysis.layers) {
      const covered = row.covered.get(layerId);
      if (!covered) throw new Error(`Layer ${layerId} was not counted.`);
      const mid = rounded(covered.mid);
      cells.push(
        mid,
        rounded(row.units - covered.notKnown - mid),
        covered.notKnown,
        covered.low,
        covered.high,
      );
    }
    cells.push(rounded(row.notSpots.mid), row.notSpots.low, row.notSpots.high);
    if (provenance) cells.push(row.notSpots.notKnown, ...provenanceCells(analysis.recipeText, provenance));
    return cells;
  });
  return writeCsv(header, rows);
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
