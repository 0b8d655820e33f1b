import { VIEW_SEEN, viewshed } from '../../domain/radio/viewshed.ts';
import { type CaseObject, isAside, isObject, numberOf, numbersOf, objectsOf } from './case-document.ts';
import { CaseFileFault } from './case-file-fault.ts';
import { caseGrid } from './case-grid.ts';
import type { DocumentKind } from './case-kind.ts';
import type { Comparison } from './compared-figure.ts';

/** Shares of the cells on which both peers agree that must be answered as they do; the file says them in words only. */
const LEAST_SEEN = 0.99;
const LEAST_HIDDEN = 0.985;

/** Viewsheds on which two peers agree, cell by cell; cells on which they do not are free. */
export const viewsheds: DocumentKind = {
  kind: 'document',
  what: 'viewsheds (cells that two peers both see, or neither)',
  matches: (document) =>
    isObject(document) &&
    isObject(document.grids) &&
    objectsOf(document, 'cases').some((one) => Array.isArray(one.both_visible_rle)),
  cases: (document) =>
    objectsOf(document as CaseObject, 'cases').map((one, i) => {
      const name = typeof one.case === 'string' ? one.case : `case ${i + 1}`;
      return { name, aside: isAside(one), compare: () => compared(document as CaseObject, one, name) };
    }),
};

function compared({ grids }: CaseObject, one: CaseObject, name: string): Comparison[] {
  const given = isObject(grids) && typeof one.grid === 'string' ? grids[one.grid] : null;
  if (!isObject(given)) throw new CaseFileFault('NO_FIGURE', `${name} names no grid of the file.`);
  const west = numberOf(given, 'x0', name);
  const north = numberOf(given, 'y_top', name);
  const grid = caseGrid(given, { rows: 'rows_north_to_south', cell: 'cell_m', west, north }, name);
  const column = numberOf(one, 'obs_col', name);
  const row = numberOf(one, 'obs_row', name);
  const curvature = numberOf(one, 'curvature_coeff', name);
  const x = west + (column + 0.5) * grid.cellWidthMetres;
  const y = north - (row + 0.5) * grid.cellHeightMetres;
  const metres = grid.heights[row * grid.columns + column] + numberOf(one, 'obs_height_m', name);
  const reach = Math.max(grid.columns, grid.rows);
  const steps = viewshed(
    grid,
    { x, y, metres },
    {
      radiusMetres: 2 * reach * grid.cellWidthMetres,
      targetMetres: numberOf(one, 'target_height_m', name),
      earthFactor: curvature === 0 ? Number.POSITIVE_INFINITY : 1 / curvature,
    },
  );
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { views, columns } = step.value;
  const isSeen = (cell: number): boolean => {
    const down = Math.floor(cell / grid.columns) - row + 2 * reach;
    return views[down * columns + (cell % grid.columns) - column + 2 * reach] === VIEW_SEEN;
  };
  const cells = grid.heights.length;
  return [
    agreement('seen by both', runs(one, 'both_visible_rle', { name, cells }), isSeen, LEAST_SEEN),
    agreement(
      'hidden to both',
      runs(one, 'neither_visible_rle', { name, cells }),
      (cell) => !isSeen(cell),
      LEAST_HIDDEN,
    ),
  ];
}

function agreement(
  what: string,
  cells: readonly number[],
  agrees: (cell: number) => boolean,
  least: number,
): Comparison {
  const computed = cells.length === 0 ? 1 : cells.filter(agrees).length / cells.length;
  return {
    what: `share of the cells ${what}`,
    expected: 1,
    computed,
    error: 1 - computed,
    allowed: 1 - least,
    unit: 'of them',
  };
}

/** The cells of the runs of ones; runs begin with one of zeros. */
function runs(one: CaseObject, member: string, { name, cells }: { name: string; cells: number }): number[] {
  const found: number[] = [];
  let at = 0;
  for (const [i, length] of numbersOf(one, member, name).entries()) {
    if (i % 2 === 1) for (let cell = at; cell < at + length; cell++) found.push(cell);
    at += length;
  }
  if (at > cells) throw new CaseFileFault('NO_FIGURE', `${name} has runs beyond its grid in ${member}.`);
  return found;
}
