import fc from 'fast-check';
import { DEFAULT_RATES } from '../../src/domain/cost/default-rates.ts';
import type { CostPart, TrenchPiece } from '../../src/domain/cost/trench-piece.ts';
import type { DigResult } from '../../src/domain/dig/dig-design.ts';
import type { AskedPlace, EvaluationInput } from '../../src/domain/evaluation/evaluation-input.ts';
import { DEFAULT_PLAN_CARD } from '../../src/domain/plan/default-plan-card.ts';
import type { HubRoof } from '../../src/domain/plan/hub-roof.ts';
import type { BuiltIntervention } from '../../src/domain/plan/intervention.ts';
import { BUILT_INTERVENTIONS } from '../../src/domain/plan/intervention.ts';
import type { Lever } from '../../src/domain/plan/lever.ts';
import { LEVERS_KNOWN, leverFrom } from '../../src/domain/plan/levers-known.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { PlanDesign } from '../../src/domain/plan/plan-design.ts';
import type { Hub, RadioDesign } from '../../src/domain/plan/radio-design.ts';
import { roofTermsOf } from '../../src/domain/plan/roof-terms-of.ts';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import { FULL_DESIGN } from './dig-designs.ts';
import { crispOf, layerOf, type ThreeValues } from './layers.ts';
import { FULL_PLAN, FULL_PLAN_QUESTION, hubRoof } from './plans.ts';

/** Degrees between two points of the row that made-up places stand along. */
const STEP = 0.001;

/** The place so many steps along the row, north of the street. */
export function placeAlong(at: number, rest: Partial<AskedPlace> = {}): AskedPlace {
  return { ids: [`p${at}`], units: 1, lon: lonAt(at), lat: 52.9002, rows: [at], ward: 0, ...rest };
}

function lonAt(at: number): number {
  return Math.round((-1.2 + at * STEP) * 1e7) / 1e7;
}

/** A piece of street or lead-in that costs `pence` (mid; half of it low, double high) and as much again in upkeep. */
export function pieceOf(rest: Partial<TrenchPiece> & Pick<TrenchPiece, 'line'>, pence = 1000): TrenchPiece {
  const spread = { low: Math.floor(pence / 2), mid: pence, high: 2 * pence };
  const kind = rest.kind ?? 'street';
  const parts: readonly CostPart[] = [
    { what: kind === 'lead-in' ? 'lead-in' : 'trench', pence: spread, isYearly: false },
    { what: 'maintenance', pence: spread, isYearly: true },
  ];
  return {
    kind,
    street: kind === 'lead-in' ? null : 'A',
    streetName: kind === 'lead-in' ? null : 'A Street',
    side: 'centre',
    surface: 'footway',
    method: kind === 'lead-in' ? null : 'open cut',
    crossing: 'none',
    metres: 60,
    poles: 0,
    barriers: [],
    parts,
    ...rest,
  };
}

/**
 * A trench that leads east from an exchange at the first place along one street for each three places, with a lead-in to each
 * place served and, without one, to the foot of each hub.
 */
export function trenchTo(
  served: readonly AskedPlace[],
  missed: readonly AskedPlace[] = [],
  feet: readonly HubRoof[] = [],
): DigResult {
  const { result } = FULL_DESIGN;
  if (!result) throw new Error('The full design has a result.');
  const ends = [...served, ...feet].map(({ lon }) => Math.round((lon + 1.2) / STEP));
  const farthest = Math.max(0, ...ends);
  const street = Array.from({ length: farthest }, (_, at) =>
    pieceOf({
      line: [lonAt(at), 52.9, lonAt(at + 1), 52.9],
      street: `S${Math.floor(at / 3)}`,
      streetName: `Street ${Math.floor(at / 3)}`,
    }),
  );
  const leadIns = [...served, ...feet].map(({ lon, lat }) =>
    pieceOf({ kind: 'lead-in', line: [lon, 52.9, lon, lat] }, 300),
  );
  const feetPlaces = feet.map(({ lon, lat }) => ({ ids: [], units: 0, lon, lat }));
  return {
    ...result,
    pieces: [...street, ...leadIns],
    roots: [{ ...result.roots[0], lon: lonAt(0), lat: 52.9 }],
    served: [...served.map(bare), ...feetPlaces],
    missed: missed.map((place) => ({
      ...bare(place),
      reason: 'no street near',
      nearestStreet: null,
      nearestMetres: null,
    })),
    passedUnits: served.reduce((sum, { units }) => sum + units, 0),
    barriers: [],
    detours: [],
    notes: [],
  };
}

