import { emptyPremises } from '../../domain/premises/premises-table.ts';
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
  // Without layers the definition asks of what nobody loaded.
  const analysis =
    prepared && project.layers.length > 0 ? yield* countInForce(bench, project, prepared) : null;
  const premises = prepared?.premises ?? emptyPremises();
  return yield* reachOfRoof(question, { model, meter, roofs, premises, analysis });
}

/** Every array of the answer is its own. */
export function transfers({ picture, rows, mast }: ReachAnswer): Transferable[] {
  const { served, newlyServed, expectedNewlyServed } = mast;
  const arrays = [picture.views, ...Object.values(rows), served, newlyServed, expectedNewlyServed];
  return arrays.map(({ buffer }: { buffer: ArrayBufferLike }) => buffer as ArrayBuffer);
}
