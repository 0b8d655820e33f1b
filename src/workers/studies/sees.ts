import { premisesCell } from '../../domain/premises/premises-table.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import type { SeesAnswer, SeesQuestion } from '../../domain/radio/sees-answer.ts';
import { type SeesInput, seesSites } from '../../domain/radio/sees-sites.ts';
import { projectRadio } from '../project-radio.ts';
import type { StudyBench } from '../study-bench.ts';
import { profileBuffers } from './link.ts';

/**
 * Whether a premises sees each site of the project. Needs loadGrid. Throws HeightsRefused, RadioNotChosen, and RangeError for
 * a row that the premises do not have.
 */
export function* study(
  bench: Pick<StudyBench, 'workbench'>,
  project: Project,
  question: SeesQuestion,
): Generator<WorkStep, SeesAnswer> {
  const radio = yield* projectRadio(bench, project);
  const from = yield* placeAsked(bench, project, question);
  return yield* seesSites({ ...radio, from, sites: project.sites });
}

function* placeAsked(
  { workbench }: Pick<StudyBench, 'workbench'>,
  project: Project,
  question: SeesQuestion,
): Generator<WorkStep, SeesInput['from']> {
  if (question.kind === 'place') return { name: question.name, lon: question.lon, lat: question.lat };
  const premises = (yield* workbench.prepare(project))?.premises;
  const { row } = question;
  if (!premises || !(row >= 0 && row < premises.count))
    throw new RangeError('These premises are no longer loaded. Choose them again.');
  const name = premisesCell(premises, premises.ids, row).trim();
  return { name: name || `Row ${row + 1}`, lon: premises.lon[row], lat: premises.lat[row] };
}

export function transfers({ sites }: SeesAnswer): Transferable[] {
  return sites.flatMap(({ link }) => profileBuffers(link));
}
