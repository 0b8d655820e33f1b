import { hasBit } from '../coverage/bitset.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { AreaTable } from '../geo/area-table.ts';
import { polygonCount } from '../geo/geometry.ts';
import { polygonHolds } from '../geo/point-in-polygon.ts';
import { unitsAt } from '../premises/premises-table.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { Prepared } from '../project/workbench.ts';
import type { Analysis } from './analysis.ts';
import { areaByBruteForce, type BruteForceCheck } from './brute-force.ts';
import { ROW_NOT_KNOWN, ROW_YES } from './count-shares.ts';

const ROWS_A_STEP = 64;

/**
 * Checks an analysis without any of its shortcuts: every row against every edge of every ward and footprint, and the
 * counts row by row. Slow: minutes for half a million rows.
 */
export function* checkAnalysis(
  prepared: Prepared,
  analysis: Analysis,
  footprints: readonly { layer: LayerRecord; areas: AreaTable }[],
): Generator<WorkStep, BruteForceCheck> {
  const { premises, wards, membership, answers } = prepared;
  const places = analysis.units.length;
  const yes = new Float64Array(places);
  const notKnown = new Float64Array(places);
  let wardDifferences = 0;
  let coverageDifferences = 0;
  for (let i = 0; i < premises.count; i++) {
    if (i % ROWS_A_STEP === 0)
      yield { what: 'Checking every row against every edge', fraction: i / premises.count };
    const lon = premises.lon[i];
    const lat = premises.lat[i];
    const ward = areaByBruteForce(wards, lon, lat);
    if (ward !== membership.wardOf[i]) wardDifferences++;
    for (const { layer, areas } of footprints) {
      const answer = answers.get(layer.id);
      if (answer?.kind !== 'crisp') continue;
      if (heldByAny(areas, lon, lat) !== hasBit(answer.covered, i)) coverageDifferences++;
    }
    const list =
      analysis.rowState[i] === ROW_YES ? yes : analysis.rowState[i] === ROW_NOT_KNOWN ? notKnown : null;
    if (!list) continue;
    list[ward < 0 ? places - 2 : ward] += unitsAt(premises, i);
    list[places - 1] += unitsAt(premises, i);
  }
  const crisp = analysis.rowChance.length === 0;
  let countDifferences = 0;
  for (let place = 0; place < places; place++) {
    const same = crisp
      ? yes[place] === analysis.notSpots.mid[place]
      : yes[place] <= analysis.notSpots.mid[place] + 1e-6;
    if (!same || notKnown[place] !== analysis.notSpots.notKnown[place]) countDifferences++;
  }
  const edges = (areas: AreaTable): number => areas.polygons.coordinates.length / 2;
  return {
    rows: premises.count,
    wardDifferences,
    coverageDifferences,
    layersChecked: footprints.length,
    countDifferences,
    edgesWalked: premises.count * (edges(wards) + footprints.reduce((sum, one) => sum + edges(one.areas), 0)),
  };
}

function heldByAny(areas: AreaTable, lon: number, lat: number): boolean {
  for (let polygon = 0; polygon < polygonCount(areas.polygons); polygon++) {
    if (polygonHolds(areas.polygons, polygon, lon, lat)) return true;
  }
  return false;
}
