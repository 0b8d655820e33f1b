import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import { judgeLink } from '../../domain/radio/judge-link.ts';
import type { LinkAnswer, OneLinkQuestion } from '../../domain/radio/one-link.ts';
import { projectRadio } from '../project-radio.ts';
import type { StudyBench } from '../study-bench.ts';

/** One link over the project's heights. Needs loadGrid. Throws HeightsRefused, RadioNotChosen. */
export function* study(
  bench: Pick<StudyBench, 'workbench'>,
  project: Project,
  question: OneLinkQuestion,
): Generator<WorkStep, LinkAnswer> {
  const { model, meter, roofs } = yield* projectRadio(bench, project);
  return judgeLink(question, { model, meter, buildingAt: roofs && ((lon, lat) => roofs.at(lon, lat)) });
}

export function transfers(answer: LinkAnswer): Transferable[] {
  return profileBuffers(answer);
}

/** The buffers of a link's profile. */
export function profileBuffers({ profile }: LinkAnswer): ArrayBuffer[] {
  if (profile === null) return [];
  const { distancesMetres, surfaceMetres, groundMetres } = profile;
  const arrays = [distancesMetres, surfaceMetres, ...(groundMetres ? [groundMetres] : [])];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
