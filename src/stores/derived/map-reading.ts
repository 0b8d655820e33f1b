import type { LayerRecord } from '../../domain/coverage/layer.ts';
import { type DatasetRecord, datasetInRole, type Project } from '../../domain/project/project.ts';

/** What of a project a map can draw. */
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
    wards: wards ? { contentId: wards.contentId, codeColumn: wards.roles.code ?? 'area' } : null,
    hasPremises: datasetInRole(project, 'premises') !== undefined,
    context: project.datasets.filter((dataset) => dataset.role === 'context'),
    coverage: project.layers.filter((layer) => shown.includes(layer.id) && canBeDrawn(layer)),
  };
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
