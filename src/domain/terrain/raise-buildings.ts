import type { Shape } from '../areas/shape.ts';
import type { WorkStep } from '../project/work-step.ts';
import type { HeightGrid, HeightPart } from './height-grid.ts';

/** A building in two and a half dimensions: a footprint in the grid's metres with one flat roof. */
export interface Building {
  readonly footprint: Shape;
  /** Height above the lowest ground it touches, as OpenStreetMap's `height` is; null where nobody states it. */
  readonly heightMetres: number | null;
  /** Levels above ground; null where nobody states them. */
  readonly levels: number | null;
}

/** Metres taken for a level where nobody states a height: a storey of homes with its floor. Assumed. */
export const DEFAULT_METRES_PER_LEVEL = 3;

/** What became of the buildings. */
export interface RaisedBuildings {
  /** The ground with roofs on it. Parts: those of the ground, buildings by height, and by levels (assumed) if there are any. */
  readonly grid: HeightGrid;
  readonly byHeight: number;
  readonly byLevels: number;
  /** Buildings of unknown height: their cells are not known. */
  readonly notKnown: number;
  /** Buildings without a cell of known ground below them. */
  readonly outside: number;
}

/**
 * Ground with buildings on it. A cell belongs to a building where its centre lies inside the footprint (even–odd); one too
 * small to hold any centre takes the cell of its first corner. The roof lies its height, or its levels times
 * `metresPerLevel` (a stated assumption), above the lowest ground below it, but never below the ground. The higher of two
 * roofs counts. A building of unknown height stands there all the same: its cells are not known, never ground.
 */
export function* raiseBuildings(
  ground: HeightGrid,
  buildings: readonly Building[],
  given: Pick<HeightPart, 'source' | 'vintage'> & { readonly metresPerLevel: number },
): Generator<WorkStep, RaisedBuildings> {
  const { metresPerLevel, source, vintage } = given;
  const heights = ground.heights.slice();
  const partOf = ground.partOf?.slice() ?? new Uint8Array(heights.length);
  const verticalDatum = ground.parts[0].verticalDatum;
  const stated = ground.parts.length;
  const counts = { byHeight: 0, byLevels: 0, notKnown: 0, outside: 0 };
  for (const [i, { footprint, heightMetres, levels }] of buildings.entries()) {
    if (i % BUILDINGS_A_STEP === 0) yield { what: 'Raising buildings', fraction: i / buildings.length };
    const cells = cellsOf(ground, footprint);
    let lowest = Number.POSITIVE_INFINITY;
    for (const cell of cells) if (ground.heights[cell] < lowest) lowest = ground.heights[cell];
    if (lowest === Number.POSITIVE_INFINITY) {
      counts.outside++;
      continue;
    }
    const own = heightMetres ?? (levels === null ? Number.NaN : levels * metresPerLevel);
    if (Number.isNaN(own)) counts.notKnown++;
    else if (heightMetres === null) counts.byLevels++;
    else counts.byHeight++;
    for (const cell of cells) {
      const roof = Math.max(lowest + own, ground.heights[cell]);
      // What is not known stays so: a roof of unknown height may be the higher one.
      if (roof <= heights[cell]) continue;
      heights[cell] = Number.isNaN(heights[cell]) ? Number.NaN : roof;
      if (!Number.isNaN(own)) partOf[cell] = stated + (heightMetres === null ? 1 : 0);
    }
  }
  const assumed: HeightPart = {
    kind: 'assumed',
    vintage,
    source: `${source}, ${metresPerLevel} m a level`,
    verticalDatum,
  };
  const parts: HeightPart[] = [
    ...ground.parts,
    { kind: 'building', vintage, source, verticalDatum },
    ...(counts.byLevels > 0 ? [assumed] : []),
  ];
  return { grid: { ...ground, heights, parts, partOf }, ...counts };
}

const BUILDINGS_A_STEP = 200;

/** Row by row: between every other crossing of a row's middle with the footprint lie its cells. */
function cellsOf(grid: HeightGrid, footprint: Shape): number[] {
  const { west, north, cellWidthMetres, cellHeightMetres, columns, rows } = grid;
  const rings = footprint.flat();
  const ys = rings.flatMap((ring) => ring.map(([, y]) => (north - y) / cellHeightMetres));
  const from = Math.max(0, Math.ceil(Math.min(...ys) - 0.5));
  const to = Math.min(rows - 1, Math.floor(Math.max(...ys) - 0.5));
  const cells: number[] = [];
  for (let row = from; row <= to; row++) {
    const y = north - (row + 0.5) * cellHeightMetres;
    const crossings: number[] = [];
    for (const ring of rings)
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [ax, ay] = ring[j];
        const [bx, by] = ring[i];
        if (ay > y !== by > y)
          crossings.push((ax + ((bx - ax) * (y - ay)) / (by - ay) - west) / cellWidthMetres);
      }
    crossings.sort((one, other) => one - other);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2)
      for (
        let column = Math.max(0, Math.ceil(crossings[pair] - 0.5));
        column < Math.min(columns, Math.ceil(crossings[pair + 1] - 0.5));
        column++
      )
        cells.push(row * columns + column);
  }
  if (cells.length > 0 || rings.length === 0 || rings[0].length === 0) return cells;
  const [[x, y]] = rings[0];
  const column = Math.floor((x - west) / cellWidthMetres);
  const row = Math.floor((north - y) / cellHeightMetres);
  return column >= 0 && column < columns && row >= 0 && row < rows ? [row * columns + column] : [];
}
