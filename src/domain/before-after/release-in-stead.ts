import type { LayerRecord } from '../coverage/layer.ts';
import { layersOf, offeredLayers } from '../project/dataset-record.ts';
import type { DatasetRecord, Project } from '../project/project.ts';
import { SideRefused } from './side-refused.ts';

/**
 * The project with an earlier release counted in the stead of the one in force, which steps back. What a person said of
 * the later one's layers (name in recipes, technology, from which value on, extent) holds for the earlier's. A list of
 * premises is the exception: the premises in force stay, and the earlier list answers for them by id. Throws SideRefused
 * where the file is gone or has not stepped back.
 */
export function withReleaseInStead(project: Project, contentId: string): Project {
  const earlier = project.datasets.find((dataset) => dataset.contentId === contentId);
  const later = earlier && inForceOf(project, earlier);
  if (!earlier || !later)
    throw new SideRefused(
      'One of the two releases is no longer loaded, or is in force by itself. Choose again.',
    );
  const isList = later.role === 'premises';
  const counted = steppedForward(earlier, later, isList);
  const datasets = project.datasets.map((dataset) => {
    if (dataset === earlier) return counted;
    return dataset === later && !isList ? steppedAside(later, earlier) : dataset;
  });
  const layers = project.layers.flatMap((layer) =>
    layer.contentId === later.contentId ? counterpart(layer, later, counted) : [layer],
  );
  return { ...project, datasets, layers };
}

/** The release that is in force in a file's stead; undefined where none is loaded. */
export function inForceOf(project: Project, earlier: DatasetRecord): DatasetRecord | undefined {
  let { supersededBy } = earlier;
  // As many steps as there are files: a chain that leads in a circle leads nowhere.
  for (const _ of project.datasets) {
    const found = project.datasets.find((dataset) => dataset.contentId === supersededBy);
    if (!found) return undefined;
    if (found.supersededBy === undefined) return found;
    supersededBy = found.supersededBy;
  }
  return undefined;
}

function steppedForward(earlier: DatasetRecord, later: DatasetRecord, isList: boolean): DatasetRecord {
  const { supersededBy: _no, ...dataset } = earlier;
  return { ...dataset, role: isList ? 'records' : later.role };
}

function steppedAside(later: DatasetRecord, earlier: DatasetRecord): DatasetRecord {
  return { ...later, role: earlier.role, supersededBy: earlier.contentId };
}

/** The earlier release's layer that says the same as one of the later's; none where its file has no such column. */
function counterpart(layer: LayerRecord, later: DatasetRecord, earlier: DatasetRecord): LayerRecord[] {
  const fresh = everyLayer(later).find(({ id }) => id === layer.id) ?? layer;
  const alike = everyLayer(earlier).filter((candidate) => meaning(candidate) === meaning(fresh));
  const found = alike.find(({ column }) => column === fresh.column) ?? alike[0];
  if (!found) return [];
  const { key, name, technology, operator, atLeast, extent, definition, confidential } = layer;
  const said = { key, name, technology, operator, extent, definition };
  return [{ ...found, ...said, atLeast: atLeast ?? null, confidential: confidential || found.confidential }];
}

function everyLayer(dataset: DatasetRecord): LayerRecord[] {
  return [...layersOf(dataset), ...offeredLayers(dataset)];
}

function meaning({ shape, technology, operator, confidence, measure }: LayerRecord): string {
  return JSON.stringify([shape, technology, operator, confidence, measure]);
}
