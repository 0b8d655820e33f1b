import { consentHints } from '../../domain/consents/consent-hints.ts';
import type { ConsentsAnswer, ConsentsQuestion } from '../../domain/consents/consents-answer.ts';
import { designationsAt, type LoadedFile } from '../../domain/consents/designations-at.ts';
import { roofHeights } from '../../domain/consents/roof-heights.ts';
import type { Project } from '../../domain/project/project.ts';
import type { WorkStep } from '../../domain/project/work-step.ts';
import type { HeightModel } from '../../domain/terrain/height-model.ts';
import { HeightsRefused } from '../../domain/terrain/heights-refused.ts';
import { nationAt } from '../nation-at.ts';
import { projectHeights } from '../project-heights.ts';
import { projectRoofs } from '../project-roofs.ts';
import type { StudyBench } from '../study-bench.ts';

/** The consents of a site by what is loaded. Needs loadGrid. Throws RangeError for a site that the project has not. */
export function* study(
  bench: Pick<StudyBench, 'workbench'>,
  project: Project,
  { siteId }: ConsentsQuestion,
): Generator<WorkStep, ConsentsAnswer> {
  const site = project.sites.find(({ id }) => id === siteId);
  if (!site) throw new RangeError(`The project has no site ${siteId}.`);
  const model = yield* heightsIfAny(bench, project);
  const roofs = model && projectRoofs(bench, project, model.surface);
  yield { what: 'Looking through the loaded areas', fraction: 0.9 };
  const files = project.datasets
    .filter(({ contentId }) => bench.workbench.has(contentId))
    .map((dataset): LoadedFile => ({ dataset, table: bench.workbench.table(dataset.contentId) }));
  const facts = {
    nation: nationAt(site, files),
    ...roofHeights(site, model, roofs?.roofs ?? null),
    designations: designationsAt(site, files),
    device: project.devices.find(({ id }) => id === project.radio?.deviceId) ?? null,
  };
  return { siteId, facts, hints: consentHints(site, facts) };
}

/** Heights that are lacking or do not fit are not known here; the page says elsewhere what is wrong with them. */
function* heightsIfAny(
  bench: Pick<StudyBench, 'workbench'>,
  project: Project,
): Generator<WorkStep, HeightModel | null> {
  try {
    return yield* projectHeights(bench, project);
  } catch (error) {
    if (error instanceof HeightsRefused) return null;
    throw error;
  }
}
