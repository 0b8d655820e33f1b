import type { AreaTable } from '../geo/area-table.ts';
import { polygonCount } from '../geo/geometry.ts';
import { polygonHolds } from '../geo/point-in-polygon.ts';

/** What a check by brute force found. Differences of 0 are the expectation. */
export interface BruteForceCheck {
  /** Rows walked. */
  readonly rows: number;
  /** Rows whose ward is another one by brute force. */
  readonly wardDifferences: number;
  /** Rows and polygon layers whose covered / not covered is another one. */
  readonly coverageDifferences: number;
  readonly layersChecked: number;
  /** Recipe counted row by row from the answers: places whose count differs. */
  readonly countDifferences: number;
  /** Rows times edges: what a walk without any index amounts to. */
  readonly edgesWalked: number;
  /** False where the count is an expectation: then `counted.notSpots` holds only the rows that are sure. */
  readonly exact: boolean;
  /** Units per place (wards in code order, outside, total) as the walk counted them. */
  readonly counted: {
    readonly units: Float64Array;
    readonly notSpots: Float64Array;
    readonly notKnown: Float64Array;
    /** By coverage areas. */
    readonly covered: readonly { readonly layerId: string; readonly units: Float64Array }[];
  };
}

/** Lowest area that holds the point, by walking every edge of every area; −1 if none. Areas are ascending by code. */
export function areaByBruteForce(areas: AreaTable, lon: number, lat: number): number {
  let lowest = -1;
  for (let polygon = 0; polygon < polygonCount(areas.polygons); polygon++) {
    const area = areas.polygonArea[polygon];
    if (lowest !== -1 && area >= lowest) continue;
    if (polygonHolds(areas.polygons, polygon, lon, lat)) lowest = area;
  }
  return lowest;
}
