import type { LayerRecord } from '../coverage/layer.ts';
import { wardsTouched } from '../coverage/layer-extent.ts';
import type { AreaTable } from '../geo/area-table.ts';
import type { Polygons } from '../geo/geometry.ts';
import type { LayerSource } from '../project/answer-layer.ts';
import type { Assumption } from '../project/figure.ts';
import { polygonBoxes } from './near-box.ts';

/** A footprint and how far it speaks, ready to be looked at ward by ward. */
export interface SurfaceLayer {
  readonly layer: LayerRecord;
  readonly footprint: Boxed;
  readonly extent: SurfaceExtent;
}

/** Polygons with the box of each. */
export interface Boxed {
  readonly polygons: Polygons;
  readonly boxes: Float64Array;
}

/** Where a footprint speaks, as far as wards are concerned. */
export type SurfaceExtent =
  | { readonly kind: 'all' }
  /** Wards by number: 1 speaks. */
  | { readonly kind: 'wards'; readonly touched: Uint8Array }
  | { readonly kind: 'areas'; readonly areas: Boxed };

/** The footprints of `layers`, with what is taken for granted of their extents. */
export function surfaceLayers(
  layers: readonly LayerRecord[],
  wards: AreaTable,
  source: LayerSource,
): { layers: SurfaceLayer[]; assumptions: Assumption[] } {
  const assumptions: Assumption[] = [];
  const surfaces = layers.map((layer): SurfaceLayer => {
    const { polygons } = source.areasOf({
      contentId: layer.contentId,
      roles: rolesOf(source, layer.contentId),
      where: layer.where,
    });
    const { extent, assumption } = extentOf(layer, polygons, wards, source);
    if (assumption) assumptions.push(assumption);
    return { layer, footprint: boxed(polygons), extent };
  });
  return { layers: surfaces, assumptions };
}

function extentOf(
  layer: LayerRecord,
  footprint: Polygons,
  wards: AreaTable,
  source: LayerSource,
): { extent: SurfaceExtent; assumption: Assumption | null } {
  const stated = layer.extent;
  if (stated.kind === 'everywhere' || stated.kind === 'all-wards')
    return { extent: { kind: 'all' }, assumption: null };
  if (stated.kind === 'areas') {
    const { contentId } = stated;
    const { polygons } = source.areasOf({ contentId, roles: rolesOf(source, contentId) });
    return { extent: { kind: 'areas', areas: boxed(polygons) }, assumption: null };
  }
  // A file of several operators speaks as far as the whole of it reaches, for each of them.
  const touched = wardsTouched(wards, source.table(layer.contentId).geometry.polygons ?? footprint);
  const count = touched.reduce((sum, one) => sum + one, 0);
  const text = `${layer.name} speaks in the ${count} of ${touched.length} wards that touch its bounding box; elsewhere it is not known.`;
  return { extent: { kind: 'wards', touched }, assumption: { text, source: null } };
}

function rolesOf(source: LayerSource, contentId: string) {
  return source.project.datasets.find((dataset) => dataset.contentId === contentId)?.roles ?? {};
}

function boxed(polygons: Polygons): Boxed {
  return { polygons, boxes: polygonBoxes(polygons) };
}
