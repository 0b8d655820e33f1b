import { areaSquareMetres } from '../areas/ellipsoid-area.ts';
import type { LayerRecord } from '../coverage/layer.ts';
import { gridToLonLat } from '../geo/british-national-grid.ts';
import { PolygonsBuilder } from '../geo/geometry.ts';
import type { Analysis } from '../not-spots/analysis.ts';
import { ROW_YES } from '../not-spots/count-shares.ts';
import { layersAside } from '../not-spots/layers-aside.ts';
import { MIDDLE_PART } from '../not-spots/middle-part.ts';
import { parseRecipe } from '../not-spots/parse-recipe.ts';
import { resolveRecipe } from '../not-spots/resolve-recipe.ts';
import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';
import { PREMISES_USES, type PremisesUses } from '../premises/premises-use.ts';
import type { Prepared } from '../project/prepared.ts';
import type { WorkStep } from '../project/work-step.ts';
import { type ClusterGroups, clusterGroups } from './cluster-groups.ts';
import { clusterNames } from './cluster-names.ts';
import { clusterOutline } from './cluster-outline.ts';
import { type ClusterQuestion, clusterFault } from './cluster-question.ts';
import { clusterWards } from './cluster-wards.ts';
import { densestRow } from './densest-row.ts';
import { joinNear } from './join-near.ts';
import { missingTechnologies } from './missing-technologies.ts';
import { nearestCovered } from './nearest-covered.ts';
import type { NotSpotClusters } from './not-spot-clusters.ts';
import { notSpotRows } from './not-spot-rows.ts';
import { nearestName, type PlaceNames } from './place-names.ts';

/** A count and what it was made of. */
export interface ClustersInput {
  readonly prepared: Pick<Prepared, 'premises' | 'wards' | 'membership' | 'answers' | 'uses'>;
  /** Of the recipe of the question. */
  readonly analysis: Pick<Analysis, 'rowState'>;
  readonly layers: readonly LayerRecord[];
  readonly places: PlaceNames;
  /** Need weight per premises row, NaN where not known; null where none are loaded. */
  readonly weights?: Float64Array | null;
}

/** A street or place farther than this from a cluster's centre does not name it. */
export const NAME_WITHIN_METRES = 250;

/**
 * Groups the not-spots of a count. Two are joined when at most the question's distance apart on the grid (within 0.04 % of
 * the ground); groups of at least the least size are clusters, the rest is scattered. Throws RangeError where the question
 * is out of its limits, RecipeError where its recipe cannot be read, ClustersRefused where only shares tell.
 */
export function* findClusters(
  { prepared, analysis, layers, places, weights = null }: ClustersInput,
  question: ClusterQuestion,
): Generator<WorkStep, NotSpotClusters> {
  const fault = clusterFault(question);
  if (fault) throw new RangeError(fault.message);
  const { premises, wards, membership, answers, uses } = prepared;
  const { rowState } = analysis;
  const aside = new Set(layersAside(layers, answers, premises.count).map(({ layer }) => layer.id));
  const names = resolveRecipe(parseRecipe(question.recipeText), layers, aside);
  const rows = yield* notSpotRows(analysis, names, answers, premises.unit);
  const at = (axis: Float64Array): Float64Array => Float64Array.from(rows, (row) => axis[row]);
  const group = yield* joinNear(at(premises.easting), at(premises.northing), question.distanceMetres);
  const groups = clusterGroups(rows, group, { premises, rowState, leastUnits: question.leastUnits });
  const inWards = clusterWards(groups, { premises, rowState, wardOf: membership.wardOf });
  const shapes = yield* shapesOf(groups, premises, question.distanceMetres);
  const sources = Array.from({ length: groups.count }, (_, c) => ({
    place: nearestName(places, { lon: shapes.centre.lon[c], lat: shapes.centre.lat[c] }, NAME_WITHIN_METRES),
    ward: wards.names[inWards.wards[inWards.wardStarts[c]]] ?? null,
  }));
  yield { what: 'Counting in each cluster', fraction: 0 };
  return {
    question,
    unit: premises.unit,
    ...groups,
    ...inWards,
    wardCodes: wards.codes,
    wardNames: wards.names,
    ...shapes,
    names: clusterNames(sources),
    namedByPlace: sources.map(({ place }) => place !== null),
    uses: uses && { column: uses.column, units: unitsByUse(groups, premises, { uses, rowState }) },
    technologies: yield* missingTechnologies(names, groups, { answers, premises }),
    nearestCovered: yield* nearestCovered(premises, rowState, groups),
    need: weights && needOf(groups, premises, { weights, rowState }),
  };
}

