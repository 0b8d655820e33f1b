/**
 * Every kind of layer the map may hold, from the bottom up. A layer's id is its kind, or its kind, a colon and the
 * content it draws: "coverage-edge:layer-3".
 */
export const LAYER_ORDER = [
  'background',
  'basemap-raster',
  'basemap-area',
  'basemap-green',
  'basemap-water',
  'context-area',
  'context-green',
  'context-water',
  'ward-class',
  'basemap-building',
  'basemap-river',
  'basemap-street-casing',
  'basemap-street',
  'basemap-railway',
  'context-tree',
  'context-building',
  'context-river',
  'context-street-casing',
  'context-street',
  'context-railway',
  'context-railway-sleepers',
  'context-line',
  'context-area-edge',
  'ward-pattern',
  'coverage-fill',
  'coverage-pattern',
  'coverage-edge',
  'area-fill',
  'area-pattern',
  'area-edge',
  'reach-picture',
  'ward-border',
  'ward-hover',
  'ward-selected-casing',
  'ward-selected',
  'cluster-fill',
  'cluster-hatch',
  'cluster-edge',
  'context-dot',
  'premises-covered',
  'premises-share',
  'premises-not-known',
  'premises-not-spot',
  'premises-stayed',
  'premises-less-likely',
  'premises-likelier',
  'premises-ceased',
  'premises-became',
  'reach-ring',
  'reach-dot',
  'reach-sign',
  'reach-new',
  'reach-premises',
  'cluster-hover',
  'cluster-selected-casing',
  'cluster-selected',
  'relief-roof',
  'relief-link',
  'basemap-street-label',
  'basemap-place-label',
  'context-street-label',
  'context-place-label',
  'mark-chosen',
  'mark',
  'link-casing',
  'link-line',
  'candidate',
  'link-end',
  'link-cursor',
  'ward-label',
  'cluster-label',
  'mark-label',
  'site-hover',
  'site-chosen',
  'site',
  'site-label',
] as const;

export type LayerKind = (typeof LAYER_ORDER)[number];

/** Height of a layer above the ground. Throws for a layer that LAYER_ORDER does not list. */
export function layerHeight(layerId: string): number {
  const kind = layerId.split(':', 1)[0];
  const height = (LAYER_ORDER as readonly string[]).indexOf(kind);
  if (height < 0) throw new Error(`The layer "${layerId}" is not in LAYER_ORDER.`);
  return height;
}

/** The layers from the bottom up; those of one kind keep their order. */
export function inLayerOrder<T extends { readonly id: string }>(layers: readonly T[]): T[] {
  return [...layers].sort((one, other) => layerHeight(one.id) - layerHeight(other.id));
}
