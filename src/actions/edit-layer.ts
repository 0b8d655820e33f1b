import type { Technology } from '../domain/coverage/layer.ts';
import { projectWithCoveredFrom, projectWithTechnology } from '../domain/project/edit-layer.ts';
import type { Project } from '../domain/project/project.ts';
import { projectWithOfferedLayer } from '../domain/project/project-with-offered-layer.ts';
import type { AppContext } from './app-context.ts';

/** Says what technology a layer is of. One step of undo. */
export function setTechnology(context: AppContext, layerId: string, technology: Technology): void {
  edit(context, `${nameOf(context, layerId)}: ${technology}`, (project) =>
    projectWithTechnology(project, layerId, technology),
  );
}

/** Says from which code on a layer counts as covered. One step of undo. */
export function setCoveredFrom(context: AppContext, layerId: string, atLeast: number): void {
  edit(context, `${nameOf(context, layerId)}: covered from ${atLeast} on`, (project) =>
    projectWithCoveredFrom(project, layerId, atLeast),
  );
}

/** Makes a layer of what a file offers besides. One step of undo. */
export function addOfferedLayer(context: AppContext, contentId: string, layerId: string): void {
  edit(context, 'Added a layer', (project) => projectWithOfferedLayer(project, contentId, layerId));
}

function edit(context: AppContext, label: string, make: (project: Project) => Project): void {
  const { project, change } = context.project.getState();
  const next = make(project);
  if (next !== project) change(label, { kind: 'set-project', project: next });
}

function nameOf(context: AppContext, layerId: string): string {
  const { project } = context.project.getState();
  return project.layers.find((layer) => layer.id === layerId)?.name ?? 'Layer';
}
