import type { Crossover } from '../../domain/evaluation/crossover.ts';
import type { Intervention } from '../../domain/plan/intervention.ts';
import { cheapestAt, surenessAt } from './crossover-places.ts';
import { placeKey } from './place-key.ts';
import type { PlanAnswers } from './plan-answers.ts';
import { type PlaceChange, SURENESS_LOOKS } from './plan-looks.ts';

/** Premises of a plan as a map draws them. */
export interface PlanMark {
  readonly key: string;
  readonly lon: number;
  readonly lat: number;
  readonly units: number;
  /** Name of its look among those of `plan-looks.ts`. */
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
    answers.places.map(({ key, lon, lat, units, answers: of }) => {
      const how = kind === 'leave as it is' ? 'none' : of[kind]?.how;
      return { key, lon, lat, units, look: how === undefined ? 'asked' : `answer:${how}` };
    });
  kept.set(kind, made);
  return made;
}

const DESIGN_MARKS = new WeakMap<PlanAnswers, Map<Intervention, readonly PlanMark[]>>();

/** What is cheapest at each place, and how surely. */
export function crossoverMarks(crossover: Crossover): readonly PlanMark[] {
  const kept = CROSSOVER_MARKS.get(crossover);
  if (kept) return kept;
  const { lon, lat, units } = crossover;
  const made = Array.from(lon, (at, i): PlanMark => {
    const sureness = surenessAt(crossover, i);
    const look = `cheapest:${cheapestAt(crossover, i)}`;
    const place = { lon: at, lat: lat[i] };
    const mark = { ...place, key: placeKey(place), units: units[i], look };
    if (sureness === null) return mark;
    const { size, opacity } = SURENESS_LOOKS[sureness];
    return { ...mark, look: `${look}:${sureness}`, size, opacity };
  });
  CROSSOVER_MARKS.set(crossover, made);
  return made;
}

const CROSSOVER_MARKS = new WeakMap<Crossover, readonly PlanMark[]>();

/** What becomes of each place. */
export function changeMarks(
  places: readonly (Omit<PlanMark, 'look'> & { readonly change: PlaceChange })[],
): readonly PlanMark[] {
  const kept = CHANGE_MARKS.get(places);
  if (kept) return kept;
  const made = places.map(({ key, lon, lat, units, change }) => ({
    key,
    lon,
    lat,
    units,
    look: `change:${change}`,
  }));
  CHANGE_MARKS.set(places, made);
  return made;
}

const CHANGE_MARKS = new WeakMap<object, readonly PlanMark[]>();
