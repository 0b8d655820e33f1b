import type { DigPlace, DigResult, MissedPlace } from '../../domain/dig/dig-design.ts';
import type { BuiltIntervention } from '../../domain/plan/intervention.ts';
import type { PlanDesign, PlanDesigns } from '../../domain/plan/plan-design.ts';
import type { RadioDesign, RadioMissed } from '../../domain/plan/radio-design.ts';
import { sharedRates } from '../../domain/plan/shared-rates.ts';
import type { Unit } from '../../domain/premises/premises-table.ts';
import { placeKey } from './place-key.ts';

/** What one design does for the premises at a point. */
export type PlaceAnswer =
  | { readonly how: 'fibre' }
  | {
      readonly how: 'radio';
      /** Id and name of the hub's roof. */
      readonly hub: string;
      readonly hubName: string;
      /** 0: in the hub's own building, by a cable indoors. */
      readonly metres: number;
      readonly megabitsPerSecond: number;
      /** Each one's share when all who take the service draw at once. */
      readonly atOnceMegabits: number;
    }
  | {
      readonly how: 'none' | 'not known';
      /** Why neither serves it, as far as each was asked. */
      readonly radio: RadioMissed | null;
      readonly dig: MissedPlace | null;
    };

/** A point with premises that a plan was asked to reach, and what each of its designs does there. */
export interface PlanPlace extends DigPlace {
  readonly key: string;
  /** Left out: there is no such design, or it does not say. */
  readonly answers: Partial<Readonly<Record<BuiltIntervention, PlaceAnswer>>>;
}

/** Every place that a plan's designs speak of, each once, in the order in which they do. */
export interface PlanAnswers {
  readonly unit: Unit;
  readonly places: readonly PlanPlace[];
  /** All units at the places. */
  readonly units: number;
}

/** What the designs of a plan do, place by place. Kept for as long as the designs are. */
export function planAnswers(designs: PlanDesigns): PlanAnswers {
  const kept = KEPT.get(designs);
  if (kept) return kept;
  const made = makeAnswers(designs);
  KEPT.set(designs, made);
  return made;
}

const KEPT = new WeakMap<PlanDesigns, PlanAnswers>();

function makeAnswers({ outcomes }: PlanDesigns): PlanAnswers {
  const places = new Map<
    string,
    { readonly place: DigPlace; readonly answers: Partial<Record<BuiltIntervention, PlaceAnswer>> }
  >();
  let unit: Unit | undefined;
  for (const { kind, design } of outcomes) {
    if (!design) continue;
    unit ??= design.radio?.unit ?? design.trench?.unit;
    for (const [key, { place, answer }] of answersOf(design)) {
      const known = places.get(key);
      if (known) known.answers[kind] = answer;
      else places.set(key, { place, answers: { [kind]: answer } });
    }
  }
  const listed = [...places].map(([key, { place, answers }]) => ({
    key,
    ids: place.ids,
    units: place.units,
    lon: place.lon,
    lat: place.lat,
    answers,
  }));
  return {
    unit: unit ?? 'premises',
    places: listed,
    units: listed.reduce((sum, { units }) => sum + units, 0),
  };
}

type Answers = Map<string, { readonly place: DigPlace; readonly answer: PlaceAnswer }>;

/** Fibre comes before radio, and either before why there is none. */
function answersOf({ radio, trench }: PlanDesign): Answers {
  const answers: Answers = new Map();
  for (const place of trench?.served ?? []) {
    if (!isHub(place)) answers.set(placeKey(place), { place, answer: { how: 'fibre' } });
  }
  if (radio) {
    const shares = sharedRates(radio);
    for (const [at, place] of radio.served.entries()) {
      const key = placeKey(place);
      if (!answers.has(key)) answers.set(key, { place, answer: radioAnswer(radio, place, shares[at]) });
    }
  }
  const dug = missedBy(trench);
  for (const miss of radio?.missed ?? []) {
    const key = placeKey(miss);
    if (answers.has(key)) continue;
    answers.set(key, {
      place: miss,
      answer: {
        how: miss.reason === 'heights are not known' ? 'not known' : 'none',
        radio: miss,
        dig: dug.get(key) ?? null,
      },
    });
  }
  for (const [key, miss] of dug) {
    if (!answers.has(key)) answers.set(key, { place: miss, answer: { how: 'none', radio: null, dig: miss } });
  }
  return answers;
}

function radioAnswer(
  { hubs }: RadioDesign,
  { hub, metres, megabitsPerSecond }: RadioDesign['served'][number],
  atOnceMegabits: number,
): PlaceAnswer {
  const { id, name } = hubs[hub].roof;
  return { how: 'radio', hub: id, hubName: name, metres, megabitsPerSecond, atOnceMegabits };
}

function missedBy(trench: DigResult | null): ReadonlyMap<string, MissedPlace> {
  return new Map((trench?.missed ?? []).filter((one) => !isHub(one)).map((one) => [placeKey(one), one]));
}

/** Whether a place of a trench is a hub's. */
function isHub({ ids, units }: DigPlace): boolean {
  return ids.length === 0 && units === 0;
}
