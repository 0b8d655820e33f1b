import { converterToDegrees } from '../geo/convert-coordinates.ts';
import { trueBearingDegrees } from '../geo/true-bearing.ts';
import type { HubRoof } from '../plan/hub-roof.ts';
import type { WorkStep } from '../project/work-step.ts';
import { diffractionOver } from '../radio/diffraction-over.ts';
import { OutOfRange, requireRange } from '../radio/out-of-range.ts';
import { placeEnd } from '../radio/place-end.ts';
import { antennasOn, bestPoint, slantMetres } from '../radio/place-reach.ts';
import { premisesPlace } from '../radio/premises-places.ts';
import { airOf, layOutSight, SightJudge } from '../radio/sight-judge.ts';
import type { Antenna } from '../radio/sight-path.ts';
import { fastestMegabits } from './backhaul-meter.ts';
import type { RoofsToJudge } from './hub-input.ts';

/** How a roof answers a place, as codes of `JudgedRoof.answers`; a greater one says more. */
export const ANSWERS = [
  'beyond the radius',
  'blocked',
  'too weak',
  'slower than asked',
  'not known',
  'reached',
] as const;

export type RoofAnswer = (typeof ANSWERS)[number];

export const REACHED = ANSWERS.indexOf('reached');

/** Whom a hub on a roof would reach, one entry each in every array, by place. */
export interface RoofReach {
  /** Place in the places that were asked. */
  readonly place: Int32Array;
  /** Along the ground, from antenna to antenna; 0 in the roof's own building, which a cable serves. */
  readonly metres: Float64Array;
  /** From the roof, clockwise from true north; NaN in its own building: any sector will do. */
  readonly azimuthDegrees: Float64Array;
  /** Antenna of the place above the datum of the surface; NaN in the roof's own building. */
  readonly seaMetres: Float64Array;
  /** In the rain reckoned with; in the roof's own building that of the device's fastest step. */
  readonly megabitsPerSecond: Float64Array;
  /** Over the lowest step; 0 in the roof's own building. */
  readonly marginDecibels: Float64Array;
}

/** A roof and how it answers each place. */
export interface JudgedRoof {
  readonly roof: HubRoof;
  /** null: no height is known at its place. */
  readonly antenna: Antenna | null;
  /** Its building; −1: none. */
  readonly building: number;
  /** A code of ANSWERS for each place. */
  readonly answers: Uint8Array;
  readonly reach: RoofReach;
}

/** Roofs judged, in the order of the candidates. */
export interface JudgedRoofs {
  readonly roofs: readonly JudgedRoof[];
  /** 1: no height is known where the place is. One entry for each place. */
  readonly isUnknown: Uint8Array;
  /** What formulas said that do not hold. */
  readonly faults: readonly string[];
}

/**
 * How a hub on each of some roofs would answer each place: reached is a free line, and in the rain reckoned with at least the
 * rate asked, as the reach of a roof has it; behind an obstacle nobody is. Those in the roof's own building, if it is of flats
 * or they stand at the roof's point, are reached by a cable. Made once for the same candidates over the same ground. Needs `loadGrid`.
 * @throws HeightsRefused for a roof above ground where no ground model is loaded, OutOfRange for a radius above 5,000 m
 */
export function* judgeRoofs(asked: RoofsToJudge): Generator<WorkStep, JudgedRoofs> {
  const known = kept.get(asked.candidates);
  if (known && isSame(known.asked, asked)) return known.judged;
  const judged = yield* judgeAnew(asked);
  kept.set(asked.candidates, { asked, judged });
  return judged;
}

/** Kept as long as the candidates are. */
const kept = new WeakMap<readonly HubRoof[], { asked: RoofsToJudge; judged: JudgedRoofs }>();

