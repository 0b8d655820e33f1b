import type { LayerRecord } from '../../domain/coverage/layer.ts';
import { contentAsRead } from '../../domain/geo/coordinate-choice.ts';
import { type DatasetRecord, datasetInRole, isBackdrop, type Project } from '../../domain/project/project.ts';

/** What of a project a map can draw. Every `contentId` names the content in the reading of its coordinates in force. */
export interface MapReading {
  /** For "Map of …". */
  readonly title: string;
  /** `codeColumn` is the tile property that holds a ward's code. */
  readonly wards: { readonly contentId: string; readonly codeColumn: string } | null;
  readonly hasPremises: boolean;
  readonly context: readonly DatasetRecord[];
  /** Layers with shapes: footprints, and shares whose file holds its areas. */
  readonly coverage: readonly LayerRecord[];
}

/** What the map draws of `project`, with the coverage layers named in `shown`. */
export function mapReading(project: Project, shown: readonly string[]): MapReading {
  const wards = datasetInRole(project, 'wards');
  return {
    title: project.name,
    wards: wards ? { contentId: contentAsRead(wards), codeColumn: wards.roles.code ?? 'area' } : null,
    hasPremises: datasetInRole(project, 'premises') !== undefined,
    context: project.datasets
      .filter(({ role }) => isBackdrop(role) && role !== 'restrictions' && role !== 'planned excavations')
      .map((dataset) => ({ ...dataset, contentId: contentAsRead(dataset) })),
    coverage: project.layers
      .filter((layer) => shown.includes(layer.id) && canBeDrawn(layer))
      .map((layer) => ({ ...layer, contentId: drawnContent(project, layer.contentId) })),
  };
}

/** The name under which a content's shapes are asked for: with the reading of its coordinates that a person chose. */
export function drawnContent(project: Project, contentId: string): string {
  const dataset = project.datasets.find((candidate) => candidate.contentId === contentId);
  return dataset ? contentAsRead(dataset) : contentId;
}

/** Whether nothing is loaded that a map could draw. */
export function isMapEmpty(project: Project): boolean {
  const { wards, hasPremises, context } = mapReading(project, []);
  return wards === null && !hasPremises && context.length === 0 && !project.layers.some(canBeDrawn);
}

/** Whether a layer has shapes of its own to draw; records and postcode shares are seen in the premises only. */
export function canBeDrawn(layer: LayerRecord): boolean {
  return layer.shape === 'polygons' || (layer.shape === 'shares' && layer.joinColumn === null);
}
