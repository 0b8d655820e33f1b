import type { CoordinateSystem } from '../geo/coordinate-system.ts';
import type { WorkStep } from '../project/work-step.ts';
import { counted } from '../tables/issue-collector.ts';
import { addCanopy } from './add-canopy.ts';
import { checkSurfaceOnGround } from './check-surface-on-ground.ts';
import { BESIDE_METRES, frameOfStanding } from './frame-of-standing.ts';
import { type GridFrame, type HeightGrid, type HeightPart, heightGrid } from './height-grid.ts';
import type { HeightModel } from './height-model.ts';
import { HeightsRefused } from './heights-refused.ts';
import { mosaicHeights } from './mosaic-heights.ts';
import { type Building, raiseBuildings } from './raise-buildings.ts';
import { raiseTrees, type Tree } from './raise-trees.ts';
import { frameAbout, resampleHeights } from './resample-heights.ts';
import { cellAt } from './sample-height.ts';

/** Things of a file that stand on the ground; their places are asked for in a grid's metres. */
export interface Standing<Thing> {
  readonly source: string;
  readonly vintage: string | null;
  readonly placed: (system: CoordinateSystem) => Generator<WorkStep, readonly Thing[]>;
}

/** All heights that a project has, by what they measure. */
export interface HeightsGiven {
  readonly surfaces: readonly HeightGrid[];
  readonly grounds: readonly HeightGrid[];
  readonly canopies: readonly HeightGrid[];
  readonly buildings: readonly Standing<Building>[];
  readonly trees: readonly Standing<Tree>[];
  readonly metresPerLevel: number;
  /** Null: nobody has chosen one, and none is added. */
  readonly leafMarginMetres: number | null;
}

/**
 * The model of a project's heights: surfaces joined where there are any, else the ground with buildings raised on it; trees
 * on either, with their leaf margin. Throws HeightsRefused with a remedy where nothing is a surface or ground, or they do
 * not fit each other. Needs `loadGrid`.
 */
export function* modelHeights(given: HeightsGiven): Generator<WorkStep, HeightModel> {
  const { surfaces, grounds, canopies, buildings, trees } = given;
  if (surfaces.length + grounds.length === 0) {
    const lacks = canopies.length + buildings.length + trees.length > 0;
    throw new HeightsRefused('NO_HEIGHTS', lacks ? NOTHING_BELOW : NO_HEIGHTS);
  }
  const notes: string[] = [];
  const system = (surfaces[0] ?? grounds[0]).system;
  let ground = grounds.length > 0 ? yield* joined(grounds, system) : null;
  let surface: HeightGrid;
  if (surfaces.length > 0) {
    surface = yield* joined(surfaces, system);
    if (ground) checkSurfaceOnGround(surface, ground);
    else notes.push('No ground model is loaded: heights above ground cannot be given.');
    if (buildings.length > 0)
      notes.push(`${namesOf(buildings)}: not raised, as the surface has its buildings already.`);
  } else {
    ({ surface, ground } = yield* raised(ground as HeightGrid, given, notes));
  }
  surface = yield* withTrees({ surface, ground, given, notes });
  return { surface, ground, notes: [...notes, ...partNotes(surface, ground)] };
}

const NO_HEIGHTS =
  'No heights are loaded. Give a surface, or a ground model with buildings, on the Data page.';
const NOTHING_BELOW =
  'Buildings and trees stand on nothing: no ground and no surface is loaded. Give one on the Data page.';

/** Grids as one in a system. A single one that lies in it is taken as it is. */
function* joined(grids: readonly HeightGrid[], system: CoordinateSystem): Generator<WorkStep, HeightGrid> {
  const laid: HeightGrid[] = [];
  for (const grid of grids) laid.push(yield* laidOut(grid, system));
  return laid.length === 1 ? laid[0] : yield* mosaicHeights(laid);
}

function* laidOut(grid: HeightGrid, system: CoordinateSystem): Generator<WorkStep, HeightGrid> {
  if (grid.system.name === system.name) return grid;
  const raster = rasterOf(grid);
  const frame = frameAbout(raster, system);
  return heightGrid(frame, yield* resampleHeights(raster, frame), grid.parts[0]);
}

function rasterOf({ cellWidthMetres, cellHeightMetres, ...grid }: HeightGrid) {
  return { ...grid, cellWidth: cellWidthMetres, cellHeight: cellHeightMetres };
}

/**
 * The ground with its buildings, on cells fine enough for them; and the ground on the very same cells, so that the surface
 * lies nowhere below it.
 */
function* raised(
  ground: HeightGrid,
  given: HeightsGiven,
  notes: string[],
): Generator<WorkStep, { surface: HeightGrid; ground: HeightGrid }> {
  const buildings = yield* placedIn(given.buildings, ground.system);
  const trees = yield* placedIn(given.trees, ground.system);
  if (buildings.length === 0)
    notes.push('No buildings are loaded and no surface: nothing but bare ground and trees is in the way.');
  if (buildings.length + trees.length + given.canopies.length === 0) return { surface: ground, ground };
  const fine = yield* onFrame(
    ground,
    frameOfStanding(ground, { buildings, trees, canopies: given.canopies }),
  );
  notes.push(
    `Surface made of ground${buildings.length > 0 ? ' and buildings' : ''} in cells of ${metresWords(fine.cellWidthMetres)}; beyond ${BESIDE_METRES} m from what stands there it is not known.`,
  );
  if (buildings.length === 0) return { surface: fine, ground: fine };
  const { metresPerLevel } = given;
  const part = { source: namesOf(given.buildings), vintage: sharedVintage(given.buildings) };
  const { grid, ...counts } = yield* raiseBuildings(fine, buildings, { ...part, metresPerLevel });
  if (counts.byLevels > 0)
    notes.push(
      `${counted(counts.byLevels, 'building')} without a height: ${metresPerLevel} m taken for each level (assumed).`,
    );
  if (counts.notKnown > 0)
    notes.push(
      `${counted(counts.notKnown, 'building')} without height and levels: what stands there is not known.`,
    );
  if (counts.outside > 0) notes.push(`${counted(counts.outside, 'building')} outside the ground: left out.`);
  return { surface: grid, ground: fine };
}

