import { hasBit } from '../coverage/bitset.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import type { AreaTable } from '../geo/area-table.ts';
import { polygonCount } from '../geo/geometry.ts';
import { polygonHolds } from '../geo/point-in-polygon.ts';
import { unitsAt } from '../premises/premises-table.ts';
import type { Prepared } from '../project/prepared.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { Analysis } from './analysis.ts';
import { areaByBruteForce, type BruteForceCheck } from './brute-force.ts';
import { ROW_NOT_KNOWN, ROW_YES } from './count-shares.ts';
import { layersAside } from './layers-aside.ts';
import { parseRecipe } from './parse-recipe.ts';
import { resolveRecipe } from './resolve-recipe.ts';
import { rowRecipe } from './row-recipe.ts';

const ROWS_A_STEP = 64;

/**
 * Checks an analysis without any of its shortcuts: every row against every edge of every ward and footprint, the recipe
 * walked row by row, and the counts added up. Expected counts of shares have no rows to walk: for them the rows that are
 * sure are counted. Slow: minutes for half a million rows.
 */
export function* checkAnalysis(
  prepared: Prepared,
  analysis: Analysis,
  footprints: readonly { layer: LayerRecord; areas: AreaTable }[],
  layers: readonly LayerRecord[],
): Generator<WorkStep, BruteForceCheck> {
  const { premises, wards, membership, answers } = prepared;
  const places = analysis.units.length;
  const list = (): Float64Array => new Float64Array(places);
  const counted = {
    units: list(),
    notSpots: list(),
    notKnown: list(),
    covered: footprints.map(({ layer }) => ({ layerId: layer.id, units: list() })),
  };
  const isNotSpot = rowTruth(prepared, analysis, layers);
  let wardDifferences = 0;
  let coverageDifferences = 0;
  for (let i = 0; i < premises.count; i++) {
    if (i % ROWS_A_STEP === 0)
      yield { what: 'Checking every row against every edge', fraction: i / premises.count };
    const lon = premises.lon[i];
    const lat = premises.lat[i];
    const ward = areaByBruteForce(wards, lon, lat);
    const add = (to: Float64Array): void => {
      to[ward < 0 ? places - 2 : ward] += unitsAt(premises, i);
      to[places - 1] += unitsAt(premises, i);
    };
    if (ward !== membership.wardOf[i]) wardDifferences++;
    add(counted.units);
    for (const [at, { layer, areas }] of footprints.entries()) {
      const answer = answers.get(layer.id);
      if (answer?.kind !== 'crisp') continue;
      const held = heldByAny(areas, lon, lat);
      if (held !== hasBit(answer.covered, i)) coverageDifferences++;
      if (held) add(counted.covered[at].units);
    }
    const answer = isNotSpot(i);
    if (answer === 'yes') add(counted.notSpots);
    if (answer === 'not-known') add(counted.notKnown);
  }
  const exact = analysis.rowChance.length === 0;
  let countDifferences = 0;
  for (let place = 0; place < places; place++) {
    const same = exact
      ? counted.notSpots[place] === analysis.notSpots.mid[place]
      : counted.notSpots[place] <= analysis.notSpots.mid[place] + 1e-6;
    if (!same || counted.notKnown[place] !== analysis.notSpots.notKnown[place]) countDifferences++;
  }
  const edges = (areas: AreaTable): number => areas.polygons.coordinates.length / 2;
  return {
    rows: premises.count,
    wardDifferences,
    coverageDifferences,
    layersChecked: footprints.length,
    countDifferences,
    edgesWalked: premises.count * (edges(wards) + footprints.reduce((sum, one) => sum + edges(one.areas), 0)),
    exact,
    counted,
  };
}

/** The recipe's answer for a row: walked from its definition where all answers are crisp, else as it was counted. */
function rowTruth(
  { answers, premises }: Prepared,
  analysis: Analysis,
  layers: readonly LayerRecord[],
): (row: number) => 'yes' | 'no' | 'not-known' {
  if (analysis.rowChance.length > 0) {
    return (row) =>
      analysis.rowState[row] === ROW_YES
        ? 'yes'
        : analysis.rowState[row] === ROW_NOT_KNOWN
          ? 'not-known'
          : 'no';
  }
  const node = parseRecipe(analysis.recipeText);
  const aside = new Set(layersAside(layers, answers, premises.count).map(({ layer }) => layer.id));
  const names = resolveRecipe(node, layers, aside);
  return (row) => rowRecipe(node, names, answers, row);
}

function heldByAny(areas: AreaTable, lon: number, lat: number): boolean {
  for (let polygon = 0; polygon < polygonCount(areas.polygons); polygon++) {
    if (polygonHolds(areas.polygons, polygon, lon, lat)) return true;
  }
  return false;
}
