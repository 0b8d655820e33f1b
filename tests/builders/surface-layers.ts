import { polygonBoxes } from '../../src/domain/areas/near-box.ts';
import { polygonsFromShape, type Shape } from '../../src/domain/areas/shape.ts';
import type { SurfaceExtent, SurfaceLayer } from '../../src/domain/areas/surface-layers.ts';
import type { LayerRecord } from '../../src/domain/coverage/layer.ts';
import { layerOf } from './layers.ts';

/** A footprint as an areas study looks at it; speaks everywhere unless told otherwise. */
export function surfaceLayerOf(
  layer: Partial<LayerRecord> & { key: string },
  footprint: Shape,
  extent: SurfaceExtent | Shape = { kind: 'all' },
): SurfaceLayer {
  return {
    layer: layerOf(layer),
    footprint: boxedShape(footprint),
    extent: 'kind' in extent ? extent : { kind: 'areas', areas: boxedShape(extent) },
  };
}

function boxedShape(shape: Shape) {
  const polygons = polygonsFromShape(shape);
  return { polygons, boxes: polygonBoxes(polygons) };
}
