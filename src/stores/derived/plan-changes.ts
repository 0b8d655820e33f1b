import type { ComparedPlans, ServedHow } from '../../domain/evaluation/compared-plans.ts';
import { placeKey } from './place-key.ts';
import { CHANGES, type PlaceChange } from './plan-looks.ts';

type ComparedPlace = ComparedPlans['places'][number];

/** A place of compared plans, and what becomes of it with another plan in the stead of the first. */
export interface ChangedPlace extends ComparedPlace {
  readonly key: string;
  readonly change: PlaceChange;
}

export interface PlanChanges {
  readonly places: readonly ChangedPlace[];
  /** Units by what becomes of them, and of how many. */
  readonly units: Readonly<Record<PlaceChange, number>>;
  readonly all: number;
}

/** What each place gains or loses with plan number `other` in the stead of the first. Kept for as long as the answer is. */
export function planChanges(compared: ComparedPlans, other: number): PlanChanges {
  const kept = KEPT.get(compared) ?? [];
  KEPT.set(compared, kept);
  kept[other] ??= makeChanges(compared, other);
  return kept[other];
}

const KEPT = new WeakMap<ComparedPlans, PlanChanges[]>();

function makeChanges(compared: ComparedPlans, other: number): PlanChanges {
  const units = Object.fromEntries(CHANGES.map((change) => [change, 0])) as Record<PlaceChange, number>;
  let all = 0;
  const places = compared.places
    .filter(({ served }) => served[0] !== 'not asked' || served[other] !== 'not asked')
    .map((place) => {
      const change = changeOf(place.served[0], place.served[other]);
      units[change] += place.units;
      all += place.units;
      return { ...place, key: placeKey(place), change };
    });
  return { places, units, all };
}

/** A plan that is not for a place neither wins nor loses it. */
function changeOf(first: ServedHow, other: ServedHow): PlaceChange {
  if (first === 'not asked' || other === 'not asked') return 'asked of one';
  if (first === other) return first === 'none' ? 'neither' : 'as before';
  if (first === 'none') return 'gained';
  return other === 'none' ? 'lost' : 'other way';
}
