import type { ColumnRoles } from '../domain/project/column-roles.ts';
import { columnNumbers } from '../domain/tables/number-cell.ts';
import type { TableLook } from './layouts/table-look.ts';

/**
 * The columns by which polygons stand as buildings: their height, or levels. None of them for a file whose name says that it
 * holds buildings, whose roofs a surface then has; null where nothing says so.
 */
export function buildingColumns(look: TableLook): Pick<ColumnRoles, 'height' | 'levels'> | null {
  const height = numeric(look, ...HEIGHTS, ...look.like(ROOF_HEIGHT).map(({ name }) => name.toLowerCase()));
  const levels = numeric(look, ...LEVELS);
  // A height alone may be anything's; of trees it is not a building's.
  if (isOfTrees(look)) return null;
  if (!height && !levels) return BUILDINGS.test(look.table.fileName) ? {} : null;
  return { ...(height ? { height } : {}), ...(levels ? { levels } : {}) };
}

/** The columns of a file of trees; null where nothing says that its rows are some. */
export function treeColumns(look: TableLook): Pick<ColumnRoles, 'height' | 'crown'> | null {
  const height = numeric(look, ...HEIGHTS);
  if (!height || !isOfTrees(look)) return null;
  const crown = numeric(look, ...CROWNS);
  return { height, ...(crown ? { crown } : {}) };
}

/** "relh2", "relhmax": eaves and highest part above the ground, of OS building heights. */
const HEIGHTS = ['height', 'height_m', 'relhmax', 'relh2', 'building:height', 'bldg_height', 'height_metres'];
/** "roof_max_agl_m": the highest part of a roof above the ground level. */
const ROOF_HEIGHT = /^roof_?max.*(?:agl|height)/;
const LEVELS = ['building:levels', 'building_levels', 'levels', 'storeys', 'floors', 'num_floors'];
const CROWNS = ['crown_radius_m', 'crown_radius'];

/** Words of a name, but for lists of what is protected. */
const BUILDINGS = /^(?!.*(?:listed|heritage|protected|conservation)).*(?<![a-z])buildings?(?![a-z])/i;

function isOfTrees(look: TableLook): boolean {
  const words = [look.table.fileName, ...look.table.columns.map(({ name }) => name)];
  return words.some((word) => /(?<![a-z])(?:trees?|crown|canopy|species)(?![a-z])/i.test(word));
}

/** The first of these columns that holds a number in some row. */
function numeric(look: TableLook, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = look.named(name);
    if (found && columnNumbers(found.column).some((number) => number > 0)) return found.name;
  }
  return undefined;
}
