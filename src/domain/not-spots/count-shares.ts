import type { LayerAnswers, ShareAnswers } from '../coverage/layer-answers.ts';
import { type PremisesTable, unitsAt } from '../premises/premises-table.ts';
import { CODES, groupCode } from './group-code.ts';
import type { RecipeNode } from './recipe.ts';
import { type Reduced, reduceRecipe } from './reduce-recipe.ts';
import type { LayerGroup, ResolvedNames } from './resolve-recipe.ts';
import { bandOfPart, type CountInterval, unitsOfPercent } from './share-band.ts';
import { emptyTally, type Places, placesOf, type Tally } from './tally.ts';

/** What is known of one premises: yes, no, not known, or only that it stands in an area with a share. */
export const ROW_NO = 0;
export const ROW_YES = 1;
export const ROW_NOT_KNOWN = 2;
export const ROW_SHARE = 3;

/** Counts with bands, and the answer of each row. */
export interface ShareCount {
  readonly tally: Tally;
  /** ROW_… per premises row. */
  readonly state: Uint8Array;
  /** Chance in percent that a ROW_SHARE row meets the recipe, as if shares were independent; 0 elsewhere. */
  readonly chance: Uint8Array;
}

/**
 * Counts a recipe in which some layers are shares. Premises with the same crisp answers are alike; for each kind the
 * recipe shrinks to what the shares must decide, and is then bounded per area and place. A place's band is the sum of
 * its areas' bands; the total's is worked out from whole areas, so it is narrower than the sum over wards.
 */
export function countShares(
  node: RecipeNode,
  names: ResolvedNames,
  answers: ReadonlyMap<string, LayerAnswers>,
  premises: PremisesTable,
  wardOf: Int32Array,
  wards: number,
): ShareCount {
  const places = placesOf(wards);
  const tally = emptyTally(places);
  const groups = groupList(names);
  const kinds = new Map<number, Reduced>();
  const cells = new Map<string, Cell>();
  // Neighbours in tile order mostly share a cell.
  let last: Cell | null = null;
  const state = new Uint8Array(premises.count);
  const cellOfRow: (Cell | null)[] = new Array(premises.count).fill(null);
  if (groups.length > MOST_GROUPS)
    throw new RangeError(`A recipe can ask about ${MOST_GROUPS} operators and layers at most.`);
  const codes = new Uint8Array(groups.length);
  for (let i = 0; i < premises.count; i++) {
    let kind = 0;
    for (let g = 0; g < groups.length; g++) {
      codes[g] = groupCode(groups[g], answers, i);
      kind = kind * CODES + codes[g];
    }
    let reduced = kinds.get(kind);
    if (!reduced) {
      reduced = reduceRecipe(node, names, groups, codes, answers);
      kinds.set(kind, reduced);
    }
    const place = wardOf[i] < 0 ? places.outside : wardOf[i];
    const units = unitsAt(premises, i);
    if (reduced.kind !== 'shares') {
      state[i] = reduced.kind === 'yes' ? ROW_YES : reduced.kind === 'no' ? ROW_NO : ROW_NOT_KNOWN;
      if (reduced.kind === 'no') continue;
      const lists = reduced.kind === 'yes' ? [tally.low, tally.mid, tally.high] : [tally.notKnown];
      for (const list of lists) {
        list[place] += units;
        list[places.total] += units;
      }
      continue;
    }
    state[i] = ROW_SHARE;
    const cell: Cell = last && isSame(last, reduced, i) ? last : cellFor(cells, reduced, i);
    last = cell;
    cell.units.set(place, (cell.units.get(place) ?? 0) + units);
    cell.all += units;
    cellOfRow[i] = cell;
  }
  for (const cell of cells.values()) addCell(cell, tally, places);
  const chance = new Uint8Array(premises.count);
  for (let i = 0; i < premises.count; i++) {
    const cell = cellOfRow[i];
    if (cell) chance[i] = Math.round(cell.chance * 100);
  }
  return { tally, state, chance };
}

/** So many codes fit exactly into one number. */
const MOST_GROUPS = 20;

interface Cell {
  readonly reduced: Extract<Reduced, { kind: 'shares' }>;
  /** Area of each of the reduced recipe's layers. */
  readonly areas: readonly number[];
  readonly units: Map<number, number>;
  all: number;
  chance: number;
}

function groupList(names: ResolvedNames): LayerGroup[] {
  return [...names.values()].flat();
}

function isSame(cell: Cell, reduced: Reduced, row: number): boolean {
  if (cell.reduced !== reduced) return false;
  for (let k = 0; k < cell.areas.length; k++) {
    if (cell.reduced.layers[k].area[row] !== cell.areas[k]) return false;
  }
  return true;
}

function cellFor(cells: Map<string, Cell>, reduced: Extract<Reduced, { kind: 'shares' }>, row: number): Cell {
  const areas = reduced.layers.map((layer) => layer.area[row]);
  const key = `${reduced.id}@${areas.join(',')}`;
  let cell = cells.get(key);
  if (!cell) {
    cell = { reduced, areas, units: new Map(), all: 0, chance: 0 };
    cells.set(key, cell);
  }
  return cell;
}

function addCell(cell: Cell, tally: Tally, places: Places): void {
  for (const [place, part] of cell.units) addBand(tally, place, bandOf(cell, part));
  const whole = bandOf(cell, cell.all);
  addBand(tally, places.total, whole);
  cell.chance = cell.all === 0 ? 0 : whole.mid / cell.all;
}

/**
 * Layers on the same areas are combined for the whole area, then cut down to the part. Layers on different areas can
 * only be bounded within the part itself.
 */
function bandOf(cell: Cell, part: number): CountInterval {
  const { layers } = cell.reduced;
  const areaOf = (layer: ShareAnswers): number => cell.areas[layers.indexOf(layer)];
  const scaled = (layer: ShareAnswers, percent: CountInterval): CountInterval =>
    unitsOfPercent(percent, layer.unitsInArea[areaOf(layer)]);
  const units = layers.length > 0 ? layers[0].unitsInArea[cell.areas[0]] : part;
  const same = layers.every((layer, i) => {
    return (
      layer.codes[cell.areas[i]] === layers[0].codes[cell.areas[0]] &&
      layer.unitsInArea[cell.areas[i]] === units
    );
  });
  if (same) return bandOfPart(cell.reduced.bound({ units, areaOf, unitsOf: scaled }), units, part);
  const within = cell.reduced.bound({
    units: part,
    areaOf,
    unitsOf: (layer, percent) => bandOfPart(scaled(layer, percent), layer.unitsInArea[areaOf(layer)], part),
  });
  return bandOfPart(within, part, part);
}

function addBand(tally: Tally, place: number, band: CountInterval): void {
  tally.low[place] += band.low;
  tally.mid[place] += band.mid;
  tally.high[place] += band.high;
}