function* shapesOf(
  { count, rowStarts, rows }: ClusterGroups,
  premises: PremisesTable,
  distanceMetres: number,
): Generator<WorkStep, Pick<NotSpotClusters, 'outlines' | 'areaSquareMetres' | 'centre'>> {
  const builder = new PolygonsBuilder();
  const row = new Uint32Array(count);
  const areas = new Float64Array(count);
  let since = 0;
  for (let c = 0; c < count; c++) {
    const own = rows.subarray(rowStarts[c], rowStarts[c + 1]);
    if (since === 0 || since > ROWS_A_STEP) {
      yield { what: 'Drawing outlines', fraction: rowStarts[c] / rows.length };
      since = 0;
    }
    since += own.length + 32;
    row[c] = densestRow(premises, own, distanceMetres / 2);
    if (own.length > ROWS_A_STEP) yield { what: 'Drawing outlines', fraction: rowStarts[c] / rows.length };
    const ring = clusterOutline(premises, own, Math.min(distanceMetres / 4, MOST_MARGIN_METRES));
    const outline = ring.map(([easting, northing]) => gridToLonLat(easting, northing));
    builder.push([outline]);
    areas[c] = areaSquareMetres([[outline]]);
  }
  return {
    outlines: builder.finish(),
    areaSquareMetres: areas,
    centre: {
      row,
      lon: Float64Array.from(row, (one) => premises.lon[one]),
      lat: Float64Array.from(row, (one) => premises.lat[one]),
    },
  };
}

const ROWS_A_STEP = 4_096;
/** Outlines keep to what belongs to the premises, however far the clusters reach. */
const MOST_MARGIN_METRES = 40;

interface Weighed {
  readonly rowState: Uint8Array;
}

/** Not-spots that a row counts in the middle of the range. */
function middleUnits(premises: PremisesTable, rowState: Uint8Array, row: number): number {
  return unitsAt(premises, row) * (rowState[row] === ROW_YES ? 1 : MIDDLE_PART);
}

function unitsByUse(
  { count, rowStarts, rows }: ClusterGroups,
  premises: PremisesTable,
  { uses, rowState }: Weighed & { readonly uses: PremisesUses },
): Float64Array {
  const units = new Float64Array(count * PREMISES_USES.length);
  for (let c = 0; c < count; c++)
    for (let i = rowStarts[c]; i < rowStarts[c + 1]; i++)
      units[c * PREMISES_USES.length + uses.use[rows[i]]] += middleUnits(premises, rowState, rows[i]);
  return units;
}

function needOf(
  { count, rowStarts, rows }: ClusterGroups,
  premises: PremisesTable,
  { weights, rowState }: Weighed & { readonly weights: Float64Array },
): NonNullable<NotSpotClusters['need']> {
  const weighted = new Float64Array(count);
  const notKnown = new Float64Array(count);
  for (let c = 0; c < count; c++) {
    for (let i = rowStarts[c]; i < rowStarts[c + 1]; i++) {
      const units = middleUnits(premises, rowState, rows[i]);
      const weight = weights[rows[i]];
      if (Number.isNaN(weight)) notKnown[c] += units;
      else weighted[c] += units * weight;
    }
  }
  return { weighted, notKnown };
}
