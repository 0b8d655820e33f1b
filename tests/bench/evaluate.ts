import { evaluatePlan } from '../../src/domain/evaluation/evaluate-plan.ts';
import type { AskedPlace, EvaluationInput } from '../../src/domain/evaluation/evaluation-input.ts';
import type { HubRoof } from '../../src/domain/plan/hub-roof.ts';
import type { PlanDesign } from '../../src/domain/plan/plan-design.ts';
import {
  coverageOf,
  hubOn,
  judgedOver,
  pieceOf,
  placeAlong,
  radioTo,
  roofAlong,
  trenchTo,
} from '../builders/judged-plans.ts';
import type { ThreeValues } from '../builders/layers.ts';
import { type Figure, limitFigure } from './figure.ts';

/** The fastest of so many: what else the machine does only ever slows. */
const RUNS = 5;
const PREMISES = 1000;
const PLACES_A_STREET = 25;
const PLACES_A_HUB = 60;
/** Rows of the borough that the places asked are among. */
const ROWS = 40_000;

/**
 * Asked (issue 8): a bench for evaluation with growth. Decided: a plan of 1,000 premises, three designs and what is chosen of
 * them, five definitions over a borough, within 1 s, no step longer than 50 ms; twice the premises take about twice the time.
 */
export function benchEvaluate(): Figure[] {
  const [once, twice, much] = [1, 2, 8].map((times) => fastest(townPlan(times * PREMISES)));
  return [
    limitFigure({
      row: '8',
      what: 'a plan judged, 1,000 premises',
      value: once.seconds,
      most: 1,
      unit: 's',
      growth: `${(twice.seconds / once.seconds).toFixed(1)} ×`,
    }),
    limitFigure({
      row: '8',
      what: 'a plan judged, 1,000 premises: longest step',
      value: once.longestMilliseconds,
      most: 50,
      unit: 'ms',
    }),
    limitFigure({
      row: '8',
      what: `a plan judged, 8,000 premises (${(much.seconds / once.seconds).toFixed(1)} × the time of 1,000)`,
      value: much.seconds,
      most: null,
      unit: 's',
    }),
  ];
}

interface Timed {
  readonly seconds: number;
  readonly longestMilliseconds: number;
}

function fastest(input: EvaluationInput): Timed {
  let best: Timed = { seconds: Number.POSITIVE_INFINITY, longestMilliseconds: 0 };
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    let [before, longestMilliseconds] = [began, 0];
    for (const work = evaluatePlan(input); ; ) {
      const { done } = work.next();
      const now = performance.now();
      longestMilliseconds = Math.max(longestMilliseconds, now - before);
      before = now;
      if (done) break;
    }
    const seconds = (before - began) / 1000;
    if (seconds < best.seconds) best = { seconds, longestMilliseconds };
  }
  return best;
}

/** Premises along side streets of one main street; a hub for each sixty of them, and a hybrid of one half by fibre. */
function townPlan(count: number): EvaluationInput {
  const places = Array.from({ length: count }, (_, at) => townPlace(at));
  const hubs: HubRoof[] = Array.from({ length: Math.ceil(count / PLACES_A_HUB) }, (_, at) => ({
    ...roofAlong(at),
    ...townPlace(at * PLACES_A_HUB),
    id: `access:${at}`,
  }));
  const byHub = (those: readonly AskedPlace[]) =>
    radioTo(
      hubs.map((roof) => hubOn(roof)),
      those.map((place) => ({
        place,
        hub: Math.floor(place.rows[0] / PLACES_A_HUB),
        megabits: place.rows[0] % 3 === 0 ? 1000 : 300,
      })),
    );
  const half = places.filter((_, at) => at % 2 === 0);
  const rest = places.filter((_, at) => at % 2 === 1);
  const designs: PlanDesign[] = [
    { kind: 'rooftop radio', trench: townTrench(hubs.length * PLACES_A_HUB, [], hubs), radio: byHub(places) },
    { kind: 'dig', trench: townTrench(count, places, []), radio: null },
    { kind: 'hybrid', trench: townTrench(count, half, hubs), radio: byHub(rest) },
  ];
  const word = (yes: number): ThreeValues[] =>
    Array.from({ length: ROWS }, (_, row) => (row % yes === 0 ? 'yes' : row % 7 === 0 ? 'unknown' : 'no'));
  return judgedOver(places, designs, {
    coverage: coverageOf({ fenline: word(5), corvid: word(9), fiveG: word(3), radio: word(11) }),
  });
}

function townPlace(at: number): AskedPlace {
  const { lon, lat } = corner(Math.floor(at / PLACES_A_STREET), (at % PLACES_A_STREET) + 1);
  return placeAlong(at, { lon: rounded(lon + 1e-4), lat, ward: at % 2 });
}

function corner(street: number, along: number): { readonly lon: number; readonly lat: number } {
  return { lon: rounded(-1.2 + street * 1e-3), lat: rounded(52.9 + along * 2e-4) };
}

/** As lines of pieces are. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

/** Main street and all side streets, with lead-ins to who is served. */
function townTrench(count: number, served: readonly AskedPlace[], feet: readonly HubRoof[]) {
  const streets = Math.ceil(count / PLACES_A_STREET);
  const line = (one: ReturnType<typeof corner>, other: ReturnType<typeof corner>): number[] => [
    one.lon,
    one.lat,
    other.lon,
    other.lat,
  ];
  const pieces = Array.from({ length: streets }, (_, street) => [
    pieceOf({ line: line(corner(street, 0), corner(street + 1, 0)), street: 'main', streetName: 'Main' }),
    ...Array.from({ length: PLACES_A_STREET }, (__, along) =>
      pieceOf({
        line: line(corner(street, along), corner(street, along + 1)),
        street: `side ${street}`,
        streetName: `Side ${street}`,
      }),
    ),
  ]).flat();
  const leadIns = [...served, ...feet].map((place) =>
    pieceOf({ kind: 'lead-in', line: line({ ...place, lon: rounded(place.lon - 1e-4) }, place) }, 300),
  );
  const plain = trenchTo([], []);
  const places = served.map(({ ids, units, lon, lat }) => ({ ids, units, lon, lat }));
  return { ...plain, pieces: [...pieces, ...leadIns], served: places, passedUnits: served.length };
}
