import type { AreaTable } from '../geo/area-table.ts';
import { type Box, polygonBox, polygonCount } from '../geo/geometry.ts';
import { shapeNearBox, shapeOfPolygons } from './near-box.ts';
import type { Shape } from './shape.ts';
import type { Boxed, SurfaceLayer } from './surface-layers.ts';
import type { SetAlgebra, SurfaceTruth } from './surface-truth.ts';

/** A ward's shape and, per layer, what of its footprint and extent matters there. */
export interface WardSurfaces {
  readonly ward: Shape;
  readonly layers: ReadonlyMap<string, NearLayer>;
}

/** 'all': the whole ward. An empty shape: nothing of it. */
export interface NearLayer {
  readonly covered: Shape | 'all';
  readonly known: Shape | 'all';
}

/** Takes wards and layers apart, ward by ward. */
export class WardLooker {
  private readonly wards: AreaTable;
  private readonly layers: readonly SurfaceLayer[];
  private readonly polygonsOf: number[][];

  constructor(wards: AreaTable, layers: readonly SurfaceLayer[]) {
    this.wards = wards;
    this.layers = layers;
    this.polygonsOf = wards.codes.map(() => []);
    for (let polygon = 0; polygon < polygonCount(wards.polygons); polygon++)
      this.polygonsOf[wards.polygonArea[polygon]].push(polygon);
  }

  look(ward: number): WardSurfaces {
    const { polygons } = this.wards;
    const own = this.polygonsOf[ward];
    const box = this.boxOf(ward);
    const near = ({ polygons: shapes, boxes }: Boxed): Shape | 'all' =>
      box ? shapeNearBox(shapes, boxes, box) : [];
    return {
      ward: shapeOfPolygons(polygons, own),
      layers: new Map(
        this.layers.map(({ layer, footprint, extent }): [string, NearLayer] => {
          const known =
            extent.kind === 'areas'
              ? near(extent.areas)
              : extent.kind === 'all' || extent.touched[ward]
                ? 'all'
                : [];
          return [layer.id, { covered: near(footprint), known }];
        }),
      ),
    };
  }

  private boxOf(ward: number): Box | null {
    let all: Box | null = null;
    for (const polygon of this.polygonsOf[ward]) {
      const box = polygonBox(this.wards.polygons, polygon);
      if (!box) continue;
      all = all
        ? [
            Math.min(all[0], box[0]),
            Math.min(all[1], box[1]),
            Math.max(all[2], box[2]),
            Math.max(all[3], box[3]),
          ]
        : box;
    }
    return all;
  }
}

/** A layer's truth from where it covers and where it speaks. */
export function layerTruth<V>(
  { covered, known }: NearLayer,
  setOf: (shape: Shape | 'all') => V,
  algebra: SetAlgebra<V>,
): SurfaceTruth<V> {
  const covers = setOf(covered);
  const speaks = setOf(known);
  return { isTrue: algebra.and(covers, speaks), isFalse: algebra.minus(speaks, covers) };
}
