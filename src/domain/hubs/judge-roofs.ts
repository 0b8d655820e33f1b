import type { HubRoof } from '../plan/hub-roof.ts';
import type { WorkStep } from '../project/work-step.ts';
import { requireRange } from '../radio/out-of-range.ts';
import { placeEnd } from '../radio/place-end.ts';
import { airOf, layOutSight, SightJudge } from '../radio/sight-judge.ts';
import { type Answered, answerTarget, type Looking } from './answer-target.ts';
import type { RoofsToJudge } from './hub-input.ts';
import { ANSWERS, type JudgedRoof, type JudgedRoofs, REACHED } from './judged-roofs.ts';
import { partsFrom } from './parts-from.ts';
import { placeTargets, type Target } from './place-targets.ts';

/**
 * How a hub on each of some roofs would answer each place: reached is a free line, and in the rain reckoned with at least the
 * rate asked, as the reach of a roof has it; behind an obstacle nobody is. Those in the roof's own building, if it is of
 * flats or they stand at the roof's point, are reached by a cable. Made once for the same candidates over the same ground. Needs `loadGrid`.
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
  const targets = yield* placeTargets(asked);
  const faults = new Set<string>();
  const roofs: JudgedRoof[] = [];
  for (const [i, roof] of candidates.entries())
    roofs.push(yield* judgeRoof(roof, { asked, judge, targets, faults, fraction: i / candidates.length }));
  const isUnknown = new Uint8Array(places.length);
  for (const { antennas, places: rows } of targets)
    if (antennas.length === 0) for (const place of rows) isUnknown[place] = 1;
  return { roofs, isUnknown, faults: [...faults].sort() };
}

const PAIRS_A_STEP = 64;

interface Judging extends Looking {
  readonly targets: readonly Target[];
  readonly fraction: number;
}

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
    for (const part of partsFrom(site, target, asked)) {
      const answer = site === null ? 'not known' : answerTarget(site, part, judging);
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
