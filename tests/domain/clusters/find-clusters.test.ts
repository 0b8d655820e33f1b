import { booleanPointInPolygon, kinks, polygon } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterSelection } from '../../../src/domain/clusters/cluster-selection.ts';
import type { NotSpotClusters } from '../../../src/domain/clusters/not-spot-clusters.ts';
import { notSpotRows } from '../../../src/domain/clusters/not-spot-rows.ts';
import type { LayerAnswers } from '../../../src/domain/coverage/layer-answers.ts';
import { gridToLonLat } from '../../../src/domain/geo/british-national-grid.ts';
import { ROW_NO, ROW_SHARE, ROW_YES } from '../../../src/domain/not-spots/count-shares.ts';
import type { ResolvedNames } from '../../../src/domain/not-spots/resolve-recipe.ts';
import { PREMISES_USES } from '../../../src/domain/premises/premises-use.ts';
import { selectedRows } from '../../../src/domain/project/selected-rows.ts';
import { type ClusterSeed, clustersOf, terrace } from '../../builders/cluster-premises.ts';
import { crispOf, sharesOf, type ThreeValues } from '../../builders/layers.ts';
import { areasOf } from '../../builders/polygons.ts';

const PAIR = [
  { key: 'gigabit' },
  { key: '5g-high', technology: '5g', confidence: 'high' as const },
  { key: '5g-very-high', technology: '5g', confidence: 'very-high' as const },
];

const answer = fc.constantFrom<ThreeValues>('yes', 'no', 'unknown');
const seed: fc.Arbitrary<ClusterSeed> = fc.record({
  easting: fc.integer({ min: 0, max: 900 }).map((x) => 412_000 + x),
  northing: fc.integer({ min: 0, max: 900 }).map((y) => 301_000 + y),
  units: fc.integer({ min: 0, max: 4 }),
  ward: fc.constantFrom(-1, 0, 1),
  use: fc.constantFrom('house', 'shop', 'school', ''),
  answers: fc.tuple(answer, answer, answer),
});
const seeds = fc.uniqueArray(seed, { maxLength: 60, selector: (one) => `${one.easting} ${one.northing}` });

function rowsOf({ rows, rowStarts }: NotSpotClusters, cluster: number): number[] {
  return [...rows.subarray(rowStarts[cluster], rowStarts[cluster + 1])];
}

function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + value, 0);
}

function ringOf({ outlines }: NotSpotClusters, cluster: number): [number, number][] {
  const { coordinates, ringStarts, polygonStarts } = outlines;
  const ring = polygonStarts[cluster];
  const positions: [number, number][] = [];
  for (let i = ringStarts[ring]; i < ringStarts[ring + 1]; i++)
    positions.push([coordinates[2 * i], coordinates[2 * i + 1]]);
  return positions;
}

