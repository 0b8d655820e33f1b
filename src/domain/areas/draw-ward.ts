import type { AreaFailure } from './area-analysis.ts';
import type { AreaQuestion, OperatorQuestion } from './area-question.ts';
import { checkedShape, type Prepare, waysToPrepare } from './checked-shape.ts';
import { type Combine, combineInSteps } from './combine-in-steps.ts';
import { areaSquareMetres } from './ellipsoid-area.ts';
import { BETWEEN, type DrawingOf, NOT_KNOWN, NOT_SPOT, questionOf } from './measure-areas.ts';
import { type Region, regionOf, regions, withinWard } from './region.ts';
import type { ScannedAreas } from './scan-areas.ts';
import type { Shape } from './shape.ts';
import {
  groupTruth,
  type SetAlgebra,
  type SurfaceGrade,
  type SurfaceTruth,
  surfaceTruth,
} from './surface-truth.ts';
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

/** What is to be drawn, and for how long. */
export interface DrawInput {
  readonly question: AreaQuestion;
  readonly of: DrawingOf;
  readonly ward: { readonly number: number; readonly name: string };
  readonly isOver: () => boolean;
}

/**
 * The shapes of a ward, each checked against its measured area (`measured`: by measureWard). The outlines of the sweep are
 * taken where they agree; a shape whose outline does not, or has none, is cut by Turf. What cannot be made to agree
 * either way is left out and named: never a wrong shape. Yields before each call of Turf, which takes about a second at
 * most where shapes can be taken in pieces; once `isOver`, there is no further one.
 */
export function* drawWard(
  at: WardSurfaces,
  measured: ScannedAreas,
  { question, of, ward, isOver }: DrawInput,
): Generator<void, DrawnWard> {
  const whole = measured.areas[0][0];
  const tolerance = AGREEMENT * whole;
  const shapes: DrawnShape[] = [];
  const problems = new Set<string>();
  const combine = combineInSteps(isOver);
  const ways = waysToPrepare(combine);
  const ground: Ground = { at, combine, algebra: regions(combine) };
  for (const { kind, operators, answer, shape: cut } of of === 'not-spots'
    ? notSpotRegions(ground, question)
    : operatorRegions(ground, question, of)) {
    const squareMetres = measured.areas[questionOf(of)][answer];
    if (squareMetres <= tolerance) continue;
    const outline = measured.outlines[answer] ?? [];
    if (Math.abs(areaSquareMetres(outline) - squareMetres) <= tolerance) {
      shapes.push({ kind, operators, shape: outline, squareMetres });
      continue;
    }
    const isWhole = whole - squareMetres <= tolerance;
    const made = yield* checkedShape((prepare) => (isWhole ? prepare(at.ward) : cut(prepare)), ways, {
      expected: squareMetres,
      tolerance,
      areaOf: areaSquareMetres,
      isOver,
    });
    if (typeof made === 'string') problems.add(made);
    else shapes.push({ kind, operators, shape: made, squareMetres });
  }
  return { shapes, failure: failureOf(ward, [...problems], layersDrawn(question, of)) };
}

/** A ward as it lies, and how its shapes are cut. */
interface Ground {
  readonly at: WardSurfaces;
  readonly combine: Combine;
  readonly algebra: SetAlgebra<Region>;
}

interface WantedShape {
  readonly kind: DrawnShape['kind'];
  readonly operators: number | null;
  /** The number of its answer to the drawing's question. */
  readonly answer: number;
  shape(prepare: Prepare): Generator<void, Shape>;
}

