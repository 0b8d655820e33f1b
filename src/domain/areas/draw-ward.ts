import type { AreaFailure } from './area-analysis.ts';
import type { AreaQuestion, OperatorQuestion } from './area-question.ts';
import { checkedShape, type Prepare, waysToPrepare } from './checked-shape.ts';
import { combineShapes } from './combine-shapes.ts';
import { areaSquareMetres } from './ellipsoid-area.ts';
import { BETWEEN, NOT_KNOWN, NOT_SPOT } from './measure-areas.ts';
import { REGIONS, type Region, regionOf, withinWard } from './region.ts';
import type { Shape } from './shape.ts';
import { groupTruth, type SurfaceGrade, type SurfaceTruth, surfaceTruth } from './surface-truth.ts';
import { layerTruth, type NearLayer, type WardSurfaces } from './ward-surfaces.ts';

/** What is drawn of a ward. 'between' is a not-spot by the stricter of two confidences only. */
export interface DrawnShape {
  readonly kind: 'not-spot' | 'between' | 'not-known' | 'operators';
  /** 'operators': how many of them cover; null elsewhere. */
  readonly operators: number | null;
  readonly shape: Shape;
  readonly squareMetres: number;
}

/** A ward's shapes, and those that could not be made right. */
export interface DrawnWard {
  readonly shapes: readonly DrawnShape[];
  readonly failure: AreaFailure | null;
}

/** Shapes may differ from the measured area by this part of the ward's. */
const AGREEMENT = 1e-9;

/** What is drawn: the not-spots with what is perhaps one and what is not known, or the operators of a technology (by number). */
export type DrawingOf = 'not-spots' | number;

/** What is to be drawn, and for how long. */
export interface DrawInput {
  readonly question: AreaQuestion;
  readonly of: DrawingOf;
  readonly ward: { readonly number: number; readonly name: string };
  readonly isOver: () => boolean;
}

/**
 * The shapes of a ward by Turf, each checked against its measured area (`measured`: by measureWard). What cannot be made
 * to agree is left out and named: never a wrong shape. Yields after each shape.
 */
export function* drawWard(
  at: WardSurfaces,
  measured: readonly Float64Array[],
  { question, of, ward, isOver }: DrawInput,
): Generator<void, DrawnWard> {
  const whole = measured[0][0];
  const tolerance = AGREEMENT * whole;
  const shapes: DrawnShape[] = [];
  const problems = new Set<string>();
  const ways = waysToPrepare();
  for (const wanted of of === 'not-spots'
    ? notSpotRegions(at, question)
    : operatorRegions(at, question, of)) {
    const squareMetres = wanted.squareMetres(measured);
    if (squareMetres <= tolerance) continue;
    yield;
    const isWhole = whole - squareMetres <= tolerance;
    const made = checkedShape((prepare) => (isWhole ? prepare(at.ward) : wanted.shape(prepare)), ways, {
      expected: squareMetres,
      tolerance,
      areaOf: areaSquareMetres,
      isOver,
    });
    if (typeof made === 'string') problems.add(made);
    else shapes.push({ kind: wanted.kind, operators: wanted.operators, shape: made, squareMetres });
  }
  return { shapes, failure: failureOf(ward, [...problems], layersDrawn(question, of)) };
}

interface WantedShape {
  readonly kind: DrawnShape['kind'];
  readonly operators: number | null;
  squareMetres(measured: readonly Float64Array[]): number;
  shape(prepare: Prepare): Shape;
}

function notSpotRegions(at: WardSurfaces, question: AreaQuestion): WantedShape[] {
  if (!question.canDraw) return [];
  const cut = (region: (prepare: Prepare) => Region) =>
    oncePer((prepare) => withinWard(prepare(at.ward), region(prepare)));
  const spot = cut((prepare) => truth(at, question, prepare, 'sure').isTrue);
  const either = cut((prepare) => possible(at, question, prepare));
  const notKnown = cut((prepare) => {
    const sure = truth(at, question, prepare, 'sure');
    return REGIONS.minus(REGIONS.all, REGIONS.or(sure.isFalse, possible(at, question, prepare)));
  });
  const wanted = (kind: DrawnShape['kind'], answer: number, shape: WantedShape['shape']): WantedShape => {
    return { kind, operators: null, squareMetres: (measured) => measured[1][answer], shape };
  };
  return [
    wanted('not-spot', NOT_SPOT, spot),
    wanted('between', BETWEEN, (prepare) => combineShapes('difference', either(prepare), spot(prepare))),
    wanted('not-known', NOT_KNOWN, notKnown),
  ];
}

