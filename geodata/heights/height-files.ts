import type { Borough } from '../borough.ts';
import type { BoroughContent } from '../borough-files.ts';
import { landscapeOf } from '../plan/landscape.ts';
import { groundHeightOf } from './ground-height.ts';
import { treesOf } from './trees.ts';

/** Trees as points with height and crown. Not part of the borough's pack: too many for a first visit. */
export function treeContent({ plan }: Borough, seed: string): BoroughContent {
  return {
    contentId: 'trees',
    title: 'Trees',
    description: 'Trees of streets, parks and woods, with height and crown.',
    make: () => ({
      fileName: 'trees.geojson',
      columns: ['height_m', 'crown_radius_m'],
      rows: treesOf(plan, landscapeOf(plan.site, plan.settlements, seed), seed).map((tree) => ({
        cells: [tree.heightMetres.toFixed(1), tree.crownRadiusMetres.toFixed(1)],
        shape: { kind: 'point', position: tree.position },
      })),
    }),
  };
}

/** The bare ground of the whole site as an ESRI ASCII grid, row by row from the north, heights to the centimetre. */
export function* groundGridLines({ plan }: Borough, seed: string): Iterable<string> {
  const ground = groundHeightOf(plan, seed);
  const { centre, radiusMetres } = plan.site;
  const half = Math.ceil((1.3 * radiusMetres) / GROUND_CELL_METRES);
  const side = 2 * half;
  const west = centre[0] - half * GROUND_CELL_METRES;
  const south = centre[1] - half * GROUND_CELL_METRES;
  yield `ncols ${side}\nnrows ${side}\nxllcorner ${west}\nyllcorner ${south}\ncellsize ${GROUND_CELL_METRES}\nNODATA_value -9999\n`;
  for (let row = side - 1; row >= 0; row--) {
    const y = south + (row + 0.5) * GROUND_CELL_METRES;
    const cells: string[] = [];
    for (let column = 0; column < side; column++)
      cells.push(ground([west + (column + 0.5) * GROUND_CELL_METRES, y]).toFixed(2));
    yield `${cells.join(' ')}\n`;
  }
}

const GROUND_CELL_METRES = 10;
