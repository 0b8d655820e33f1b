import type { AreaFailure } from './area-analysis.ts';
import type { AreaQuestion, OperatorQuestion } from './area-question.ts';
import { checkedShape } from './checked-shape.ts';
import { areaSquareMetres } from './ellipsoid-area.ts';
import { BETWEEN, NOT_KNOWN, NOT_SPOT } from './measure-areas.ts';
import { REGIONS, type Region, regionOf, withinWard } from './region.ts';
import type { Shape } from './shape.ts';
import { groupTruth, type SurfaceGrade, surfaceTruth } from './surface-truth.ts';
import { layerTruth, type NearLayer, type WardSurfaces } from './ward-surfaces.ts';

/** What is drawn of a ward. */
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
 * to agree is left out and named: never a wrong shape.
 */
export function drawWard(
  at: WardSurfaces,
  measured: readonly Float64Array[],
  { question, of, ward, isOver }: DrawInput,
): DrawnWard {
  const whole = measured[0][0];
  const tolerance = AGREEMENT * whole;
  const shapes: DrawnShape[] = [];
  const problems = new Set<string>();
  for (const wanted of of === 'not-spots'
    ? notSpotRegions(at, question)
    : operatorRegions(at, question, of)) {
    const squareMetres = wanted.squareMetres(measured);
    if (squareMetres <= tolerance) continue;
    const isWhole = whole - squareMetres <= tolerance;
    const made = checkedShape(
      (prepare) => withinWard(prepare(at.ward), isWhole ? REGIONS.all : wanted.region(prepare)),
      { expected: squareMetres, tolerance, areaOf: areaSquareMetres, isOver },
    );
    if (typeof made === 'string') problems.add(made);
    else shapes.push({ kind: wanted.kind, operators: wanted.operators, shape: made, squareMetres });
  }
  return { shapes, failure: failureOf(ward, [...problems], question) };
}

interface WantedShape {
  readonly kind: DrawnShape['kind'];
  readonly operators: number | null;
  squareMetres(measured: readonly Float64Array[]): number;
  region(prepare: Prepare): Region;
}

function notSpotRegions(at: WardSurfaces, question: AreaQuestion): WantedShape[] {
  if (!question.canDraw) return [];
  const kinds = [
    ['not-spot', NOT_SPOT],
    ['between', BETWEEN],
    ['not-known', NOT_KNOWN],
  ] as const;
  return kinds.map(([kind, answer]) => ({
    kind,
    operators: null,
    squareMetres: (measured) => measured[1][answer],
    region: (prepare) => truths(at, question, prepare)[kind],
  }));
}

function operatorRegions(at: WardSurfaces, question: AreaQuestion, technology: number): WantedShape[] {
  const operators = question.technologies[technology]?.operators ?? [];
  if (operators.length === 0) return [];
  return Array.from({ length: operators.length + 2 }, (_, n) => ({
    kind: n > operators.length ? 'not-known' : 'operators',
    operators: n > operators.length ? null : n,
    squareMetres: (measured) => measured[2 + technology][n],
    region: (prepare) => coveredBy(at, question.technologies[technology], prepare, n),
  }));
}

type Prepare = (shape: Shape) => Shape;

function truths(
  at: WardSurfaces,
  { node, names, hasRange }: AreaQuestion,
  prepare: Prepare,
): Record<'not-spot' | 'between' | 'not-known', Region> {
  const truth = (grade: SurfaceGrade) => surfaceTruth(node, names, layersOf(at, prepare), REGIONS, grade);
  const sure = truth('sure');
  const decided = REGIONS.or(sure.isTrue, sure.isFalse);
  const undecided = REGIONS.minus(REGIONS.all, decided);
  if (!hasRange) return { 'not-spot': sure.isTrue, between: REGIONS.none, 'not-known': undecided };
  const [high, veryHigh] = (['high', 'very-high'] as const).map((grade) => {
    const { isTrue, isFalse } = truth(grade);
    return REGIONS.or(isTrue, isFalse);
  });
  const graded = REGIONS.and(high, veryHigh);
  return {
    'not-spot': sure.isTrue,
    between: REGIONS.and(undecided, graded),
    'not-known': REGIONS.minus(undecided, graded),
  };
}

/** Where exactly n of a technology's operators cover and all of them speak; one more than there are: where one does not. */
function coveredBy(at: WardSurfaces, { operators }: OperatorQuestion, prepare: Prepare, n: number): Region {
  const parts = operators.map((group) => groupTruth(group, layersOf(at, prepare), REGIONS, 'high'));
  if (n > operators.length) {
    const known = parts.map(({ isTrue, isFalse }) => REGIONS.or(isTrue, isFalse));
    return REGIONS.minus(REGIONS.all, known.reduce(REGIONS.and));
  }
  // found[k]: exactly k of those so far cover, all of them known.
  let found: Region[] = [REGIONS.all];
  for (const { isTrue, isFalse } of parts) {
    found = Array.from({ length: Math.min(found.length, n) + 1 }, (_, k) => {
      const stays = k < found.length ? REGIONS.and(found[k], isFalse) : REGIONS.none;
      const rises = k > 0 ? REGIONS.and(found[k - 1], isTrue) : REGIONS.none;
      return REGIONS.or(stays, rises);
    });
  }
  return found[n] ?? REGIONS.none;
}

function layersOf(at: WardSurfaces, prepare: Prepare) {
  const setOf = (shape: Shape | 'all'): Region => regionOf(shape === 'all' ? shape : prepare(shape));
  return (id: string) => layerTruth(at.layers.get(id) ?? NOWHERE, setOf, REGIONS);
}

const NOWHERE: NearLayer = { covered: [], known: [] };

function failureOf(
  ward: { readonly number: number; readonly name: string },
  problems: readonly string[],
  { layers }: AreaQuestion,
): AreaFailure | null {
  if (problems.length === 0) return null;
  const names = layers.map(({ name }) => name).join(', ');
  return {
    ward: ward.number,
    message: `The shapes of ${names} in ${ward.name} could not be combined: ${problems.join('; ')}.`,
    remedy:
      'The areas in the table stand: they are measured without joining shapes. To draw the ward too, repair the outlines of these files (for instance with the “Fix geometries” tool of a desktop GIS) and load them again.',
  };
}
