import { difference, featureCollection, multiPolygon, polygon, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { areaQuestion } from '../../src/domain/areas/area-question.ts';
import { drawAreas } from '../../src/domain/areas/draw-areas.ts';
import { areaSquareMetres } from '../../src/domain/areas/ellipsoid-area.ts';
import { type MeasureInput, measureAreas } from '../../src/domain/areas/measure-areas.ts';
import { polygonBoxes, shapeOfPolygons } from '../../src/domain/areas/near-box.ts';
import { polygonsFromShape, type Shape } from '../../src/domain/areas/shape.ts';
import { polygonCount } from '../../src/domain/geo/geometry.ts';
import { layerOf } from '../builders/layers.ts';
import { makeCounty } from './county.ts';
import { type Figure, limitFigure, ratioFigure } from './figure.ts';

const ASKED = { wards: 700, footprintVertices: 200_000, seed: 1 };
/** Wards, partly covered, on which plain Turf is timed; its time is scaled by their number, and the union made once is not. */
const SAMPLE = 2;

/**
 * Asked (performance.md row 2): 700 wards minus the union of 200,000 vertices of coverage, shapes and all, in at most
 * 1/20 of plain Turf (union of everything, then a difference for each ward), areas within 1e-9. Measured areas without
 * shapes, which the screen shows first, are timed by themselves.
 */
export function benchAreas(): Figure[] {
  const { footprintVertices } = ASKED;
  const input = inputOf(footprintVertices);
  const measured = timed(() => lastOf(measureAreas(input)));
  const drawn = timed(() => lastOf(drawAreas(input, 'not-spots')));
  const ours = drawn.milliseconds;
  const spots = measured.value.notSpots?.mid ?? new Float64Array(0);
  const { area } = measured.value;
  const mixed = input.wards.codes
    .map((_, ward) => ward)
    .filter((ward) => spots[ward] > 0 && spots[ward] < area[ward]);
  const peer = plainTurf(input, sampleOf(mixed));
  const apart = [...peer.areas].map(([ward, theirs]) => Math.abs(spots[ward] - theirs) / area[ward]);
  const shapes = new Float64Array(spots.length);
  for (const { ward, kind, shape } of drawn.value.areas)
    if (kind === 'not-spot') shapes[ward] += areaSquareMetres(shape);
  const failed = new Set(drawn.value.failures.map(({ ward }) => ward));
  const inside = input.wards.codes.map((_, ward) => {
    return failed.has(ward) ? 0 : Math.abs(shapes[ward] - spots[ward]) / area[ward];
  });
  const memory = `${Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)} MB`;
  const growth = drawingTime(everyFifth(inputOf(2 * footprintVertices))) / drawingTime(everyFifth(input));
  const row = '2';
  const what = `${ASKED.wards} wards (${mixed.length} partly covered) minus ${ASKED.footprintVertices.toLocaleString('en-GB')} vertices of coverage`;
  const walked = `plain Turf, the union once, differences of ${peer.areas.size} partly covered wards scaled`;
  const difference = (of: string, value: number): Figure => {
    const figure = limitFigure({
      row,
      what: `largest difference ${of}`,
      value,
      most: 1e-9,
      unit: 'of a ward',
    });
    return { ...figure, ours: value.toExponential(1) };
  };
  return [
    ratioFigure({
      row,
      what: `${what}, shapes and all; ${walked}`,
      ours,
      peer: peer.milliseconds,
      askedPart: 20,
      memory,
      growth: `× ${growth.toFixed(2)} (every fifth ward)`,
    }),
    limitFigure({
      row,
      what: 'areas alone, shown first',
      value: measured.milliseconds / 1000,
      most: null,
      unit: 's',
    }),
    difference("to Turf's areas", Math.max(...apart)),
    difference('between our areas and our shapes', Math.max(...inside)),
    limitFigure({
      row,
      what: 'wards not drawn, said by name',
      value: failed.size,
      most: null,
      unit: 'wards',
    }),
  ];
}

/** One of the county's four footprints, with all the vertices: the four together leave next to nothing uncovered. */
function inputOf(vertices: number): MeasureInput {
  const { wards, footprints } = makeCounty({ ...ASKED, premises: 1, footprintVertices: 4 * vertices });
  const layers = footprints.slice(0, 1).map((polygons) => ({
    layer: layerOf({ key: 'gigabit', technology: 'gigabit' }),
    footprint: { polygons, boxes: polygonBoxes(polygons) },
    extent: { kind: 'all' as const },
  }));
  const recipeText = 'no gigabit';
  const question = areaQuestion(
    recipeText,
    layers.map(({ layer }) => layer),
  );
  return { question, recipeText, wards, layers, assumptions: [] };
}

function drawingTime(input: MeasureInput): number {
  return timed(() => lastOf(drawAreas(input, 'not-spots'))).milliseconds;
}

/** The same for every fifth ward, of which each has one polygon. */
function everyFifth(input: MeasureInput): MeasureInput {
  const { wards } = input;
  const chosen = wards.codes.map((_, ward) => ward).filter((ward) => ward % 5 === 0);
  const codes = chosen.map((ward) => wards.codes[ward]);
  const polygons = polygonsFromShape(shapeOfPolygons(wards.polygons, chosen));
  const polygonArea = Uint32Array.from(chosen, (_, i) => i);
  return { ...input, wards: { ...wards, codes, names: codes, polygons, polygonArea } };
}

/** The way of Turf's own documentation: everything into one shape, then that taken from each ward. */
function plainTurf({ wards, layers }: MeasureInput, sample: readonly number[]) {
  const polygons = layers.flatMap(({ footprint }) =>
    shapeOfPolygons(
      footprint.polygons,
      Array.from({ length: polygonCount(footprint.polygons) }, (_, i) => i),
    ),
  );
  const all = timed(() => union(featureCollection(polygons.map((rings) => polygon(rings as never)))));
  const joined = all.value as Feature<Polygon | MultiPolygon>;
  const areas = new Map<number, number>();
  const differences = timed(() => {
    for (const ward of sample) {
      const own = multiPolygon(shapeOfPolygons(wards.polygons, [ward]) as never);
      const rest = difference(featureCollection<Polygon | MultiPolygon>([own, joined]));
      const { type, coordinates } = rest?.geometry ?? { type: 'MultiPolygon', coordinates: [] };
      areas.set(
        ward,
        areaSquareMetres((type === 'Polygon' ? [coordinates] : coordinates) as unknown as Shape),
      );
    }
  });
  const scaled = (differences.milliseconds * wards.codes.length) / areas.size;
  return { areas, unionMilliseconds: all.milliseconds, milliseconds: all.milliseconds + scaled };
}

/** Some of them, spread evenly. */
function sampleOf(wards: readonly number[]): number[] {
  return Array.from({ length: SAMPLE }, (_, i) => wards[Math.floor(((i + 0.5) * wards.length) / SAMPLE)]);
}

function timed<T>(work: () => T): { value: T; milliseconds: number } {
  globalThis.gc?.();
  const began = performance.now();
  const value = work();
  return { value, milliseconds: performance.now() - began };
}

function lastOf<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
