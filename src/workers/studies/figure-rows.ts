import { comparedRows } from '../../domain/explain/compared-rows.ts';
import { type FigureRows, figureRows } from '../../domain/explain/figure-rows.ts';
import type { RowsQuestion } from '../../domain/explain/rows-question.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { countInForce } from '../count-in-force.ts';
import type { StudyBench } from '../study-bench.ts';
import { BEFORE_AFTER, type KeptSides } from './before-after.ts';

/** The rows of the premises that a printed figure counts. Throws where there are no premises. */
export function* study(
  { workbench, latest, kept }: StudyBench,
  project: Project,
  question: RowsQuestion,
): Generator<WorkStep, FigureRows> {
  const prepared = yield* workbench.prepare(project);
  if (!prepared) throw new RangeError('There are no premises. Drop in a premises file first.');
  if (question.kind === 'compared-rows') {
    const sides = kept.get(BEFORE_AFTER) as KeptSides | undefined;
    if (!sides || JSON.stringify(sides.of) !== JSON.stringify(question.sides))
      throw new RangeError('The two sides are no longer at hand. Compare them again.');
    const { before, after } = sides.tiles;
    const listed = comparedRows(question, before.rowState, after.rowState);
    return yield* figureRows(listed, { prepared, analysis: null, layers: project.layers });
  }
  const needsRecipe = !('layerId' in question) && !WITHOUT_RECIPE.has(question.kind);
  const analysis = needsRecipe ? yield* countInForce({ workbench, latest }, project, prepared) : null;
  return yield* figureRows(question, { prepared, analysis, layers: project.layers });
}

const WITHOUT_RECIPE: ReadonlySet<RowsQuestion['kind']> = new Set(['operators', 'units', 'listed'] as const);

export function transfers({ rows, lon, lat }: FigureRows): Transferable[] {
  return [rows.buffer, lon.buffer, lat.buffer] as ArrayBuffer[];
}
