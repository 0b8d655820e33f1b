import { type ListedPremises, listedPremises } from '../../domain/dig/listed-premises.ts';
import { premisesWords } from '../../domain/find/premises-words.ts';
import { datasetInRole, type Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import type { StudyBench } from '../study-bench.ts';

/** Which premises a typed list names. Throws RangeError where none are loaded, or a list cannot name them. */
export function* study(
  { workbench }: Pick<StudyBench, 'workbench'>,
  project: Project,
  { text }: { readonly text: string },
): Generator<WorkStep, ListedPremises> {
  const prepared = yield* workbench.prepare(project);
  const dataset = datasetInRole(project, 'premises');
  if (!prepared || !dataset)
    throw new RangeError('No premises are loaded. Load a file of premises on the Data page.');
  return yield* listedPremises(premisesWords(prepared.premises, dataset), text);
}
