import { DEFAULT_RATES } from '../../domain/cost/default-rates.ts';
import { digContents } from '../../domain/dig/dig-contents.ts';
import type { DigResult } from '../../domain/dig/dig-design.ts';
import { DigImpossible } from '../../domain/dig/dig-impossible.ts';
import { digOver } from '../../domain/dig/dig-over.ts';
import type { DigQuestion } from '../../domain/dig/dig-question.ts';
import { datasetInRole, type Project } from '../../domain/project/project.ts';
import { selectedRows } from '../../domain/project/selected-rows.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import type { Prepared } from '../../domain/project/workbench.ts';
import { notSpotsInForce } from '../not-spots-in-force.ts';
import { projectStreets } from '../project-streets.ts';
import type { StudyBench } from '../study-bench.ts';

/**
 * Which streets of a project to dig for the premises of a question: the quick answer, or the refined one. Needs loadGrid.
 * Throws DigImpossible, StreetsRefused and RateMissing, each with a remedy.
 */
export function* study(
  bench: Pick<StudyBench, 'workbench' | 'latest'>,
  project: Project,
  { question, quick }: { readonly question: DigQuestion; readonly quick: boolean },
): Generator<WorkStep, DigResult> {
  const { workbench } = bench;
  const dataset = datasetInRole(project, 'premises');
  const prepared = yield* workbench.prepare(project);
  if (!prepared || !dataset)
    throw new DigImpossible(
      'NO_PREMISES',
      'No premises are loaded. Load a file of premises on the Data page.',
    );
  if (question.selection.kind === 'cluster' && question.premisesContentId !== dataset.contentId)
    throw new DigImpossible(
      'OTHER_PREMISES',
      `This dig was asked for a cluster of other premises than those of ${dataset.fileName}. Choose its premises again.`,
    );
  const network = yield* projectStreets(bench, project);
  const rows = yield* askedRows(question, { bench, project, prepared });
  const contents = digContents(project, question);
  const { premises } = prepared;
  const input = { network, premises, rows, rates: project.rates ?? DEFAULT_RATES, contents };
  return yield* digOver(question, input, { isQuick: quick });
}

function* askedRows(
  { selection, onlyNotSpots }: DigQuestion,
  {
    bench,
    project,
    prepared,
  }: { bench: Pick<StudyBench, 'workbench' | 'latest'>; project: Project; prepared: Prepared },
): Generator<WorkStep, Uint32Array> {
  const rows = selectedRows(selection, prepared);
  if (!onlyNotSpots) return rows;
  const { rows: told, whyNotTold } = yield* notSpotsInForce(bench, project, prepared);
  if (!told)
    throw new DigImpossible(
      'NOT_TOLD',
      `Which of these premises are not-spots is not known. ${whyNotTold ?? ''} Or ask for all of them.`,
    );
  const isTold = new Set(told);
  return rows.filter((row) => isTold.has(row));
}
