import { type GatheredRoofs, gatherRoofs } from '../domain/hubs/gather-roofs.ts';
import type { RoofsToJudge } from '../domain/hubs/hub-input.ts';
import { listedRoofs } from '../domain/hubs/listed-roofs.ts';
import type { HubRoof } from '../domain/plan/hub-roof.ts';
import type { PlanRadio } from '../domain/plan/plan-question.ts';
import type { Project } from '../domain/project/project.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import type { ProjectRadio } from './project-radio.ts';
import { projectRoofNames } from './project-roof-names.ts';
import type { StudyBench } from './study-bench.ts';

/** What a project's candidates are gathered for. */
export interface HubRoofsAsked
  extends Pick<ProjectRadio, 'model' | 'meter' | 'roofs' | 'footprints'>,
    Pick<RoofsToJudge, 'places'> {
  readonly question: PlanRadio;
  /** Of the project's files of roof access. */
  readonly access: readonly HubRoof[];
}

/**
 * The roofs of a project that could carry a hub for some places: its sites, its files of roof access, and high buildings around.
 * Needs `loadGrid`. Throws HeightsRefused.
 */
export function* projectHubRoofs(
  bench: Pick<StudyBench, 'workbench'>,
  project: Project,
  { footprints, access, ...asked }: HubRoofsAsked,
): Generator<WorkStep, GatheredRoofs> {
  const nameOf = yield* projectRoofNames(bench, project, { roofs: asked.roofs, footprints });
  return yield* gatherRoofs({
    ...asked,
    listed: listedRoofs(project.sites, access, asked.roofs),
    footprints: footprints && nameOf && { contentId: footprints.contentId, nameOf },
  });
}
