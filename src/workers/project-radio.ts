import type { DatasetRecord, Project } from '../domain/project/project.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import { LinkMeter } from '../domain/radio/link-meter.ts';
import type { HeightModel } from '../domain/terrain/height-model.ts';
import type { Roofs } from '../domain/terrain/roofs.ts';
import { projectHeights } from './project-heights.ts';
import { projectRoofs } from './project-roofs.ts';
import type { StudyBench } from './study-bench.ts';

/** Links are asked of a project that has chosen no radio yet. */
export class RadioNotChosen extends Error {
  constructor() {
    super('No radio is chosen yet. Choose one under Radios on the Rooftops page.');
    this.name = 'RadioNotChosen';
  }
}

/** All that a project's links are reckoned on. Needs `loadGrid`. Throws HeightsRefused, RadioNotChosen. */
export interface ProjectRadio {
  readonly model: HeightModel;
  readonly meter: LinkMeter;
  /** Null where no footprints are loaded. */
  readonly roofs: Roofs | null;
  readonly footprints: DatasetRecord | null;
}

export function* projectRadio(
  bench: Pick<StudyBench, 'workbench'>,
  project: Project,
): Generator<WorkStep, ProjectRadio> {
  const { radio, devices } = project;
  const device = devices.find(({ id }) => id === radio?.deviceId);
  if (!radio || !device) throw new RadioNotChosen();
  const model = yield* projectHeights(bench, project);
  const known = projectRoofs(bench, project, model.surface);
  const meter = new LinkMeter(device, radio);
  return { model, meter, roofs: known?.roofs ?? null, footprints: known?.footprints ?? null };
}
