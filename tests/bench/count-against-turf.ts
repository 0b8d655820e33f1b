import { booleanPointInPolygon } from '@turf/turf';
import Flatbush from 'flatbush';
import type { Polygon } from 'geojson';
import { answerFromPolygons, noAnswers } from '../../src/domain/coverage/answers-from-polygons.ts';
import { hasBit } from '../../src/domain/coverage/bitset.ts';
import { premisesInWards } from '../../src/domain/coverage/layer-extent.ts';
import { buildPolygonIndex } from '../../src/domain/geo/build-polygon-index.ts';
import { type Polygons, polygonBox, polygonCount } from '../../src/domain/geo/geometry.ts';
import { countCrisp } from '../../src/domain/not-spots/count-crisp.ts';
import { tallyUnits } from '../../src/domain/not-spots/tally.ts';
import { assignWards, wardIndex } from '../../src/domain/not-spots/ward-membership.ts';
import { type County, makeCounty } from './county.ts';
import { type Figure, limitFigure, ratioFigure } from './figure.ts';
import { median } from './seeded.ts';

/** What is counted, and how much of it the peer walks. */
export interface CountBench {
  readonly row: string;
  readonly premises: number;
  readonly wards: number;
  readonly runs: number;
  /** Premises that Turf with flatbush walks; its time for them is scaled to all, the building of its trees is not. */
  readonly sample: number;
  readonly askedCold: number;
  readonly askedWarm: number | null;
  readonly measuresGrowth: boolean;
}

/**
 * Asked (performance.md rows 1 and 1b): premises into 700 wards and four footprints of 200,000 vertices together,
 * counted per ward, without a difference. Cold builds the grids, warm has kept them and places every premises anew.
 * The first count, in which the compiler learns, only tells the memory; then ours and a part of the peer's sample take
 * turns, so that both meet the same minutes of the machine, and medians are compared.
 * Decided: one grid for the wards and one for each footprint, edges kept per cell as stretches of a ring.
 */
export function benchCount(bench: CountBench): Figure[] {
  const { row, runs, premises, wards, sample } = bench;
  const size = { premises, wards, footprintVertices: 200_000, seed: 1 };
  const county = makeCounty(size);
  const { counted } = timeCount(county);
  const memory = `${Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)} MB`;
  const peer = new TurfPeer(county);
  const times = Array.from({ length: runs }, (_, run) => {
    const { cold, warm } = timeCount(county);
    return { cold, warm, peer: peer.walk(run, runs, sample) };
  });
  const middle = (of: (time: (typeof times)[number]) => number): number => median(times.map(of));
  const peerMilliseconds = peer.treeMilliseconds + (middle((time) => time.peer) * premises) / (sample / runs);
  const larger = bench.measuresGrowth ? makeCounty({ ...size, premises: premises * 2 }) : null;
  const twice = larger && [0, 1, 2].map(() => timeCount(larger));
  const what = `${millions(premises)} × ${wards} wards × 4 layers`;
  const walked = `Turf with flatbush, ${sample.toLocaleString('en-GB')} walked, scaled`;
  const figure = (kind: 'cold' | 'warm', how: string, askedPart: number | null): Figure => {
    const ours = middle((time) => time[kind]);
    return ratioFigure({
      row,
      what: `${what}, ${how}; ${walked}`,
      ours,
      peer: peerMilliseconds,
      askedPart,
      memory,
      growth: twice ? `× ${(median(twice.map((time) => time[kind])) / ours).toFixed(2)}` : '',
    });
  };
  return [
    figure('cold', 'cold', bench.askedCold),
    figure('warm', 're-count with the grids kept', bench.askedWarm),
    limitFigure({
      row,
      what: 'differences to Turf',
      value: peer.differences(counted),
      most: 0,
      unit: 'rows',
    }),
  ];
}

function timeCount(county: County): { cold: number; warm: number; counted: Counted } {
  const began = performance.now();
  const grids = buildGrids(county);
  const counted = countWith(grids, county);
  const cold = performance.now() - began;
  const again = performance.now();
  countWith(grids, county);
  return { cold, warm: performance.now() - again, counted };
}

