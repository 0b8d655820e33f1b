import { datasetInRole, type Project } from '../../domain/project/project.ts';
import { metresPerLevelOf } from './heights-text.ts';
import { drawnContent } from './map-reading.ts';

/** The footprints that a map may draw, and how high each stands. */
export interface FootprintsDrawn {
  /** Content in the reading of its coordinates in force. */
  readonly contentId: string;
  /** Columns of heights over the ground and of levels; null: there is none. */
  readonly heightColumn: string | null;
  readonly levelsColumn: string | null;
  readonly metresPerLevel: number;
}

/** The project's buildings; null where none are loaded. */
export function footprintsDrawn(project: Project): FootprintsDrawn | null {
  const buildings = datasetInRole(project, 'buildings');
  if (!buildings) return null;
  const { contentId, roles } = buildings;
  return {
    contentId: drawnContent(project, contentId),
    heightColumn: roles.height ?? null,
    levelsColumn: roles.levels ?? null,
    metresPerLevel: metresPerLevelOf(buildings),
  };
}
