import type { LayerRecord } from '../domain/coverage/layer.ts';
import { projectWithoutLayer } from '../domain/project/project-with.ts';
import type { AppContext } from './app-context.ts';

/** Changes what a layer says of itself: extent, name, definition, confidential … One step of undo, called `label`. */
export function setLayer(
  context: AppContext,
  layerId: string,
  patch: Partial<LayerRecord>,
  label: string,
): void {
  const { project, change } = context.project.getState();
  const at = project.layers.findIndex((layer) => layer.id === layerId);
  if (at < 0) return;
  change(label, { kind: 'replace', list: 'layers', at, item: { ...project.layers[at], ...patch } });
}

/** Takes a layer out; its file stays. */
export function removeLayer(context: AppContext, layerId: string): void {
  const { project, change } = context.project.getState();
  const layer = project.layers.find((candidate) => candidate.id === layerId);
  if (layer)
    change(`Removed ${layer.name}`, { kind: 'set-project', project: projectWithoutLayer(project, layerId) });
}
