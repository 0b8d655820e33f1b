import { chosenReading } from '../domain/geo/chosen-reading.ts';
import { converterFromDegrees } from '../domain/geo/convert-coordinates.ts';
import type { CoordinateSystem } from '../domain/geo/coordinate-system.ts';
import { filesInOrder } from '../domain/plan/files-in-order.ts';
import type { MadeOf } from '../domain/project/derived-values.ts';
import type { DatasetRecord, Project } from '../domain/project/project.ts';
import type { Role } from '../domain/project/role.ts';
import type { WorkStep } from '../domain/project/work-step.ts';
import type { Workbench } from '../domain/project/workbench.ts';
import { columnNumbers } from '../domain/tables/number-cell.ts';
import { columnNamed, type SourceTable } from '../domain/tables/source-table.ts';
import { gridOfRaster } from '../domain/terrain/grid-of-raster.ts';
import type { HeightGrid } from '../domain/terrain/height-grid.ts';
import type { HeightModel } from '../domain/terrain/height-model.ts';
import { HeightsRefused } from '../domain/terrain/heights-refused.ts';
import type { MeasuredBy } from '../domain/terrain/heights-said.ts';
import { modelHeights, type Standing } from '../domain/terrain/model-heights.ts';
import { type Building, DEFAULT_METRES_PER_LEVEL } from '../domain/terrain/raise-buildings.ts';
import type { Tree } from '../domain/terrain/raise-trees.ts';
import { placedBuildings, placedTrees, type StandingColumns } from '../domain/terrain/standing-things.ts';
import type { StudyBench } from './study-bench.ts';

/**
 * The heights of a project, made once and kept in the worker for as long as its files and choices are the same. Throws
 * HeightsRefused with a remedy where it has none, or where they do not fit each other. Needs `loadGrid`.
 */
export function* projectHeights(
  { workbench }: Pick<StudyBench, 'workbench'>,
  project: Project,
): Generator<WorkStep, HeightModel> {
  const datasets = filesInOrder(project.datasets).filter(
    ({ role, supersededBy }) => HEIGHT_ROLES.has(role) && supersededBy === undefined,
  );
  const leafMarginMetres = project.radio?.leafMarginMetres.value ?? null;
  const madeOf = [...datasets.map(madeOfDataset), { choice: leafMarginMetres }];
  const known = workbench.derived.made<HeightModel>(WHAT, madeOf);
  if (known) return known;
  const inRole = (role: Role): DatasetRecord[] => datasets.filter((dataset) => dataset.role === role);
  const grids: Record<'surfaces' | 'grounds' | 'canopies', HeightGrid[]> = {
    surfaces: [],
    grounds: [],
    canopies: [],
  };
  const anew: string[] = [];
  for (const dataset of inRole('heights')) {
    const { grid, from } = yield* gridOf(workbench, dataset);
    grids[LISTS[dataset.heights?.kind ?? 'surface']].push(grid);
    if (from.name !== grid.system.name)
      anew.push(`${dataset.fileName}: laid out anew from ${from.name} in ${grid.system.name}, interpolated.`);
  }
  const buildings = inRole('buildings');
  const made = yield* modelHeights({
    ...grids,
    buildings: buildings.map((dataset) => standing(workbench, dataset, placedBuildings)),
    trees: inRole('trees').map((dataset) => standing(workbench, dataset, placedTrees)),
    metresPerLevel: buildings.at(-1)?.metresPerLevel ?? DEFAULT_METRES_PER_LEVEL,
    leafMarginMetres,
  });
  const model = { ...made, notes: [...made.notes, ...anew] };
  workbench.derived.keepMade(WHAT, madeOf, model);
  return model;
}

const WHAT = 'heights';
const HEIGHT_ROLES: ReadonlySet<Role> = new Set(['heights', 'buildings', 'trees']);
const LISTS: Record<MeasuredBy, 'surfaces' | 'grounds' | 'canopies'> = {
  surface: 'surfaces',
  assumed: 'surfaces',
  ground: 'grounds',
  canopy: 'canopies',
};

/** All of a dataset that the model is made of. */
function madeOfDataset(dataset: DatasetRecord): MadeOf {
  const { contentId, role, roles, heights, coordinates, metresPerLevel, source, fileName } = dataset;
  return {
    contentId,
    choice: [
      role,
      roles,
      heights ?? null,
      coordinates ?? null,
      metresPerLevel ?? null,
      source.date,
      fileName,
    ],
  };
}

/** A file's heights on their working grid, and the system that the file has them in. */
function* gridOf(
  workbench: Workbench,
  dataset: DatasetRecord,
): Generator<WorkStep, { readonly grid: HeightGrid; readonly from: CoordinateSystem }> {
  const { contentId, fileName, coordinates, heights: said } = dataset;
  const { heights } = workbench.tableAsRead(contentId);
  if (!heights)
    throw new HeightsRefused(
      'NO_HEIGHTS',
      `${fileName} was kept without its heights, or is no grid of them. Give the file again.`,
    );
  const reading = coordinates ? chosenReading(coordinates) : null;
  if (reading?.swapped)
    throw new HeightsRefused(
      'NO_SYSTEM',
      `${fileName} is a grid, whose coordinates cannot be changed over. Choose another under Coordinates.`,
    );
  if (coordinates === 'british-feet')
    throw new HeightsRefused(
      'NOT_METRES',
      `${fileName} is in feet, its heights too for all that is known. Save it in metres, from your GIS.`,
    );
  const system = reading?.system ?? heights.system;
  if (!system)
    throw new HeightsRefused(
      'NO_SYSTEM',
      `${fileName} names no coordinate system. Say it: on the Data page under Coordinates of that file, or on a command line with --crs.`,
    );
  const part = {
    kind: said?.kind ?? 'surface',
    vintage: said?.vintage ?? null,
    source: fileName,
    verticalDatum: heights.verticalDatum,
  } as const;
  return { grid: yield* gridOfRaster({ ...heights, system }, part), from: system };
}

function standing<Thing extends Building | Tree>(
  workbench: Workbench,
  { contentId, fileName, source, roles }: DatasetRecord,
  place: (table: SourceTable, columns: StandingColumns, convert: Convert) => Generator<WorkStep, Thing[]>,
): Standing<Thing> {
  const table = workbench.table(contentId);
  const numbers = (name: string | undefined): Float64Array | null => {
    const column = name === undefined ? undefined : columnNamed(table.columns, name);
    return column ? columnNumbers(column) : null;
  };
  const columns = {
    height: numbers(roles.height),
    levels: numbers(roles.levels),
    crown: numbers(roles.crown),
    roles,
  };
  return {
    source: fileName,
    vintage: source.date,
    placed: (system: CoordinateSystem) => place(table, columns, converterFromDegrees(system)),
  };
}

type Convert = (lon: number, lat: number) => [number, number];
