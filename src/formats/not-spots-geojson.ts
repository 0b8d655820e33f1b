import type { Feature, FeatureCollection } from 'geojson';
import type { Analysis } from '../domain/not-spots/analysis.ts';
import { ROW_NO, ROW_NOT_KNOWN, ROW_SHARE } from '../domain/not-spots/count-shares.ts';
import type { WardMembership } from '../domain/not-spots/ward-membership.ts';
import { type PremisesTable, premisesCell, unitsAt } from '../domain/premises/premises-table.ts';
import type { Provenance } from './wards-csv.ts';

/**
 * The rows that are not-spots, not known, or stand in an area of which only a share is known, as points. `answer` tells
 * which; `expected` is the chance (0–1) for shares. Rows that are surely no not-spot are left out.
 */
export function notSpotsGeoJson(
  analysis: Analysis,
  premises: PremisesTable,
  membership: WardMembership,
  provenance: Provenance,
): string {
  const features: Feature[] = [];
  for (let i = 0; i < premises.count; i++) {
    const state = analysis.rowState[i];
    if (state === ROW_NO || (state === ROW_SHARE && analysis.rowChance[i] === 0)) continue;
    features.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [degrees(premises.lon[i]), degrees(premises.lat[i])] },
      properties: {
        id: premisesCell(premises, premises.ids, i),
        units: unitsAt(premises, i),
        ward_code: analysis.wardCodes[membership.wardOf[i]] ?? null,
        answer: state === ROW_SHARE ? 'share of area' : state === ROW_NOT_KNOWN ? 'not known' : 'not-spot',
        ...(state === ROW_SHARE ? { expected: analysis.rowChance[i] / 100 } : {}),
      },
    });
  }
  const collection: FeatureCollection & Record<string, unknown> = {
    type: 'FeatureCollection',
    name: `Not-spots: ${analysis.recipeText}`,
    definition: provenance.definition,
    sources: provenance.sources,
    counted_on: provenance.countedOn,
    remark: provenance.remark,
    unit: analysis.unit,
    features,
  };
  return `${JSON.stringify(collection)}\n`;
}

/** Seven decimals: a centimetre. */
function degrees(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}
