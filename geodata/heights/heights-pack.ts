import { BRITISH_NATIONAL_GRID } from '../../src/domain/geo/coordinate-system.ts';
import type { SourceTable } from '../../src/domain/tables/source-table.ts';
import type { FileHeights } from '../../src/domain/terrain/file-heights.ts';
import type { Pack } from '../../src/formats/pack.ts';
import type { Borough } from '../borough.ts';
import { tableOf } from '../borough-file.ts';
import { BOROUGH_DATE, boroughPack } from '../borough-pack.ts';
import type { Position } from '../ground/position.ts';
import { joinedRecord } from '../joined-record.ts';
import { councilAssetContent } from './council-assets.ts';
import { demoSites } from './demo-sites.ts';
import { groundHeightOf } from './ground-height.ts';
import { treeContent } from './height-files.ts';

/**
 * What rooftop radio needs beside the borough's own pack: the ground on coarse cells, trees, council assets and a few
 * rooftop sites, as a project to be joined to the borough's. Buildings have their heights already; the surface is made of
 * all of these when it is first asked for.
 */
export function heightsPack(borough: Borough, seed: string): Pack {
  const { project } = boroughPack(borough);
  const ground = groundTable(borough, seed);
  const trees = tableOf(treeContent(borough, seed).make());
  const assets = tableOf(councilAssetContent(borough).make());
  const contents = [
    { contentId: 'ground', table: ground },
    { contentId: 'trees', table: trees },
    { contentId: 'council-assets', table: assets },
  ];
  return {
    project: {
      ...project,
      layers: [],
      sites: demoSites(borough),
      datasets: [
        {
          ...joinedRecord('ground', 'Ground', ground),
          role: 'heights',
          heights: { kind: 'ground', vintage: YEAR },
        },
        {
          ...joinedRecord('trees', 'Trees', trees),
          role: 'trees',
          roles: { height: 'height_m', crown: 'crown_radius_m' },
        },
        {
          ...joinedRecord('council-assets', 'Council assets', assets),
          role: 'context',
          roles: { name: 'name', height: 'height_m' },
        },
      ],
    },
    contents,
  };
}

const YEAR = BOROUGH_DATE.slice(0, 4);
/** Coarser than the folds of the ground, and small to fetch: heights between are interpolated. */
const CELL_METRES = 50;
/** Of the borough's radius: its buildings and a little beyond. */
const REACH = 1.06;

/** The ground as the app's reader of height files would hand it over, heights to the decimetre. */
function groundTable({ plan }: Borough, seed: string): SourceTable {
  const ground = groundHeightOf(plan, seed);
  const { centre, radiusMetres } = plan.site;
  const half = Math.ceil((REACH * radiusMetres) / CELL_METRES);
  const side = 2 * half;
  const west = centre[0] - half * CELL_METRES;
  const north = centre[1] + half * CELL_METRES;
  const heights = new Float32Array(side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const place: Position = [west + (column + 0.5) * CELL_METRES, north - (row + 0.5) * CELL_METRES];
      heights[row * side + column] = Math.round(ground(place) * 10) / 10;
    }
  const grid: FileHeights = {
    system: BRITISH_NATIONAL_GRID,
    verticalDatum: null,
    west,
    north,
    cellWidth: CELL_METRES,
    cellHeight: CELL_METRES,
    columns: side,
    rows: side,
    heights,
  };
  const south = north - side * CELL_METRES;
  const east = west + side * CELL_METRES;
  const outline: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  const cells = [
    'height grid',
    String(side),
    String(side),
    String(CELL_METRES),
    'metres',
    'British National Grid',
  ];
  const table = tableOf({
    fileName: 'ground.asc',
    columns: ['kind', 'columns', 'rows', 'cell size', 'unit', 'system'],
    rows: [{ cells, shape: { kind: 'polygons', polygons: [[outline]] } }],
  });
  return { ...table, format: 'ascii-grid', heights: grid };
}