/** A roof so many steps along the row. */
export function roofAlong(at: number, rest: Partial<HubRoof> = {}): HubRoof {
  return hubRoof({ id: `access:${at}`, name: `Roof ${at}`, lon: lonAt(at), lat: 52.9004, ...rest });
}

/** Hubs that serve these places at these rates. */
export function radioTo(
  hubs: readonly Hub[],
  served: readonly {
    readonly place: AskedPlace;
    readonly hub: number;
    readonly megabits: number;
    readonly metres?: number;
  }[],
  missed: readonly AskedPlace[] = [],
): RadioDesign {
  return {
    deviceId: 'generic-60-ghz-multipoint',
    hubs,
    served: served.map(({ place, hub, megabits, metres = 100 }) => ({
      ...bare(place),
      hub,
      sector: 0,
      metres,
      azimuthDegrees: 90,
      megabitsPerSecond: megabits,
      marginDecibels: 3,
    })),
    missed: missed.map((place) => ({ ...bare(place), reason: 'no roof sees it' })),
    barriers: [],
    considered: hubs.length,
    barred: 0,
    notes: [],
  };
}

/** A hub with a trench, or a link to another's roof. */
export function hubOn(roof: HubRoof, linkTo: string | null = null): Hub {
  const backhaul = linkTo
    ? ({ kind: 'link', to: linkTo, metres: 400, megabitsPerSecond: 1800 } as const)
    : ({ kind: 'trench' } as const);
  return { roof, seaMetres: 20, backhaul, sectors: [] };
}

function bare({ ids, units, lon, lat }: AskedPlace) {
  return { ids, units, lon, lat };
}

/** What a plan with these designs is judged over, roofs by the rules of terms. */
export function judgedOver(
  places: readonly AskedPlace[],
  designs: readonly PlanDesign[],
  rest: Partial<EvaluationInput> & {
    readonly levers?: readonly Lever[];
    readonly chosen?: readonly BuiltIntervention[];
    readonly question?: Partial<Plan['question']>;
  } = {},
): EvaluationInput {
  const { levers = [], chosen = BUILT_INTERVENTIONS, question = {}, ...more } = rest;
  const device = GENERIC_DEVICES[0];
  const plan: Plan = {
    ...FULL_PLAN,
    question: { ...FULL_PLAN_QUESTION, ...question },
    levers,
    chosen: chosen.filter((kind) => designs.some((design) => design.kind === kind)),
    designs: {
      madeOf: 'made',
      outcomes: BUILT_INTERVENTIONS.map((kind) => {
        const design = designs.find((one) => one.kind === kind);
        return design ? { kind, design, refused: null } : { kind, design: null, refused: 'Not asked for.' };
      }),
    },
  };
  const card = more.card ?? DEFAULT_PLAN_CARD;
  return {
    plan,
    madeOf: 'made',
    unit: 'premises',
    places,
    wards: [
      { code: 'E05000001', name: 'North' },
      { code: 'E05000002', name: 'South' },
    ],
    rates: DEFAULT_RATES,
    ratesAsTheyAre: DEFAULT_RATES,
    card,
    device,
    termsOf: (roof) =>
      roofTermsOf(roof, {
        hints: [],
        levers,
        card,
        device,
        radio: { closedRoofs: [], wayleaves: [] },
        day: plan.question.worksFrom,
      }),
    coverage: null,
    sources: [],
    assumptions: [],
    ...more,
  };
}

/** Definitions of any kind of word over four layers. */
export const RECIPES = [
  { id: 'gigabit', name: 'No gigabit', text: 'no gigabit' },
  { id: 'choice', name: 'Fewer than two', text: 'gigabit < 2 operators' },
  { id: 'company', name: 'None of Fenline’s', text: 'no gigabit-fenline' },
  { id: 'double', name: 'Double', text: 'no gigabit and no 5g' },
  { id: 'radio', name: 'No rooftop radio', text: 'no radio' },
] as const;