function millions(count: number): string {
  return count < 1e6 ? count.toLocaleString('en-GB') : `${count / 1e6} million`;
}

interface Counted {
  readonly wardOf: Int32Array;
  readonly covered: readonly Uint32Array[];
}

function buildGrids(county: County) {
  return {
    wards: wardIndex(county.wards),
    footprints: county.footprints.map((polygons) => buildPolygonIndex(polygons, { owners: null })),
  };
}

function countWith(grids: ReturnType<typeof buildGrids>, { premises, wards }: County): Counted {
  const whole = { from: 0, to: premises.count };
  const membership = { wardOf: new Int32Array(premises.count), overlapped: 0 };
  assignWards(grids.wards, premises, membership, whole);
  tallyUnits(premises, membership.wardOf, wards.codes.length);
  const extent = premisesInWards(membership.wardOf, null);
  const covered = grids.footprints.map((index) => {
    const answers = noAnswers(premises.count);
    answerFromPolygons(index, extent, premises, answers, whole);
    countCrisp(
      { isTrue: answers.covered, known: answers.known },
      premises,
      membership.wardOf,
      wards.codes.length,
    );
    return answers.covered;
  });
  return { wardOf: membership.wardOf, covered };
}

/** Turf's test of a point in a polygon, on the few polygons whose boxes hold the point. */
class TurfPeer {
  readonly treeMilliseconds: number;
  private readonly premises: County['premises'];
  private readonly wards: Tree;
  private readonly footprints: readonly Tree[];
  private readonly rows: { row: number; ward: number; covered: boolean[] }[] = [];

  constructor({ premises, wards, footprints }: County) {
    this.premises = premises;
    const began = performance.now();
    this.wards = treeOf(wards.polygons);
    this.footprints = footprints.map(treeOf);
    this.treeMilliseconds = performance.now() - began;
  }

  /** Walks part `part` of `parts` of a sample spread evenly over the premises; milliseconds. */
  walk(part: number, parts: number, sample: number): number {
    const { lon, lat, count } = this.premises;
    const began = performance.now();
    for (let i = part; i < sample; i += parts) {
      const row = Math.floor((i * count) / sample);
      const found = held(this.wards, lon[row], lat[row]);
      const ward = found.length ? Math.min(...found) : -1;
      const covered = this.footprints.map((tree) => held(tree, lon[row], lat[row]).length > 0);
      this.rows.push({ row, ward, covered });
    }
    return performance.now() - began;
  }

  /** Rows walked of which we say something else. */
  differences(ours: Counted): number {
    return this.rows.filter(
      ({ row, ward, covered }) =>
        ward !== ours.wardOf[row] || covered.some((value, k) => value !== hasBit(ours.covered[k], row)),
    ).length;
  }
}

function held(tree: Tree, lon: number, lat: number): number[] {
  return tree.index
    .search(lon, lat, lon, lat)
    .filter((i) => booleanPointInPolygon([lon, lat], tree.shapes[i]));
}

interface Tree {
  readonly index: Flatbush;
  readonly shapes: readonly Polygon[];
}

function treeOf(polygons: Polygons): Tree {
  const index = new Flatbush(polygonCount(polygons));
  const shapes = Array.from({ length: polygonCount(polygons) }, (_, i): Polygon => {
    index.add(...(polygonBox(polygons, i) ?? [0, 0, 0, 0]));
    const rings: [number, number][][] = [];
    for (let ring = polygons.polygonStarts[i]; ring < polygons.polygonStarts[i + 1]; ring++) {
      const points: [number, number][] = [];
      for (let v = polygons.ringStarts[ring]; v < polygons.ringStarts[ring + 1]; v++)
        points.push([polygons.coordinates[2 * v], polygons.coordinates[2 * v + 1]]);
      rings.push(points);
    }
    return { type: 'Polygon', coordinates: rings };
  });
  index.finish();
  return { index, shapes };
}
