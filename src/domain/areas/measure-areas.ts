import type { AreaTable } from '../geo/area-table.ts';
import { MIDDLE_PART } from '../not-spots/middle-part.ts';
import type { Assumption } from '../project/figure.ts';
import { inSteps, type WorkStep } from '../project/work-step.ts';
import type { AreaAnalysis, OperatorAreas } from './area-analysis.ts';
import type { AreaQuestion, OperatorQuestion } from './area-question.ts';
import { squareMetresPerSquareDegree } from './ellipsoid-area.ts';
import { type ScannedAreas, type SurfaceQuestion, scanAreas } from './scan-areas.ts';
import type { Shape } from './shape.ts';
import type { SurfaceLayer } from './surface-layers.ts';
import {
  groupTruth,
  type SetAlgebra,
  type SurfaceGrade,
  type SurfaceTruth,
  surfaceTruth,
} from './surface-truth.ts';
import { layerTruth, WardLooker, type WardSurfaces } from './ward-surfaces.ts';

export interface MeasureInput {
  readonly question: AreaQuestion;
  readonly recipeText: string;
  readonly wards: AreaTable;
  readonly layers: readonly SurfaceLayer[];
  readonly assumptions: readonly Assumption[];
}

/** What is drawn: the not-spots with what is perhaps one and what is not known, or the operators of a technology (by number). */
export type DrawingOf = 'not-spots' | number;

/** Answers of the not-spot question, by number. */
export const COVERED = 0;
export const NOT_SPOT = 1;
/** Not-spot or not, by which confidence is taken. */
export const BETWEEN = 2;
export const NOT_KNOWN = 3;

/** How much of each ward is a not-spot, covered and not known, and covered by how many operators. */
export function* measureAreas(input: MeasureInput): Generator<WorkStep, AreaAnalysis> {
  const { question, wards } = input;
  const count = wards.codes.length;
  const places = (): Float64Array => new Float64Array(count + 1);
  const area = places();
  const range = { low: places(), mid: places(), high: places() };
  const notKnown = places();
  const operators = question.technologies.map(
    (one): OperatorAreas => ({
      technology: one.technology,
      label: one.label,
      operators: one.operators.map(({ label }) => label),
      exactly: [places(), ...one.operators.map(places)],
      notKnown: places(),
    }),
  );
  const looker = new WardLooker(wards, input.layers);
  for (let ward = 0; ward < count; ward++) {
    const step = { what: 'Measuring areas', fraction: ward / count };
    yield step;
    const { areas } = yield* inSteps(measureWard(looker.look(ward), question), step);
    const [whole, spots, ...counts] = areas;
    add(area, ward, whole[0]);
    add(range.low, ward, spots[NOT_SPOT]);
    add(range.mid, ward, spots[NOT_SPOT] + MIDDLE_PART * spots[BETWEEN]);
    add(range.high, ward, spots[NOT_SPOT] + spots[BETWEEN]);
    add(notKnown, ward, spots[NOT_KNOWN]);
    operators.forEach(({ exactly, notKnown: unknown }, i) => {
      for (const [n, places] of exactly.entries()) add(places, ward, counts[i][n]);
      add(unknown, ward, counts[i][exactly.length]);
    });
  }
  return {
    recipeText: input.recipeText,
    recipeWords: question.words,
    layerIds: [...question.names.values()].flat().flatMap(({ layers }) => layers.map(({ id }) => id)),
    wardCodes: wards.codes,
    wardNames: wards.names,
    area,
    notSpots: question.canDraw ? range : null,
    notKnown,
    operators,
    refusals: question.refusals,
    leftAside: question.leftAside,
    assumptions: [...input.assumptions, ...rangeAssumptions(question)],
  };
}

/** The number of a drawing's question among those that measureWard asks. */
export function questionOf(of: DrawingOf): number {
  return of === 'not-spots' ? 1 : 2 + of;
}

/**
 * m² of the ward; by answer of the not-spot question (nothing where it cannot be drawn); by operators of each technology.
 * With outlines of what is to be drawn, by the same answers.
 */
export function measureWard(
  at: WardSurfaces,
  question: AreaQuestion,
  drawing: DrawingOf | null = null,
): Generator<void, ScannedAreas> {
  const fields: Shape[] = [];
  const truthAt = new Map<string, (holds: (field: number) => boolean) => SurfaceTruth<boolean>>();
  for (const [id, near] of at.layers) {
    const covered = numbered(near.covered, fields);
    const known = numbered(near.known, fields);
    truthAt.set(id, (holds) =>
      layerTruth(near, (shape) => holdsField(shape === near.covered ? covered : known, holds), YES_OR_NO),
    );
  }
  const ofLayer = (holds: (field: number) => boolean) => (id: string) =>
    truthAt.get(id)?.(holds) ?? { isTrue: false, isFalse: false };
  const questions: SurfaceQuestion[] = [
    { answers: 1, answerAt: () => 0 },
    notSpotQuestion(question, ofLayer),
    ...question.technologies.map((one) => operatorQuestion(one, ofLayer)),
  ];
  return scanAreas({
    ward: at.ward,
    fields,
    questions,
    weight: squareMetresPerSquareDegree,
    outlined: drawing === null ? null : questionOf(drawing),
  });
}

type LayersAt = (holds: (field: number) => boolean) => (layerId: string) => SurfaceTruth<boolean>;

function notSpotQuestion(
  { node, names, hasRange, canDraw }: AreaQuestion,
  ofLayer: LayersAt,
): SurfaceQuestion {
  return {
    answers: 4,
    answerAt: (holds) => {
      if (!canDraw) return COVERED;
      const truth = (grade: SurfaceGrade) => surfaceTruth(node, names, ofLayer(holds), YES_OR_NO, grade);
      const sure = truth('sure');
      if (sure.isTrue) return NOT_SPOT;
      if (sure.isFalse) return COVERED;
      if (!hasRange) return NOT_KNOWN;
      return isKnown(truth('high')) && isKnown(truth('very-high')) ? BETWEEN : NOT_KNOWN;
    },
  };
}

function operatorQuestion({ operators }: OperatorQuestion, ofLayer: LayersAt): SurfaceQuestion {
  return {
    answers: operators.length + 2,
    answerAt: (holds) => {
      let covering = 0;
      for (const group of operators) {
        const truth = groupTruth(group, ofLayer(holds), YES_OR_NO, 'high');
        if (!isKnown(truth)) return operators.length + 1;
        if (truth.isTrue) covering++;
      }
      return covering;
    },
  };
}

function isKnown({ isTrue, isFalse }: SurfaceTruth<boolean>): boolean {
  return isTrue || isFalse;
}

const YES_OR_NO: SetAlgebra<boolean> = {
  none: false,
  all: true,
  or: (one, other) => one || other,
  and: (one, other) => one && other,
  minus: (one, other) => one && !other,
};

/** The number of a shape among the fields; a constant for all and nothing. */
function numbered(shape: Shape | 'all', fields: Shape[]): number | boolean {
  if (shape === 'all') return true;
  return shape.length === 0 ? false : fields.push(shape) - 1;
}

function holdsField(field: number | boolean, holds: (field: number) => boolean): boolean {
  return typeof field === 'boolean' ? field : holds(field);
}

function add(places: Float64Array, ward: number, squareMetres: number): void {
  places[ward] = squareMetres;
  places[places.length - 1] += squareMetres;
}

function rangeAssumptions({ hasRange }: AreaQuestion): Assumption[] {
  if (!hasRange) return [];
  const text =
    'Where coverage is predicted at high but not at very high confidence, the middle counts half of the area as covered.';
  return [{ text, source: null }];
}