/** Layers with a word for each row: gigabit of two companies, 5G and rooftop radio. */
export function coverageOf(
  words: {
    readonly fenline: readonly ThreeValues[];
    readonly corvid: readonly ThreeValues[];
    readonly fiveG: readonly ThreeValues[];
    readonly radio: readonly ThreeValues[];
  },
  unitsAt: (row: number) => number = () => 1,
): NonNullable<EvaluationInput['coverage']> {
  const layers = [
    layerOf({ key: 'gigabit-fenline', technology: 'gigabit', operator: 'Fenline' }),
    layerOf({ key: 'gigabit-corvid', technology: 'gigabit', operator: 'Corvid' }),
    layerOf({ key: '5g' }),
    layerOf({ key: 'radio' }),
  ];
  const told = [words.fenline, words.corvid, words.fiveG, words.radio];
  return {
    layers,
    answers: new Map(layers.map(({ id }, at) => [id, crispOf(told[at])])),
    rows: words.fenline.length,
    unitsAt,
    recipes: RECIPES,
  };
}

const RATES = [5, 29, 30, 150, 999, 1000, 1800] as const;
const WORDS = ['yes', 'no', 'unknown'] as const;
const LEVER_KEYS = LEVERS_KNOWN.map(({ key }) => key);

/** Any plan: up to ten places in two wards and outside them, each reached by none, one or several designs, over any coverage. */
export const judgedInputs: fc.Arbitrary<EvaluationInput> = fc
  .record({
    places: fc.array(
      fc.record({
        units: fc.integer({ min: 1, max: 9 }),
        ward: fc.constantFrom(-1, 0, 1),
        byDig: fc.boolean(),
        byHub: fc.constantFrom(-1, 0, 1),
        hybrid: fc.constantFrom('fibre', 'radio', 'none'),
        megabits: fc.constantFrom(...RATES),
        words: fc.tuple(...[0, 1, 2, 3].map(() => fc.constantFrom(...WORDS))),
      }),
      { maxLength: 10 },
    ),
    levers: fc.subarray(LEVER_KEYS),
    chosen: fc.subarray([...BUILT_INTERVENTIONS]),
    takeUpPercent: fc.integer({ min: 0, max: 100 }),
    isLinked: fc.boolean(),
    isCouncils: fc.boolean(),
    wayleave: fc.constantFrom('willing', 'silent', 'not asked'),
    hasPower: fc.constantFrom(true, false, null),
    hasCoverage: fc.boolean(),
  })
  .map(({ places: made, levers, chosen, takeUpPercent, isLinked, hasCoverage, ...roof }) => {
    const places = made.map(({ units, ward }, at) => placeAlong(at, { units, ward }));
    const roofs = [roofAlong(1, roof), roofAlong(4, { ...roof, hasPower: true })];
    const hubs = [hubOn(roofs[0]), hubOn(roofs[1], isLinked ? roofs[0].id : null)];
    const feet = isLinked ? [roofs[0]] : roofs;
    const where = (is: (one: (typeof made)[number]) => boolean): AskedPlace[] =>
      places.filter((_, at) => is(made[at]));
    const linked = (is: (one: (typeof made)[number]) => boolean) =>
      places.flatMap((place, at) =>
        is(made[at])
          ? [
              {
                place,
                hub: Math.max(0, made[at].byHub),
                megabits: made[at].megabits,
                // Flats are joined by a cable in the hub's own building.
                metres: place.units > 6 ? 0 : 100,
              },
            ]
          : [],
      );
    const designs: PlanDesign[] = [
      {
        kind: 'rooftop radio',
        trench: trenchTo([], [], feet),
        radio: radioTo(
          hubs,
          linked(({ byHub }) => byHub >= 0),
          where(({ byHub }) => byHub < 0),
        ),
      },
      {
        kind: 'dig',
        trench: trenchTo(
          where(({ byDig }) => byDig),
          where(({ byDig }) => !byDig),
        ),
        radio: null,
      },
      {
        kind: 'hybrid',
        trench: trenchTo(
          where(({ hybrid }) => hybrid === 'fibre'),
          where(({ hybrid }) => hybrid !== 'fibre'),
          feet,
        ),
        radio: radioTo(
          hubs,
          linked(({ hybrid }) => hybrid === 'radio'),
          where(({ hybrid }) => hybrid !== 'radio'),
        ),
      },
    ];
    const word = (layer: number): ThreeValues[] => made.map(({ words }) => words[layer]);
    return judgedOver(places, designs, {
      levers: levers.map((key) => leverFrom(key, null)),
      chosen,
      question: { takeUpPercent },
      coverage: hasCoverage
        ? coverageOf(
            { fenline: word(0), corvid: word(1), fiveG: word(2), radio: word(3) },
            (row) => made[row].units,
          )
        : null,
    });
  });