function notSpotRegions(ground: Ground, question: AreaQuestion): WantedShape[] {
  if (!question.canDraw) return [];
  const { at, combine, algebra } = ground;
  const cut = (region: (prepare: Prepare) => Region) =>
    oncePer(function* (prepare) {
      return yield* withinWard(yield* prepare(at.ward), region(prepare), combine);
    });
  const spot = cut((prepare) => truth(ground, question, prepare, 'sure').isTrue);
  const either = cut((prepare) => possible(ground, question, prepare));
  const notKnown = cut((prepare) => {
    const sure = truth(ground, question, prepare, 'sure');
    return algebra.minus(algebra.all, algebra.or(sure.isFalse, possible(ground, question, prepare)));
  });
  const wanted = (kind: DrawnShape['kind'], answer: number, shape: WantedShape['shape']): WantedShape => {
    return { kind, operators: null, answer, shape };
  };
  return [
    wanted('not-spot', NOT_SPOT, spot),
    wanted('between', BETWEEN, function* (prepare) {
      return yield* combine('difference', yield* either(prepare), yield* spot(prepare));
    }),
    wanted('not-known', NOT_KNOWN, notKnown),
  ];
}

function operatorRegions(ground: Ground, question: AreaQuestion, technology: number): WantedShape[] {
  const asked = question.technologies[technology];
  if (!asked) return [];
  const most = asked.operators.length;
  const shapes = oncePer((prepare) => byOperators(ground, asked, prepare));
  return Array.from({ length: most + 2 }, (_, n) => ({
    kind: n > most ? 'not-known' : 'operators',
    operators: n > most ? null : n,
    answer: n,
    shape: function* (prepare) {
      return (yield* shapes(prepare))[n];
    },
  }));
}

/** The same, worked out once for each way to prepare shapes. */
function oncePer<T>(
  make: (prepare: Prepare) => Generator<void, T>,
): (prepare: Prepare) => Generator<void, T> {
  const made = new Map<Prepare, T>();
  return function* (prepare) {
    const known = made.get(prepare) ?? (yield* make(prepare));
    made.set(prepare, known);
    return known;
  };
}

/** Not-spot for sure, or known to be one by some of the two confidences. */
function possible(ground: Ground, question: AreaQuestion, prepare: Prepare): Region {
  const { algebra } = ground;
  const sure = truth(ground, question, prepare, 'sure');
  if (!question.hasRange) return sure.isTrue;
  const [high, veryHigh] = (['high', 'very-high'] as const).map((grade) => {
    const { isTrue, isFalse } = truth(ground, question, prepare, grade);
    return algebra.or(isTrue, isFalse);
  });
  return algebra.or(sure.isTrue, algebra.minus(algebra.and(high, veryHigh), sure.isFalse));
}

function truth(
  ground: Ground,
  { node, names }: AreaQuestion,
  prepare: Prepare,
  grade: SurfaceGrade,
): SurfaceTruth<Region> {
  return surfaceTruth(node, names, layersOf(ground, prepare), ground.algebra, grade);
}

/** Where exactly 0, 1 … all of the operators cover and each of them speaks; last, where one does not. */
function* byOperators(
  ground: Ground,
  { operators }: OperatorQuestion,
  prepare: Prepare,
): Generator<void, Shape[]> {
  const { at, combine, algebra } = ground;
  const parts = operators.map((group) => groupTruth(group, layersOf(ground, prepare), algebra, 'high'));
  const ward = regionOf(at.ward, prepare);
  // found[k]: exactly k of those so far cover, all of them known. The ward comes first: what is cut stays small.
  let found: Region[] = [ward];
  for (const { isTrue, isFalse } of parts) {
    found = Array.from({ length: found.length + 1 }, (_, k) => {
      const stays = k < found.length ? algebra.and(found[k], isFalse) : algebra.none;
      const rises = k > 0 ? algebra.and(found[k - 1], isTrue) : algebra.none;
      return algebra.or(stays, rises);
    });
  }
  const known = parts.map(({ isTrue, isFalse }) => algebra.or(isTrue, isFalse));
  const notKnown = algebra.minus(algebra.all, known.reduce(algebra.and));
  const shapes: Shape[] = [];
  for (const region of found) shapes.push((yield* region()).parts);
  return [...shapes, yield* withinWard(yield* prepare(at.ward), notKnown, combine)];
}

function layersOf({ at, algebra }: Ground, prepare: Prepare) {
  const setOf = (shape: Shape | 'all'): Region => regionOf(shape, prepare);
  return (id: string) => layerTruth(at.layers.get(id) ?? NOWHERE, setOf, algebra);
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
