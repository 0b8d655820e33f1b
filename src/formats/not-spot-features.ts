import type { Analysis } from '../domain/not-spots/analysis.ts';
import { ROW_NO, ROW_NOT_KNOWN, ROW_SHARE } from '../domain/not-spots/count-shares.ts';
import type { WardMembership } from '../domain/not-spots/ward-membership.ts';
import { type PremisesTable, premisesCell, unitsAt } from '../domain/premises/premises-table.ts';
import type { WritableFeature } from './geojson.ts';

/** A count and the premises it was made of. */
export interface CountedPremises {
  readonly analysis: Analysis;
  readonly premises: PremisesTable;
  readonly membership: WardMembership;
}

/**
 * The rows that are not-spots, not known, or stand in an area of which only a share is known, as points. `answer` tells
 * which; `expected` is the chance (0–1) for shares. Rows that are surely no not-spot are left out.
 */
export function* notSpotFeatures({
  analysis,
  premises,
  membership,
}: CountedPremises): Generator<WritableFeature> {
  for (let i = 0; i < premises.count; i++) {
    const state = analysis.rowState[i];
    if (state === ROW_NO || (state === ROW_SHARE && analysis.rowChance[i] === 0)) continue;
    yield {
      geometry: { type: 'Point', coordinates: [degrees(premises.lon[i]), degrees(premises.lat[i])] },
      properties: {
        id: premisesCell(premises, premises.ids, i),
        units: unitsAt(premises, i),
        ward_code: analysis.wardCodes[membership.wardOf[i]] ?? null,
        answer: state === ROW_SHARE ? 'share of area' : state === ROW_NOT_KNOWN ? 'not known' : 'not-spot',
        ...(state === ROW_SHARE ? { expected: analysis.rowChance[i] / 100 } : {}),
      },
    };
  }
}

/** Seven decimals: a centimetre. */
function degrees(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}
