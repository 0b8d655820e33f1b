import { noiseOf } from '../ground/noise.ts';
import { PointGrid } from '../ground/point-grid.ts';
import { distanceMetres, type Position, resampled } from '../ground/position.ts';
import type { TownPlan } from '../plan/town-plan.ts';
import { zoneHolds } from '../plan/zones.ts';

/** Metres above sea of the bare ground, to the centimetre. */
export type GroundHeight = (position: Position) => number;

/**
 * Ground as the plan's rivers would have cut it: rolling hills, valleys a kilometre wide that fall along each course, and
 * lakes that lie level. Invented.
 */
export function groundHeightOf(
  { rivers, zones }: Pick<TownPlan, 'rivers' | 'zones'>,
  seed: string,
): GroundHeight {
  const hills = noiseOf(`${seed} hills`, 3200);
  const slopes = noiseOf(`${seed} slopes`, 900);
  const folds = noiseOf(`${seed} folds`, 260);
  const beds = bedsOf(rivers);
  const dry = ([x, y]: Position): number => {
    const open = 66 + 34 * hills(x, y) + 9 * slopes(x, y) + 2 * folds(x, y);
    let nearest = VALLEY_METRES ** 2;
    let bed = 0;
    beds.near([x, y], VALLEY_METRES, (_, height, squared) => {
      if (squared < nearest) {
        nearest = squared;
        bed = height;
      }
      return false;
    });
    if (nearest === VALLEY_METRES ** 2) return open;
    const across = Math.sqrt(nearest) / VALLEY_METRES;
    return bed + Math.max(3, open - bed) * across * across * (3 - 2 * across);
  };
  const lakes = zones
    .filter(({ kind }) => kind === 'water')
    .map((zone) => ({ zone, level: Math.min(...zone.outline.map(dry)) }));
  return (position) => {
    const lake = lakes.find(({ zone }) => zoneHolds(zone, position));
    return Math.round((lake ? lake.level : dry(position)) * 100) / 100;
  };
}

/** From a river's middle to where its valley ends. */
const VALLEY_METRES = 1100;

/** The beds of rivers, falling a metre in each kilometre from 44 m where they come in. */
function bedsOf(rivers: TownPlan['rivers']): PointGrid<number> {
  const grid = new PointGrid<number>(250);
  for (const { line } of rivers) {
    let along = 0;
    let last = line[0];
    for (const point of resampled(line, 25)) {
      along += distanceMetres(last, point);
      last = point;
      grid.add(point, Math.max(12, 44 - along / 1000));
    }
  }
  return grid;
}