function isSame(one: RoofsToJudge, other: RoofsToJudge): boolean {
  return (
    one.places === other.places &&
    one.model.surface === other.model.surface &&
    one.model.ground === other.model.ground &&
    one.roofs === other.roofs &&
    one.meter.device === other.meter.device &&
    one.meter.choices === other.meter.choices &&
    one.question.radiusMetres === other.question.radiusMetres &&
    one.question.leastMegabitsPerSecond === other.question.leastMegabitsPerSecond
  );
}

function* judgeAnew(asked: RoofsToJudge): Generator<WorkStep, JudgedRoofs> {
  const { candidates, places, model, meter, question } = asked;
  requireRange({
    quantity: 'radius',
    value: question.radiusMetres,
    low: 1,
    high: 5000,
    unit: 'm',
    source: 'A choice of hubs',
    remedy: 'Take a smaller radius.',
  });
  yield* layOutSight(model.surface);
  const judge = new SightJudge(model.surface, airOf(meter));
  const targets = yield* targetsOf(asked);
  const faults = new Set<string>();
  const roofs: JudgedRoof[] = [];
  for (const [i, roof] of candidates.entries())
    roofs.push(yield* judgeRoof(roof, { asked, judge, targets, faults, fraction: i / candidates.length }));
  const isUnknown = new Uint8Array(places.length);
  for (const { antennas, places: rows } of targets)
    if (antennas.length === 0) for (const place of rows) isUnknown[place] = 1;
  return { roofs, isUnknown, faults: [...faults].sort() };
}

/** Places that share their antennas: those of one building, or one alone. */
interface Target {
  readonly building: number;
  /** Every point of it holds several units, as flats do. */
  readonly isOfFlats: boolean;
  readonly antennas: readonly Antenna[];
  readonly places: readonly number[];
}

function* targetsOf({ places, model, roofs, meter }: RoofsToJudge): Generator<WorkStep, Target[]> {
  const mast = meter.choices.premisesMastMetres.value;
  const ofBuilding = new Map<number, number[]>();
  const targets: Omit<Target, 'isOfFlats'>[] = [];
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
  return targets.map((target) => ({
    ...target,
    isOfFlats: target.places.every((place) => places[place].units > 1),
  }));
}

const PLACES_A_STEP = 64;
const PAIRS_A_STEP = 64;

interface Judging {
  readonly asked: RoofsToJudge;
  readonly judge: SightJudge;
  readonly targets: readonly Target[];
  readonly faults: Set<string>;
  readonly fraction: number;
}

/** One reached place; `azimuthDegrees` NaN: in the roof's own building. */
type Answered = Record<Exclude<keyof RoofReach, 'place'>, number>;

function* judgeRoof(roof: HubRoof, judging: Judging): Generator<WorkStep, JudgedRoof> {
  const { asked, targets, fraction } = judging;
  const { model, places, roofs: buildings } = asked;
  const { x, y, seaMetres } = placeEnd(roof, model);
  const antenna = seaMetres === null ? null : { x, y, metres: seaMetres };
  const building = buildings?.at(roof.lon, roof.lat) ?? -1;
  const answers = new Uint8Array(places.length);
  const reached: { place: number; by: Answered }[] = [];
  for (const [i, target] of targets.entries()) {
    if (i % PAIRS_A_STEP === 0) yield { what: 'Looking from each roof', fraction };
    const site = antenna === null ? null : { ...roof, antenna, building };
    for (const part of partsFrom(site, target, judging)) {
      const answer = site === null ? 'not known' : answerOf(site, part, judging);
      const code = typeof answer === 'string' ? ANSWERS.indexOf(answer) : REACHED;
      for (const place of part.places) {
        answers[place] = code;
        if (typeof answer !== 'string') reached.push({ place, by: answer });
      }
    }
  }
  reached.sort((one, other) => one.place - other.place);
  const column = (key: keyof Answered): Float64Array => Float64Array.from(reached, ({ by }) => by[key]);
  return {
    roof,
    antenna,
    building,
    answers,
    reach: {
      place: Int32Array.from(reached, ({ place }) => place),
      metres: column('metres'),
      azimuthDegrees: column('azimuthDegrees'),
      seaMetres: column('seaMetres'),
      megabitsPerSecond: column('megabitsPerSecond'),
      marginDecibels: column('marginDecibels'),
    },
  };
}

