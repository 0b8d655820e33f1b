import type { Polygons } from '../geo/geometry.ts';

/** A way to name premises. Later work (routes, roofs, plans) takes one of these and asks for its rows. */
export type Selection =
  | { readonly kind: 'ward'; readonly code: string }
  | { readonly kind: 'cluster'; readonly clusterId: string; readonly rows: Uint32Array }
  | { readonly kind: 'shape'; readonly shape: Polygons }
  | { readonly kind: 'list'; readonly ids: readonly string[] };
