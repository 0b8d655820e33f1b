import type { ColumnRoles } from './column-roles.ts';
import { layersOf } from './dataset-record.ts';
import type { DatasetRecord, Project } from './project.ts';
import type { Role } from './role.ts';
import { steppedBack } from './stepped-back.ts';
import { withUniqueKeys } from './with-unique-keys.ts';
import { withUsableRecipes } from './with-usable-recipes.ts';

/** The project with a file in another role; its layers are made anew. */
export function projectWithRole(project: Project, contentId: string, role: Role): Project {
  return withDataset(project, contentId, ({ supersededBy: _no, ...dataset }) => ({
    ...dataset,
    role,
    unit: role === 'premises' ? (dataset.unit ?? 'premises') : dataset.unit,
  }));
}

/** The project with another column (or none) for a meaning. */
export function projectWithColumnRole(
  project: Project,
  contentId: string,
  which: keyof ColumnRoles,
  column: string | undefined,
): Project {
  return withDataset(project, contentId, (dataset) => {
    const roles: Record<string, string> = { ...dataset.roles };
    if (column === undefined) delete roles[which];
    else roles[which] = column;
    return { ...dataset, roles };
  });
}

function withDataset(
  project: Project,
  contentId: string,
  edit: (dataset: DatasetRecord) => DatasetRecord,
): Project {
  const dataset = project.datasets.find((candidate) => candidate.contentId === contentId);
  if (!dataset) return project;
  const edited = edit(dataset);
  const others = project.layers.filter((layer) => layer.contentId !== contentId);
  return withUsableRecipes({
    ...project,
    datasets: project.datasets.map((earlier) =>
      earlier === dataset ? edited : steppedBack(earlier, edited.role),
    ),
    layers: [...others, ...withUniqueKeys(layersOf(edited), others)],
  });
}