/** What is answered for together, and whether a cable from the roof serves it. */
interface TargetPart extends Pick<Target, 'antennas' | 'places'> {
  readonly isOwn: boolean;
}

/**
 * A footprint is one building in the data, though it may be a row of houses. Where it is the roof's own, a cable serves all of
 * it if it is of flats, and else who stands at the roof's point (assumed); the neighbours in the row each have a radio at
 * their own place.
 */
function partsFrom(site: PlacedRoof | null, target: Target, { asked }: Judging): readonly TargetPart[] {
  const { building, isOfFlats, antennas, places } = target;
  if (site === null || antennas.length === 0) return [{ ...target, isOwn: false }];
  const { x, y } = site.antenna;
  const isAt = (points: readonly Antenna[], metres: number): boolean =>
    points.every((point) => Math.hypot(point.x - x, point.y - y) <= metres);
  if (building < 0 || building !== site.building) return [{ ...target, isOwn: isAt(antennas, 0) }];
  if (isOfFlats) return [{ ...target, isOwn: true }];
  const { model, meter } = asked;
  return places.map((place): TargetPart => {
    const { points } = premisesPlace(asked.places[place], model.surface, null);
    const own = antennasOn(points, meter.choices.premisesMastMetres.value);
    return { antennas: own, places: [place], isOwn: own.length > 0 && isAt(own, OWN_HOUSE_METRES) };
  });
}

/** From a roof's point to a premises that is taken to be of the same house; assumed. */
const OWN_HOUSE_METRES = 4;

type PlacedRoof = HubRoof & { readonly antenna: Antenna; readonly building: number };

function answerOf(
  site: PlacedRoof,
  { antennas, isOwn }: TargetPart,
  { asked, judge, faults }: Judging,
): Answered | Exclude<RoofAnswer, 'reached'> {
  const { meter, model, question } = asked;
  const { antenna } = site;
  if (antennas.length === 0) return 'not known';
  if (isOwn)
    return {
      metres: 0,
      azimuthDegrees: Number.NaN,
      seaMetres: Number.NaN,
      megabitsPerSecond: fastestMegabits(meter.device),
      marginDecibels: 0,
    };
  const away = antennas.map(({ x, y }) => Math.hypot(x - antenna.x, y - antenna.y));
  const points = antennas.filter((_, i) => away[i] > 0 && away[i] <= question.radiusMetres);
  if (points.length === 0) return 'beyond the radius';
  const best = bestPoint(antenna, points, judge);
  if (best.class === 'blocked' || best.class === 'not known') return best.class;
  const point = points[best.point];
  try {
    const lost = diffractionOver(best.class, () => judge.profile(antenna, point), judge.air);
    const snr = meter.clearSnrDecibels(slantMetres(antenna, point)) - lost.value;
    const marginDecibels = meter.marginDecibels(snr);
    if (marginDecibels < 0) return 'too weak';
    const megabitsPerSecond = meter.megabitsPerSecond(snr);
    if (megabitsPerSecond < question.leastMegabitsPerSecond) return 'slower than asked';
    const [lon, lat] = converterToDegrees(model.surface.system)(point.x, point.y);
    return {
      metres: Math.hypot(point.x - antenna.x, point.y - antenna.y),
      azimuthDegrees: trueBearingDegrees(site, { lon, lat }),
      seaMetres: point.metres,
      megabitsPerSecond,
      marginDecibels,
    };
  } catch (error) {
    if (!(error instanceof OutOfRange)) throw error;
    faults.add(error.message);
    return 'not known';
  }
}
