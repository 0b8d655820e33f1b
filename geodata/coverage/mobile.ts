import { type Field, fieldOver, polygonsAbove } from '../ground/contours.ts';
import { noiseOf } from '../ground/noise.ts';
import { distanceMetres, moved, type Position } from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import type { TownPlan } from '../plan/town-plan.ts';
import { type Blackspot, depthIn } from './blackspots.ts';

/** A mobile operator. */
export interface MobileOperator {
  readonly key: string;
  readonly name: string;
  /** Share of villages with a mast of its own. */
  readonly villages: number;
  /** Town masts for each square kilometre of town. */
  readonly density: number;
}

/** Fictional companies. */
export const MOBILE_OPERATORS: readonly MobileOperator[] = [
  { key: 'dunlin', name: 'Dunlin Mobile', villages: 0.5, density: 1.1 },
  { key: 'plover', name: 'Plover', villages: 0.34, density: 0.9 },
  { key: 'whimbrel', name: 'Whimbrel Telecom', villages: 0.2, density: 0.75 },
];

/**
 * An operator's outdoor 5G at both confidences: where its best mast is heard well enough, allowing for ground and
 * trees (smooth noise) and for blackspots. Very high is a higher level of the same field, so it lies within high.
 */
export function mobileCoverage(
  plan: TownPlan,
  operator: MobileOperator,
  spots: readonly Blackspot[],
  seed: string,
): { high: Position[][][]; veryHigh: Position[][][] } {
  const field = fieldOver(plan.site.centre, 1.4 * plan.site.radiusMetres, CELL_METRES, UNHEARD);
  const ground = noiseOf(`${seed} ${operator.key} ground`, 900);
  const span = Math.ceil(EARSHOT_METRES / CELL_METRES);
  for (const mast of mastsOf(plan, operator, spots, seed)) {
    const column = Math.round((mast[0] - field.west) / CELL_METRES);
    const row = Math.round((mast[1] - field.south) / CELL_METRES);
    for (let r = Math.max(1, row - span); r <= Math.min(field.rows - 2, row + span); r++) {
      for (let c = Math.max(1, column - span); c <= Math.min(field.columns - 2, column + span); c++) {
        const dx = field.west + c * CELL_METRES - mast[0];
        const dy = field.south + r * CELL_METRES - mast[1];
        // Relative strength only: 35 decibels a decade of distance, none at 1 km.
        const strength = -17.5 * Math.log10((dx * dx + dy * dy + 900) / 1e6);
        const i = r * field.columns + c;
        if (strength > field.values[i]) field.values[i] = strength;
      }
    }
  }
  const depths = depthsOver(field, spots);
  field.values.forEach((strength, i) => {
    if (strength === UNHEARD) return;
    const x = field.west + (i % field.columns) * CELL_METRES;
    const y = field.south + Math.floor(i / field.columns) * CELL_METRES;
    field.values[i] = strength + 5 * ground(x, y) - 60 * Math.min(0.6, depths[i]);
  });
  return { high: polygonsAbove(field, HIGH), veryHigh: polygonsAbove(field, VERY_HIGH) };
}

const CELL_METRES = 70;
const EARSHOT_METRES = 2600;
const UNHEARD = -60;
const HIGH = -7;
const VERY_HIGH = -2;

/** How deep in a blackspot each corner of the field lies. */
function depthsOver(field: Field, spots: readonly Blackspot[]): Float32Array {
  const depths = new Float32Array(field.values.length);
  for (const spot of spots) {
    const { centre, radiusMetres } = spot;
    const first = (low: number, from: number) => Math.max(0, Math.ceil((low - from) / field.cellMetres));
    for (let row = first(centre[1] - radiusMetres, field.south); row < field.rows; row++) {
      const y = field.south + row * field.cellMetres;
      if (y > centre[1] + radiusMetres) break;
      for (let column = first(centre[0] - radiusMetres, field.west); column < field.columns; column++) {
        const x = field.west + column * field.cellMetres;
        if (x > centre[0] + radiusMetres) break;
        const i = row * field.columns + column;
        depths[i] = Math.max(depths[i], depthIn([spot], [x, y]));
      }
    }
  }
  return depths;
}

/** Masts: spread over towns, one at some villages; none within a blackspot. */
function mastsOf(
  plan: TownPlan,
  operator: MobileOperator,
  spots: readonly Blackspot[],
  seed: string,
): Position[] {
  const random = new Random(`${seed} masts ${operator.key}`);
  const masts: Position[] = [];
  for (const settlement of plan.settlements) {
    if (settlement.kind === 'village') {
      const place = moved(settlement.centre, random.between(-3, 3), 0.6 * settlement.radiusMetres);
      if (random.chance(operator.villages) && depthIn(spots, place) === 0) masts.push(place);
      continue;
    }
    const wanted = Math.max(
      2,
      Math.round(operator.density * Math.PI * (settlement.radiusMetres / 1000) ** 2),
    );
    const apart = 700 / Math.sqrt(operator.density);
    for (let attempt = 0, built = 0; attempt < 40 * wanted && built < wanted; attempt++) {
      const place = moved(
        settlement.centre,
        random.between(-Math.PI, Math.PI),
        Math.sqrt(random.next()) * 1.05 * settlement.radiusMetres,
      );
      if (depthIn(spots, place) > 0 || masts.some((mast) => distanceMetres(mast, place) < apart)) continue;
      masts.push(place);
      built++;
    }
  }
  return masts;
}
