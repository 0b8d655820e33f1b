import type { Crossover } from '../../domain/evaluation/crossover.ts';
import type { Intervention } from '../../domain/plan/intervention.ts';
import { cheapestAt, surenessAt } from './crossover-places.ts';
import { placeKey } from './place-key.ts';
import type { PlanAnswers } from './plan-answers.ts';
import type { PlaceChange } from './plan-looks.ts';

/** Premises of a plan as a map draws them. */
export interface PlanMark {
  readonly key: string;
  readonly lon: number;
  readonly lat: number;
  /** Name of its look, as `planLookOf` takes it. */
  readonly look: string;
  /** 0 … 1: how large and how full it is drawn; left out: 1. */
  readonly size?: number;
  readonly opacity?: number;
}

/** What a design does at each place of a plan. Where nothing is built nobody is served. */
export function designMarks(answers: PlanAnswers, kind: Intervention): readonly PlanMark[] {
  const kept = DESIGN_MARKS.get(answers) ?? new Map<Intervention, readonly PlanMark[]>();
  DESIGN_MARKS.set(answers, kept);
  const made =
    kept.get(kind) ??
    answers.places.map(({ key, lon, lat, answers: of }) => {
      const how = kind === 'leave as it is' ? 'none' : of[kind]?.how;
      return { key, lon, lat, look: how === undefined ? 'asked' : `answer:${how}` };
    });
  kept.set(kind, made);
  return made;
}

const DESIGN_MARKS = new WeakMap<PlanAnswers, Map<Intervention, readonly PlanMark[]>>();

/** What is cheapest at each place, and how surely. */
export function crossoverMarks(crossover: Crossover): readonly PlanMark[] {
  const kept = CROSSOVER_MARKS.get(crossover);
  if (kept) return kept;
  const { lon, lat } = crossover;
  const made = Array.from(lon, (at, i): PlanMark => {
    const sureness = surenessAt(crossover, i);
    const look = `cheapest:${cheapestAt(crossover, i)}`;
    const place = { lon: at, lat: lat[i] };
    return { ...place, key: placeKey(place), look: sureness === null ? look : `${look}:${sureness}` };
  });
  CROSSOVER_MARKS.set(crossover, made);
  return made;
}

const CROSSOVER_MARKS = new WeakMap<Crossover, readonly PlanMark[]>();

/** What becomes of each place. */
export function changeMarks(
  places: readonly { readonly lon: number; readonly lat: number; readonly change: PlaceChange }[],
): readonly PlanMark[] {
  return places.map(({ lon, lat, change }) => ({
    key: placeKey({ lon, lat }),
    lon,
    lat,
    look: `change:${change}`,
  }));
}
