import { DigImpossible } from '../domain/dig/dig-impossible.ts';
import type { DigQuestion } from '../domain/dig/dig-question.ts';
import type { PremisesTable } from '../domain/premises/premises-table.ts';
import { datasetInRole, type Project } from '../domain/project/project.ts';
import { selectedRows } from '../domain/project/selected-rows.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import { notSpotsInForce } from './not-spots-in-force.ts';
import type { StudyBench } from './study-bench.ts';

/** The rows of a project's premises that a dig or a plan asks for. Throws DigImpossible where that cannot be said. */
export function* askedRows(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  {
    selection,
    premisesContentId,
    onlyNotSpots,
  }: Pick<DigQuestion, 'selection' | 'premisesContentId' | 'onlyNotSpots'>,
): Generator<WorkStep, { readonly premises: PremisesTable; readonly rows: Uint32Array }> {
  const dataset = datasetInRole(project, 'premises');
  const prepared = yield* bench.workbench.prepare(project);
  if (!prepared || !dataset)
    throw new DigImpossible(
      'NO_PREMISES',
      'No premises are loaded. Load a file of premises on the Data page.',
    );
  if (selection.kind === 'cluster' && premisesContentId !== dataset.contentId)
    throw new DigImpossible(
      'OTHER_PREMISES',
      `This was asked for a cluster of other premises than those of ${dataset.fileName}. Choose its premises again.`,
    );
  const { premises } = prepared;
  const rows = selectedRows(selection, prepared);
  if (!onlyNotSpots) return { premises, rows };
  const { rows: told, whyNotTold } = yield* notSpotsInForce(bench, project, prepared);
  if (!told)
    throw new DigImpossible(
      'NOT_TOLD',
      `Which of these premises are not-spots is not known. ${whyNotTold ?? ''} Or ask for all of them.`,
    );
  const isTold = new Set(told);
  return { premises, rows: rows.filter((row) => isTold.has(row)) };
}