/** The things of all files. */
function* placedIn<Thing>(
  files: readonly Standing<Thing>[],
  system: CoordinateSystem,
): Generator<WorkStep, readonly Thing[]> {
  const things: Thing[] = [];
  for (const file of files) for (const thing of yield* file.placed(system)) things.push(thing);
  return things;
}

/** A grid laid out on another frame of its system, each cell of the part that its middle lies in. */
function* onFrame(grid: HeightGrid, frame: GridFrame): Generator<WorkStep, HeightGrid> {
  const laid = heightGrid(frame, yield* resampleHeights(rasterOf(grid), frame), grid.parts[0]);
  const { partOf, parts } = grid;
  if (partOf === null) return laid;
  const { west, north, cellWidthMetres, cellHeightMetres, columns, rows } = frame;
  const partOfLaid = new Uint8Array(laid.heights.length);
  for (let row = 0; row < rows; row++) {
    if (row % ROWS_A_STEP === 0) yield { what: 'Laying out heights', fraction: row / rows };
    const y = north - (row + 0.5) * cellHeightMetres;
    for (let column = 0; column < columns; column++)
      partOfLaid[row * columns + column] =
        partOf[cellAt(grid, west + (column + 0.5) * cellWidthMetres, y)] ?? 0;
  }
  return { ...laid, parts, partOf: partOfLaid };
}

const ROWS_A_STEP = 32;

/** Trees on a surface: canopies as they were measured, then those that stand alone. */
function* withTrees({
  surface,
  ground,
  given,
  notes,
}: {
  readonly surface: HeightGrid;
  readonly ground: HeightGrid | null;
  readonly given: HeightsGiven;
  readonly notes: string[];
}): Generator<WorkStep, HeightGrid> {
  const { canopies, trees, leafMarginMetres } = given;
  const isFlown = given.surfaces.length > 0;
  if (canopies.length + trees.length === 0) {
    if (isFlown) notes.push('No trees are loaded: they are as the surface has them, without a leaf margin.');
    return surface;
  }
  const canopy =
    canopies.length > 0
      ? yield* joined(canopies, surface.system)
      : yield* canopyOf(trees, { surface, notes });
  if (canopies.length > 0 && trees.length > 0)
    notes.push(`${namesOf(trees)}: left out, as the canopy of ${sourcesOf(canopies)} has its trees.`);
  const standing = yield* addCanopy({ surface, ground, canopy, leafMarginMetres: leafMarginMetres ?? 0 });
  notes.push(
    leafMarginMetres === null
      ? 'No leaf margin is chosen yet: none is added over trees.'
      : `${metresWords(leafMarginMetres)} of leaf margin added over trees.`,
  );
  return standing;
}

/** Trees that stand alone, as a canopy on the surface's cells. */
function* canopyOf(
  files: HeightsGiven['trees'],
  { surface, notes }: { readonly surface: HeightGrid; readonly notes: string[] },
): Generator<WorkStep, HeightGrid> {
  const things = yield* placedIn(files, surface.system);
  const part = { source: namesOf(files), vintage: sharedVintage(files) };
  const { canopy, crownsAssumed, notKnown } = yield* raiseTrees(surface, things, part);
  if (crownsAssumed > 0)
    notes.push(`${counted(crownsAssumed, 'tree')} without a crown: as wide as half the height (assumed).`);
  if (notKnown > 0) notes.push(`${counted(notKnown, 'tree')} without a height: left out.`);
  return canopy;
}

/** What is not known of the parts, or nobody measured. */
function partNotes(surface: HeightGrid, ground: HeightGrid | null): string[] {
  const parts = [...surface.parts, ...(ground?.parts ?? [])];
  const names = (wanted: (part: HeightPart) => boolean): string =>
    [...new Set(parts.filter(wanted).map(({ source }) => source))].join(', ');
  const undated = names(({ vintage, kind }) => vintage === null && kind !== 'assumed');
  const assumed = names(({ kind }) => kind === 'assumed');
  const without = names(
    ({ verticalDatum, kind }) => verticalDatum === null && (kind === 'surface' || kind === 'ground'),
  );
  return [
    ...(undated ? [`When it was measured is not known: ${undated}.`] : []),
    ...(assumed ? [`Assumed, not measured: ${assumed}.`] : []),
    ...(without ? [`What 0 m is, the file does not say: ${without}. Heights above sea are from its 0.`] : []),
  ];
}

function namesOf(files: readonly { readonly source: string }[]): string {
  return [...new Set(files.map(({ source }) => source))].join(', ');
}

function sourcesOf(grids: readonly HeightGrid[]): string {
  return namesOf(grids.flatMap(({ parts }) => parts));
}

/** The vintage of several files; null where it is not known or not one. */
function sharedVintage(files: readonly { readonly vintage: string | null }[]): string | null {
  const vintages = new Set(files.map(({ vintage }) => vintage));
  return vintages.size === 1 ? [...vintages][0] : null;
}

function metresWords(metres: number): string {
  return `${metres.toLocaleString('en-GB', { maximumFractionDigits: 2 })} m`;
}
