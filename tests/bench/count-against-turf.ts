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
import { median } from './seeded.ts';

/**
 * Asked (performance.md row 1): premises into 700 wards and four footprints of 200,000 vertices together, counted per
 * ward; cold at most 1/20 of Turf with flatbush and warm (grids kept) at most 1/70, with no difference. The peer runs
 * on a stated sample and its time is scaled by the number of premises; building its trees is not.
 */
export function benchCount(print: (line: string) => void): void {
  const size = { premises: 500_000, wards: 700, footprintVertices: 200_000, seed: 1 };
  const county = makeCounty(size);
  const cold: number[] = [];
  const warm: number[] = [];
  let ours: Counted | null = null;
  for (let run = 0; run < 5; run++) {
    globalThis.gc?.();
    const began = performance.now();
    const grids = buildGrids(county);
    ours = countWith(grids, county);
    cold.push(performance.now() - began);
    const again = performance.now();
    countWith(grids, county);
    warm.push(performance.now() - again);
  }
  if (!ours) return;
  const megabytes = process.memoryUsage().rss / 1e6;
  const peer = countWithTurf(county, 25_000);
  const differences = peer.rows.filter(({ row, ward, covered }) => {
    return ward !== ours.wardOf[row] || covered.some((value, k) => value !== hasBit(ours.covered[k], row));
  }).length;
  const peerMilliseconds = peer.treeMilliseconds + (peer.rowMilliseconds * size.premises) / peer.rows.length;
  const ratio = (milliseconds: number): string => `1/${(peerMilliseconds / milliseconds).toFixed(0)}`;
  print(
    `row 1: ${size.premises} premises × ${county.wards.codes.length} wards × 4 footprints (${size.footprintVertices} vertices)`,
  );
  print(`  ours cold ${median(cold).toFixed(0)} ms = ${ratio(median(cold))} of the peer (asked ≤ 1/20)`);
  print(`  ours warm ${median(warm).toFixed(0)} ms = ${ratio(median(warm))} of the peer (asked ≤ 1/70)`);
  print(
    `  Turf with flatbush ${peerMilliseconds.toFixed(0)} ms (${peer.rows.length} premises walked, scaled); differences ${differences}`,
  );
  print(`  memory of the process ${megabytes.toFixed(0)} MB`);
  growth(size, median(cold), median(warm), print);
  print(
    '  recorded elsewhere, not on this machine: GEOS prepared 3.5 s, PostGIS 18–130 s, Turf alone 1,449 s (wards only)',
  );
}

interface Counted {
  readonly wardOf: Int32Array;
  readonly covered: readonly Uint32Array[];
}

function growth(
  size: Parameters<typeof makeCounty>[0],
  cold: number,
  warm: number,
  print: (line: string) => void,
): void {
  const larger = makeCounty({ ...size, premises: size.premises * 2 });
  const colds: number[] = [];
  const warms: number[] = [];
  for (let run = 0; run < 3; run++) {
    const began = performance.now();
    const grids = buildGrids(larger);
    countWith(grids, larger);
    colds.push(performance.now() - began);
    const again = performance.now();
    countWith(grids, larger);
    warms.push(performance.now() - again);
  }
  print(
    `  twice the premises: cold × ${(median(colds) / cold).toFixed(2)}, warm × ${(median(warms) / warm).toFixed(2)}`,
  );
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

function countWithTurf({ premises, wards, footprints }: County, sample: number) {
  const began = performance.now();
  const wardTree = treeOf(wards.polygons);
  const trees = footprints.map(treeOf);
  const treeMilliseconds = performance.now() - began;
  const stride = Math.floor(premises.count / sample);
  const rows: { row: number; ward: number; covered: boolean[] }[] = [];
  const walked = performance.now();
  for (let row = 0; row < premises.count && rows.length < sample; row += stride) {
    const point: [number, number] = [premises.lon[row], premises.lat[row]];
    const held = (tree: Tree): number[] =>
      tree.index
        .search(point[0], point[1], point[0], point[1])
        .filter((i) => booleanPointInPolygon(point, tree.shapes[i]));
    const found = held(wardTree);
    rows.push({
      row,
      ward: found.length ? Math.min(...found) : -1,
      covered: trees.map((tree) => held(tree).length > 0),
    });
  }
  return { rows, treeMilliseconds, rowMilliseconds: performance.now() - walked };
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
