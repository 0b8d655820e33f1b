import { DEFAULT_RATES } from '../../domain/cost/default-rates.ts';
import { digContents } from '../../domain/dig/dig-contents.ts';
import type { DigResult } from '../../domain/dig/dig-design.ts';
import { digOver } from '../../domain/dig/dig-over.ts';
import type { DigQuestion } from '../../domain/dig/dig-question.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { askedRows } from '../asked-rows.ts';
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
  const { premises, rows } = yield* askedRows(bench, project, question);
  const network = yield* projectStreets(bench, project);
  const contents = digContents(project, question);
  const input = { network, premises, rows, rates: project.rates ?? DEFAULT_RATES, contents };
  return yield* digOver(question, input, { isQuick: quick });
}