describe('findClusters', () => {
  it('clusters and scattered not-spots are all not-spots, as the count has them', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 6 }), (premises, leastUnits) => {
        const { clusters, analysis } = clustersOf({
          premises,
          layers: PAIR,
          recipe: 'no gigabit and no 5g',
          distanceMetres: 100,
          leastUnits,
        });
        const total = analysis.units.length - 1;
        for (const bound of ['low', 'mid', 'high'] as const) {
          expect(clusters.all[bound]).toBe(analysis.notSpots[bound][total]);
          expect(sum(clusters.size[bound]) + clusters.scattered[bound]).toBe(clusters.all[bound]);
          for (let c = 0; c < clusters.count; c++) {
            const inWards = clusters.wardUnits[bound].subarray(
              clusters.wardStarts[c],
              clusters.wardStarts[c + 1],
            );
            expect(sum(inWards)).toBe(clusters.size[bound][c]);
          }
        }
        const notSpots = [...analysis.rowState.keys()].filter((row) =>
          [ROW_YES, ROW_SHARE].includes(analysis.rowState[row]),
        );
        expect(clusters.all.rows).toBe(notSpots.length);
        expect(clusters.rows.length + clusters.scattered.rows).toBe(notSpots.length);
        for (let c = 0; c < clusters.count; c++) {
          expect(clusters.size.mid[c]).toBeGreaterThanOrEqual(leastUnits);
          const uses = clusters.uses?.units.subarray(
            c * PREMISES_USES.length,
            (c + 1) * PREMISES_USES.length,
          );
          if (uses) expect(sum(uses)).toBe(clusters.size.mid[c]);
          const units = sum(rowsOf(clusters, c).map((row) => premises[row].units ?? 1));
          for (const one of clusters.technologies)
            expect(one.covered[c] + one.perhaps[c] + one.lacking[c] + one.notKnown[c]).toBe(units);
        }
        expect([...clusters.size.mid]).toEqual([...clusters.size.mid].sort((a, b) => b - a));
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same clusters in the same order however the file is ordered', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 1_000 }), (premises, turn) => {
        const named = premises.map((one, i) => ({ ...one, id: `P${i}`, answers: ['no' as const] }));
        const at = named.length === 0 ? 0 : turn % named.length;
        const turned = [...named.slice(at), ...named.slice(0, at)].reverse();
        const idsOf = (given: readonly ClusterSeed[]): unknown[] => {
          const { clusters } = clustersOf({ premises: given, distanceMetres: 80, leastUnits: 2 });
          return clusters.ids.map((id, c) => [
            id,
            clusters.names[c],
            clusters.areaSquareMetres[c],
            rowsOf(clusters, c)
              .map((row) => given[row].id)
              .sort(),
          ]);
        };
        expect(idsOf(turned)).toEqual(idsOf(named));
      }),
      { numRuns: 80 },
    );
  });

  it('keeps the id of a cluster when others appear, grow and vanish', () => {
    const street = terrace(412_000, 301_000, 5);
    const before = clustersOf({ premises: street }).clusters;
    const more = [...terrace(400_000, 300_000, 40), ...street, ...terrace(412_800, 301_000, 9)];
    const after = clustersOf({ premises: more }).clusters;
    expect(before.ids).toEqual(['e412000-n301000']);
    expect(after.ids).toContain(before.ids[0]);
    expect(new Set(after.ids).size).toBe(3);
  });

  it('orders by size, then from the west', () => {
    const { clusters } = clustersOf({
      premises: [
        ...terrace(415_000, 301_000, 4),
        ...terrace(412_000, 301_000, 4),
        ...terrace(418_000, 301_000, 7),
      ],
    });
    expect(clusters.ids).toEqual(['e418000-n301000', 'e412000-n301000', 'e415000-n301000']);
    expect([...clusters.size.mid]).toEqual([7, 4, 4]);
  });

  it('counts premises between two confidences as a range', () => {
    const premises = terrace(412_000, 301_000, 4).map((one, i) => ({
      ...one,
      answers: ['no', i < 3 ? 'yes' : 'no', 'no'] as const,
    }));
    const { clusters } = clustersOf({
      premises,
      layers: PAIR,
      recipe: 'no gigabit and no 5g',
      leastUnits: 2,
    });
    expect([clusters.size.low[0], clusters.size.mid[0], clusters.size.high[0]]).toEqual([1, 2.5, 4]);
    expect(clusters.technologies.map(({ name, perhaps, lacking }) => [name, perhaps[0], lacking[0]])).toEqual(
      [
        ['gigabit', 0, 4],
        ['5g', 3, 1],
      ],
    );
  });

  it('refuses where only shares tell, and says what to do', () => {
    const premises = terrace(412_000, 301_000, 3);
    const answers = new Map([['gigabit', sharesOf([0, 0, 0], [50])]]);
    expect(() => clustersOf({ premises, answers })).toThrowError(
      /gigabit gives shares of areas.*how many premises.*Load coverage per premises or as footprints\.$/,
    );
    const both = new Map<string, LayerAnswers>([...answers, ['5g', crispOf(['no', 'no', 'no'])]]);
    const names = new Map([['gigabit', [{ operator: null, layers: [{ id: 'gigabit', name: 'Gigabit' }] }]]]);
    const rows = notSpotRows(
      { rowState: Uint8Array.of(ROW_SHARE) },
      names as unknown as ResolvedNames,
      both,
      'postcodes',
    );
    expect(() => [...rows]).toThrowError(
      /how many postcodes.*Load coverage per postcode or as footprints, or choose a definition without it\.$/,
    );
  });

  it('refuses a distance or size out of bounds', () => {
    expect(() => clustersOf({ premises: [], distanceMetres: 0 })).toThrowError(/metres, 10 to 5,000/);
    expect(() => clustersOf({ premises: [], leastUnits: 1.5 })).toThrowError(/whole number, 1 to 100,000/);
  });

  it('has no clusters where there are no not-spots', () => {
    const covered = terrace(412_000, 301_000, 3).map((one) => ({ ...one, answers: ['yes'] as const }));
    const { clusters } = clustersOf({ premises: covered });
    expect([clusters.count, clusters.all.rows, clusters.outlines.polygonStarts.length]).toEqual([0, 0, 1]);
  });

  it('tells what each operator covers and what nobody knows', () => {
    const layers = [
      { key: '5g-plover', technology: '5g', operator: 'Plover' },
      { key: '5g-dunlin', technology: '5g', operator: 'Dunlin' },
    ];
    const words: ThreeValues[][] = [
      ['yes', 'no'],
      ['no', 'no'],
      ['no', 'unknown'],
    ];
    const premises = terrace(412_000, 301_000, 3).map((one, i) => ({ ...one, answers: words[i] }));
    const { clusters } = clustersOf({
      premises: premises,
      layers,
      recipe: '5g < 2 operators',
      leastUnits: 1,
    });
    const [fiveG] = clusters.technologies;
    // The third may have one operator or none: fewer than two either way.
    expect([fiveG.covered[0], fiveG.lacking[0], fiveG.notKnown[0]]).toEqual([1, 1, 1]);
    expect(fiveG.operators.map(({ label, covered }) => [label, covered[0]])).toEqual([
      ['Plover', 1],
      ['Dunlin', 0],
    ]);
  });

  it('finds the nearest covered premises as looking at every pair does', () => {
    fc.assert(
      fc.property(seeds, (premises) => {
        const { clusters, analysis } = clustersOf({ premises, layers: PAIR, leastUnits: 1 });
        const away = (a: number, b: number): number =>
          Math.hypot(premises[a].easting - premises[b].easting, premises[a].northing - premises[b].northing);
        const sure = [...analysis.rowState.keys()].filter((row) => analysis.rowState[row] === ROW_NO);
        for (let c = 0; c < clusters.count; c++) {
          const nearest = Math.min(
            ...rowsOf(clusters, c).flatMap((row) => sure.map((other) => away(row, other))),
          );
          const { row, distanceMetres, ids } = clusters.nearestCovered;
          if (sure.length === 0) expect([row[c], ids[c], distanceMetres[c]]).toEqual([-1, '', Number.NaN]);
          else {
            expect(distanceMetres[c]).toBe(nearest);
            expect(analysis.rowState[row[c]]).toBe(ROW_NO);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('draws a simple outline that holds every premises, however few', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(10, 60, 150, 400), (premises, distanceMetres) => {
        const all = premises.map((one) => ({ ...one, units: 1, answers: ['no' as const] }));
        const { clusters } = clustersOf({ premises: all, distanceMetres, leastUnits: 1 });
        for (let c = 0; c < clusters.count; c++) {
          const shape = polygon([ringOf(clusters, c)]);
          expect(kinks(shape).features).toEqual([]);
          expect(clusters.areaSquareMetres[c]).toBeGreaterThan(0);
          for (const row of rowsOf(clusters, c)) {
            const { easting, northing } = all[row];
            expect(booleanPointInPolygon(gridToLonLat(easting, northing), shape)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stands in its densest part, on one of its premises', () => {
    const premises = [...terrace(412_000, 301_000, 8, 100), ...terrace(412_700, 301_010, 6, 5)];
    const { clusters } = clustersOf({ premises });
    const { easting } = premises[clusters.centre.row[0]];
    expect(easting).toBeGreaterThanOrEqual(412_700);
    expect(rowsOf(clusters, 0)).toContain(clusters.centre.row[0]);
  });

  it('weighs not-spots where weights are loaded, and counts those without one', () => {
    const premises = terrace(412_000, 301_000, 3);
    const weights = Float64Array.from([0.5, Number.NaN, 2]);
    const { need } = clustersOf({ premises, weights }).clusters;
    expect([need?.weighted[0], need?.notKnown[0]]).toEqual([2.5, 1]);
    expect(clustersOf({ premises }).clusters.need).toBe(null);
  });

  it('is a selection that brings its rows', () => {
    const premises = [...terrace(412_000, 301_000, 4), ...terrace(415_000, 301_000, 3)];
    const { clusters, premises: table } = clustersOf({ premises });
    const selection = clusterSelection(clusters, 1);
    const membership = { wardOf: new Int32Array(7), overlapped: 0 };
    expect(selection).toMatchObject({ kind: 'cluster', clusterId: 'e415000-n301000' });
    expect([...selectedRows(selection, { premises: table, wards: areasOf([]), membership })]).toEqual([
      4, 5, 6,
    ]);
    expect(() => clusterSelection(clusters, 2)).toThrow(RangeError);
  });

  it('answers the same for records that know nothing', () => {
    const premises = terrace(412_000, 301_000, 3);
    const answers = new Map([['gigabit', crispOf(['unknown', 'unknown', 'unknown'])]]);
    expect(clustersOf({ premises, answers }).clusters.all.rows).toBe(0);
  });
});
