import type { WorkStep } from '../project/work-step.ts';
import { antennasOn } from '../radio/place-reach.ts';
import { premisesPlace } from '../radio/premises-places.ts';
import type { Antenna } from '../radio/sight-path.ts';
import type { RoofsToJudge } from './hub-input.ts';

/** The places asked, those of one building together, in the order of the first of each. */
export function* placeTargets({ places, model, roofs, meter }: RoofsToJudge): Generator<WorkStep, Target[]> {
  const mast = meter.choices.premisesMastMetres.value;
  const ofBuilding = new Map<number, number[]>();
  const targets: Target[] = [];
  for (const [i, place] of places.entries()) {
    if (i % PLACES_A_STEP === 0) yield { what: 'Placing premises', fraction: i / places.length };
    const { building, points } = premisesPlace(place, model.surface, roofs);
    const before = ofBuilding.get(building);
    if (before) {
      before.push(i);
      continue;
    }
    const rows = [i];
    if (building >= 0) ofBuilding.set(building, rows);
    targets.push({ building, antennas: antennasOn(points, mast), places: rows });
  }
  return targets;
}

const PLACES_A_STEP = 64;

/** Places that share their antennas: those of one building, or one alone. */
export interface Target {
  readonly building: number;
  readonly antennas: readonly Antenna[];
  readonly places: readonly number[];
}
