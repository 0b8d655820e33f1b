import { findClusters } from '../../src/domain/clusters/find-clusters.ts';
import type { NotSpotClusters } from '../../src/domain/clusters/not-spot-clusters.ts';
import { type NamedShapes, placeNames } from '../../src/domain/clusters/place-names.ts';
import type { LayerRecord } from '../../src/domain/coverage/layer.ts';
import type { LayerAnswers } from '../../src/domain/coverage/layer-answers.ts';
import { gridToLonLat } from '../../src/domain/geo/british-national-grid.ts';
import { analyse } from '../../src/domain/not-spots/analyse.ts';
import type { Analysis } from '../../src/domain/not-spots/analysis.ts';
import type { PremisesTable } from '../../src/domain/premises/premises-table.ts';
import { premisesUses } from '../../src/domain/premises/premises-use.ts';
import { crispOf, layerOf, type ThreeValues } from './layers.ts';
import { areasOf, rectangle } from './polygons.ts';
import { premisesOf } from './premises.ts';

/** A premises on the grid, its ward (0, 1 or −1) and what each layer answers for it. */
export interface ClusterSeed {
  readonly id?: string;
  readonly easting: number;
  readonly northing: number;
  readonly units?: number;
  readonly ward?: number;
  readonly use?: string;
  readonly answers: readonly ThreeValues[];
}

export interface ClusterCase {
  readonly premises: readonly ClusterSeed[];
  readonly layers?: readonly (Partial<LayerRecord> & { readonly key: string })[];
  /** Instead of the premises' own answers, by layer key. */
  readonly answers?: ReadonlyMap<string, LayerAnswers>;
  readonly recipe?: string;
  readonly distanceMetres?: number;
  readonly leastUnits?: number;
  readonly streets?: NamedShapes;
  readonly weights?: Float64Array;
}

export interface CountedClusters {
  readonly clusters: NotSpotClusters;
  readonly analysis: Analysis;
  readonly premises: PremisesTable;
}

/** Clusters of premises given one by one, counted by the domain. Wards: Alder and Birch. */
export function clustersOf(given: ClusterCase): CountedClusters {
  const layers = (given.layers ?? [{ key: 'gigabit' }]).map(layerOf);
  const seeds = given.premises.map(({ easting, northing, use, ...seed }) => {
    const [lon, lat] = gridToLonLat(easting, northing);
    return { ...seed, lon, lat, ...(use === undefined ? {} : { cells: { use } }) };
  });
  const premises = {
    ...premisesOf(seeds),
    easting: Float64Array.from(given.premises, (one) => one.easting),
    northing: Float64Array.from(given.premises, (one) => one.northing),
  };
  const answers =
    given.answers ??
    new Map(
      layers.map((layer, i): [string, LayerAnswers] => [
        layer.id,
        crispOf(given.premises.map((one) => one.answers[i])),
      ]),
    );
  const wards = areasOf(
    ['Alder', 'Birch'].map((name, i) => ({
      code: `E0599980${i + 1}`,
      name,
      rings: [rectangle(i, 51, i + 1, 52)],
    })),
  );
  const membership = { wardOf: Int32Array.from(given.premises, (one) => one.ward ?? 0), overlapped: 0 };
  const recipeText = given.recipe ?? 'no gigabit';
  const uses = premisesUses(premises, 'use');
  const analysis = analyse({ premises, wards, membership, layers, answers, recipeText, notes: [], uses });
  const streets = given.streets ?? NO_STREETS;
  const steps = findClusters(
    {
      prepared: { premises, wards, membership, answers, uses },
      analysis,
      layers,
      places: placeNames(streets),
      weights: given.weights,
    },
    {
      distanceMetres: given.distanceMetres ?? 150,
      leastUnits: given.leastUnits ?? 3,
      recipeText,
    },
  );
  return { clusters: lastOf(steps), analysis, premises };
}

/** What a generator of steps comes to. */
export function lastOf<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const NO_STREETS: NamedShapes = {
  names: [],
  lines: { coordinates: new Float64Array(0), lineStarts: new Uint32Array(1) },
  points: { names: [], lon: new Float64Array(0), lat: new Float64Array(0) },
};

/** A row of not-spots (no gigabit), `gap` metres from each other, eastwards. */
export function terrace(easting: number, northing: number, count: number, gap = 20): ClusterSeed[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `${easting}${northing}${i}`,
    easting: easting + i * gap,
    northing,
    answers: ['no'],
  }));
}
