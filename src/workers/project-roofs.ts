import { type DatasetRecord, datasetInRole, type Project } from '../domain/project/project.ts';
import type { HeightGrid } from '../domain/terrain/height-grid.ts';
import { type Footprints, Roofs } from '../domain/terrain/roofs.ts';
import type { StudyBench } from './study-bench.ts';

/** The roofs of a project's footprints over a surface, and the file they are from; null where none are loaded. */
export function projectRoofs(
  { workbench }: Pick<StudyBench, 'workbench'>,
  project: Project,
  surface: HeightGrid,
): { readonly roofs: Roofs; readonly footprints: DatasetRecord } | null {
  const footprints = datasetInRole(project, 'buildings') ?? null;
  const polygons = footprints && workbench.table(footprints.contentId).geometry.polygons;
  return footprints && polygons ? { roofs: roofsOver(surface, polygons), footprints } : null;
}

/** Roofs are kept with the surface they stand on: a second study of the same heights finds their points at once. */
function roofsOver(surface: HeightGrid, footprints: Footprints): Roofs {
  const known = kept.get(surface);
  if (known?.footprints === footprints) return known;
  const roofs = new Roofs(footprints, surface);
  kept.set(surface, roofs);
  return roofs;
}

const kept = new WeakMap<HeightGrid, Roofs>();
