import type { Position, Shape } from '../areas/shape.ts';
import { rowPositions } from '../premises/row-positions.ts';
import type { ColumnRoles } from '../project/column-roles.ts';
import type { WorkStep } from '../project/work-step.ts';
import { IssueCollector } from '../tables/issue-collector.ts';
import type { SourceTable } from '../tables/source-table.ts';
import type { Building } from './raise-buildings.ts';
import type { Tree } from './raise-trees.ts';

/** Numbers by row of a file of buildings or trees; null where no column has them. */
export interface StandingColumns {
  readonly height: Float64Array | null;
  readonly levels: Float64Array | null;
  readonly crown: Float64Array | null;
  readonly roles: ColumnRoles;
}

type Convert = (lon: number, lat: number) => [number, number];

/** Every polygon as a building in metres. A height of 0 or less is nobody's: not known. */
export function* placedBuildings(
  { geometry }: SourceTable,
  { height, levels }: StandingColumns,
  convert: Convert,
): Generator<WorkStep, Building[]> {
  const { polygons } = geometry;
  if (!polygons) return [];
  const buildings: Building[] = [];
  for (const [polygon, row] of polygons.row.entries()) {
    if (polygon % THINGS_A_STEP === 0)
      yield { what: 'Placing buildings', fraction: polygon / polygons.row.length };
    buildings.push({
      footprint: shapeOf(polygons, polygon, convert),
      heightMetres: stated(height, row),
      levels: stated(levels, row),
    });
  }
  return buildings;
}

const THINGS_A_STEP = 1024;

/** Every point as a tree in metres, by its own place or the coordinates of its row. */
export function* placedTrees(
  table: SourceTable,
  { height, crown, roles }: StandingColumns,
  convert: Convert,
): Generator<WorkStep, Tree[]> {
  const { points } = table.geometry;
  const { lon, lat } = points ?? rowPositions(table, roles, new IssueCollector());
  const trees: Tree[] = [];
  for (let i = 0; i < lon.length; i++) {
    if (i % THINGS_A_STEP === 0) yield { what: 'Placing trees', fraction: i / lon.length };
    if (Number.isNaN(lon[i])) continue;
    const row = points ? points.row[i] : i;
    const [x, y] = convert(lon[i], lat[i]);
    trees.push({
      x,
      y,
      heightMetres: height?.[row] ?? Number.NaN,
      crownRadiusMetres: crown?.[row] ?? Number.NaN,
    });
  }
  return trees;
}

function stated(numbers: Float64Array | null, row: number): number | null {
  const number = numbers?.[row] ?? Number.NaN;
  return number > 0 ? number : null;
}

function shapeOf(
  { coordinates, ringStarts, polygonStarts }: NonNullable<SourceTable['geometry']['polygons']>,
  polygon: number,
  convert: Convert,
): Shape {
  const rings: Position[][] = [];
  for (let ring = polygonStarts[polygon]; ring < polygonStarts[polygon + 1]; ring++) {
    const positions: Position[] = [];
    for (let at = ringStarts[ring]; at < ringStarts[ring + 1]; at++)
      positions.push(convert(coordinates[2 * at], coordinates[2 * at + 1]));
    rings.push(positions);
  }
  return [rings];
}
