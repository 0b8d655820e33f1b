import type { Analysis } from '../../domain/not-spots/analysis.ts';
import { RecipeError } from '../../domain/not-spots/recipe.ts';
import { emptyPremises } from '../../domain/premises/premises-table.ts';
import type { Prepared } from '../../domain/project/prepared.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import type { ReachAnswer, ReachQuestion } from '../../domain/radio/reach-answer.ts';
import { reachOfRoof } from '../../domain/radio/reach-of-roof.ts';
import { countInForce } from '../count-in-force.ts';
import { projectRadio } from '../project-radio.ts';
import type { StudyBench } from '../study-bench.ts';

/**
 * The reach of a roof over the project's heights, with its premises and the not-spots of the definition in force. Needs
 * loadGrid. Throws HeightsRefused, RadioNotChosen, OutOfRange.
 */
export function* study(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  question: ReachQuestion,
): Generator<WorkStep, ReachAnswer> {
  const { model, meter, roofs } = yield* projectRadio(bench, project);
  const prepared = yield* bench.workbench.prepare(project);
  const { analysis, notes } = yield* notSpots(bench, project, prepared);
  const premises = prepared?.premises ?? emptyPremises();
  const answer = yield* reachOfRoof(question, { model, meter, roofs, premises, analysis });
  return { ...answer, notes: [...answer.notes, ...notes] };
}

/** A roof's reach is worth knowing where the definition in force asks of what nobody loaded. */
function* notSpots(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  prepared: Prepared | null,
): Generator<WorkStep, { analysis: Analysis | null; notes: readonly string[] }> {
  if (prepared === null)
    return { analysis: null, notes: ['No premises are loaded: only what the roof sees is shown.'] };
  try {
    return { analysis: yield* countInForce(bench, project, prepared), notes: [] };
  } catch (error) {
    if (!(error instanceof RecipeError)) throw error;
    return { analysis: null, notes: [`How many not-spots are newly served is not known. ${error.message}`] };
  }
}

/** Every array of the answer is its own. */
export function transfers({ picture, rows, mast }: ReachAnswer): Transferable[] {
  const { served, newlyServed, expectedNewlyServed } = mast;
  const arrays = [picture.views, ...Object.values(rows), served, newlyServed, expectedNewlyServed];
  return arrays.map(({ buffer }: { buffer: ArrayBufferLike }) => buffer as ArrayBuffer);
}
