import { type LoadedFile, rowsHolding } from '../domain/consents/designations-at.ts';
import { type Nation, nationOfCode } from '../domain/consents/nation.ts';
import type { RooftopSite } from '../domain/radio/rooftop-site.ts';
import { columnNamed } from '../domain/tables/source-table.ts';
import { cellText } from '../domain/tables/text-column.ts';

/** By the code of the ward, else of another loaded area, that holds the site. */
export function nationAt(
  site: Pick<RooftopSite, 'lon' | 'lat'>,
  files: readonly LoadedFile[],
): Nation | null {
  for (const role of ['wards', 'areas']) {
    for (const { dataset, table } of files) {
      const column =
        dataset.role === role && dataset.roles.code && columnNamed(table.columns, dataset.roles.code);
      if (!column) continue;
      for (const row of rowsHolding(table, site)) {
        const nation = nationOfCode(cellText(column, row).trim());
        if (nation) return nation;
      }
    }
  }
  return null;
}
