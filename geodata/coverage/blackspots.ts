import { noiseOf } from '../ground/noise.ts';
import { distanceMetres, headingTo, type Position } from '../ground/position.ts';
import { Random } from '../ground/random.ts';
import type { TownPlan } from '../plan/town-plan.ts';

/** A place the networks passed by, and how far. */
export interface Blackspot {
  readonly reason: 'estate' | 'business park' | 'conservation area' | 'rural edge';
  readonly centre: Position;
  /** Furthest from the centre that it can reach. */
  readonly radiusMetres: number;
  /** Distance from the centre to the rim in a direction (radians). */
  readonly reach: (heading: number) => number;
}

/**
 * Why people are left out, as councils find it: estates where no landlord signed a wayleave, business parks that home
 * networks skip, a conservation area without masts or dug streets, and the villages on one side of the borough.
 */
export function blackspotsOf(plan: TownPlan, seed: string): Blackspot[] {
  const random = new Random(`${seed} blackspots`);
  const spots: Blackspot[] = [];
  const reasons = new Set(['estate', 'business park', 'conservation area']);
  for (const zone of plan.zones) {
    if (!reasons.has(zone.kind)) continue;
    const radiusMetres =
      zone.radiusMetres * (zone.kind === 'business park' ? 1.35 : zone.kind === 'estate' ? 0.92 : 0.8);
    spots.push(spotOf(zone.kind as Blackspot['reason'], zone.centre, radiusMetres));
  }
  const largest = plan.settlements[0].centre;
  const away = headingTo(largest, plan.site.centre) + Math.PI + random.between(-0.3, 0.3);
  for (const settlement of plan.settlements) {
    if (settlement.kind !== 'village') continue;
    const turn = headingTo(plan.site.centre, settlement.centre) - away;
    const isOnThatSide =
      Math.cos(turn) > 0.72 &&
      distanceMetres(settlement.centre, plan.site.centre) > 0.4 * plan.site.radiusMetres;
    if (isOnThatSide || random.chance(0.03))
      spots.push(spotOf('rural edge', settlement.centre, 1.15 * settlement.radiusMetres + 420));
  }
  return spots;
}

/** How deep in a blackspot a position lies: 1 in the middle, 0 from its rim outwards. */
export function depthIn(spots: readonly Blackspot[], position: Position): number {
  let deepest = 0;
  for (const { centre, radiusMetres, reach } of spots) {
    const out = distanceMetres(centre, position);
    if (out < radiusMetres) deepest = Math.max(deepest, 1 - out / reach(headingTo(centre, position)));
  }
  return deepest;
}

function spotOf(reason: Blackspot['reason'], centre: Position, radiusMetres: number): Blackspot {
  const shape = noiseOf(`blackspot ${centre[0]}`, 0.8);
  return {
    reason,
    centre,
    radiusMetres: 1.3 * radiusMetres,
    reach: (heading) => radiusMetres * (1 + 0.3 * shape(Math.cos(heading), Math.sin(heading))),
  };
}
