import {
  type ChosenPremises,
  type ChosenQuestion,
  chosenPremises,
} from '../../domain/dig/chosen-premises.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { notSpotsInForce } from '../not-spots-in-force.ts';
import type { StudyBench } from '../study-bench.ts';

/** How many premises a choice names, and where they stand. Throws RangeError where no premises are loaded. */
export function* study(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  question: ChosenQuestion,
): Generator<WorkStep, ChosenPremises> {
  const prepared = yield* bench.workbench.prepare(project);
  if (!prepared) throw new RangeError('No premises are loaded. Load a file of premises on the Data page.');
  const inForce = yield* notSpotsInForce(bench, project, prepared);
  yield { what: 'Counting the premises chosen', fraction: 0.9 };
  return chosenPremises(question, prepared, inForce);
}

export function transfers({ lon, lat }: ChosenPremises): Transferable[] {
  return [lon.buffer as ArrayBuffer, lat.buffer as ArrayBuffer];
}