function operatorRegions(at: WardSurfaces, question: AreaQuestion, technology: number): WantedShape[] {
  const asked = question.technologies[technology];
  if (!asked) return [];
  const most = asked.operators.length;
  const shapes = oncePer((prepare) => byOperators(at, asked, prepare));
  return Array.from({ length: most + 2 }, (_, n) => ({
    kind: n > most ? 'not-known' : 'operators',
    operators: n > most ? null : n,
    squareMetres: (measured) => measured[2 + technology][n],
    shape: (prepare) => shapes(prepare)[n],
  }));
}

/** The same, worked out once for each way to prepare shapes. */
function oncePer<T>(make: (prepare: Prepare) => T): (prepare: Prepare) => T {
  const made = new Map<Prepare, T>();
  return (prepare) => {
    const known = made.get(prepare) ?? make(prepare);
    made.set(prepare, known);
    return known;
  };
}

/** Not-spot for sure, or known to be one by some of the two confidences. */
function possible(at: WardSurfaces, question: AreaQuestion, prepare: Prepare): Region {
  const sure = truth(at, question, prepare, 'sure');
  if (!question.hasRange) return sure.isTrue;
  const [high, veryHigh] = (['high', 'very-high'] as const).map((grade) => {
    const { isTrue, isFalse } = truth(at, question, prepare, grade);
    return REGIONS.or(isTrue, isFalse);
  });
  return REGIONS.or(sure.isTrue, REGIONS.minus(REGIONS.and(high, veryHigh), sure.isFalse));
}

function truth(
  at: WardSurfaces,
  { node, names }: AreaQuestion,
  prepare: Prepare,
  grade: SurfaceGrade,
): SurfaceTruth<Region> {
  return surfaceTruth(node, names, layersOf(at, prepare), REGIONS, grade);
}

/** Where exactly 0, 1 … all of the operators cover and each of them speaks; last, where one does not. */
function byOperators(at: WardSurfaces, { operators }: OperatorQuestion, prepare: Prepare): Shape[] {
  const parts = operators.map((group) => groupTruth(group, layersOf(at, prepare), REGIONS, 'high'));
  const ward = regionOf(prepare(at.ward));
  // found[k]: exactly k of those so far cover, all of them known. The ward comes first: what is cut stays small.
  let found: Region[] = [ward];
  for (const { isTrue, isFalse } of parts) {
    found = Array.from({ length: found.length + 1 }, (_, k) => {
      const stays = k < found.length ? REGIONS.and(found[k], isFalse) : REGIONS.none;
      const rises = k > 0 ? REGIONS.and(found[k - 1], isTrue) : REGIONS.none;
      return REGIONS.or(stays, rises);
    });
  }
  const known = parts.map(({ isTrue, isFalse }) => REGIONS.or(isTrue, isFalse));
  const notKnown = REGIONS.minus(REGIONS.all, known.reduce(REGIONS.and));
  return [...found.map(({ parts }) => parts), withinWard(prepare(at.ward), notKnown)];
}

function layersOf(at: WardSurfaces, prepare: Prepare) {
  const setOf = (shape: Shape | 'all'): Region => regionOf(shape === 'all' ? shape : prepare(shape));
  return (id: string) => layerTruth(at.layers.get(id) ?? NOWHERE, setOf, REGIONS);
}

const NOWHERE: NearLayer = { covered: [], known: [] };

function layersDrawn({ names, technologies }: AreaQuestion, of: DrawingOf): ReadonlySet<string> {
  const groups = of === 'not-spots' ? [...names.values()].flat() : technologies[of].operators;
  return new Set(groups.flatMap(({ layers }) => layers.map(({ name }) => name)));
}

function failureOf(
  ward: { readonly number: number; readonly name: string },
  problems: readonly string[],
  layers: ReadonlySet<string>,
): AreaFailure | null {
  if (problems.length === 0) return null;
  const names = [...layers].join(', ');
  return {
    ward: ward.number,
    message: `The shapes of ${names} in ${ward.name} could not be combined: ${problems.join('; ')}.`,
    remedy:
      'The areas in the table stand: they are measured without joining shapes. To draw the ward too, repair the outlines of these files (for instance with the “Fix geometries” tool of a desktop GIS) and load them again.',
  };
}
