import type { LayerRecord } from '../domain/coverage/layer.ts';
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

/** Takes a layer out; its file stays. What does so is fetched with the first: the first screen needs it not. */
export async function removeLayer(context: AppContext, layerId: string): Promise<void> {
  const { projectWithoutLayer } = await import('../domain/project/project-without-layer.ts');
  const { project, change } = context.project.getState();
  const layer = project.layers.find((candidate) => candidate.id === layerId);
  if (layer)
    change(`Removed ${layer.name}`, { kind: 'set-project', project: projectWithoutLayer(project, layerId) });
}
