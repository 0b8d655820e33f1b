import type { Project } from '../domain/project/project.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import type { HeightModel } from '../domain/terrain/height-model.ts';
import { HeightsRefused } from '../domain/terrain/heights-refused.ts';
import type { StudyBench } from './study-bench.ts';

/**
 * The heights of a project, made once and kept in the worker for as long as its files and choices are the same. Throws
 * HeightsRefused with a remedy where it has none, or where they do not fit each other. Needs `loadGrid`.
 */
export function* projectHeights(
  _bench: Pick<StudyBench, 'workbench'>,
  _project: Project,
): Generator<WorkStep, HeightModel> {
  yield { what: 'Laying out heights', fraction: 0 };
  throw new HeightsRefused('NO_HEIGHTS', NO_HEIGHTS);
}

const NO_HEIGHTS =
  'No heights are loaded. Give a surface, or a ground model with buildings, on the Data page.';
