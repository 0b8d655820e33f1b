import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { shapesTileAddress } from '../tile-address.ts';

/** Sources and layers that belong together. Layers are put in order by layer-order, not by their place here. */
export interface Drawn {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
}

/** The tiles of a content's shapes. */
export function shapesSource(
  contentId: string,
  { promoteId, minzoom = 0 }: { readonly promoteId?: string; readonly minzoom?: number } = {},
): SourceSpecification {
  return {
    type: 'vector',
    tiles: [shapesTileAddress(contentId)],
    minzoom,
    maxzoom: 16,
    ...(promoteId === undefined ? {} : { promoteId }),
  };
}
