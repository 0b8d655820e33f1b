import fc from 'fast-check';
import { type HubRoof, WAYLEAVES } from '../../src/domain/plan/hub-roof.ts';
import { BUILT_INTERVENTIONS, type BuiltIntervention } from '../../src/domain/plan/intervention.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { DesignOutcome } from '../../src/domain/plan/plan-design.ts';
import { type Hub, RADIO_MISSES, type RadioDesign } from '../../src/domain/plan/radio-design.ts';
import { anyRunDesign } from './dig-arbitrary.ts';
import { FULL_LEVER, FULL_PLAN_QUESTION } from './plans.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('Library', '=1+1', '-3', '<b>&"\'', '__proto__', 'constructor', '007', '', 'name', 'units'),
);
/** Any double of a range, ends among them; −0 is 0 in JSON. */
const double = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));
const lon = double(-180, 180);
const lat = double(-90, 90);
const count = fc.nat(100_000);
const orNull = <T>(item: fc.Arbitrary<T>) => fc.option(item, { nil: null });

const roof: fc.Arbitrary<HubRoof> = fc.record({
  id: text,
  name: text,
  kind: text,
  lon,
  lat,
  antennaMetres: double(-500, 10_000),
  above: fc.constantFrom('ground', 'surface', 'sea'),
  owner: orNull(text),
  isCouncils: orNull(fc.boolean()),
  wayleave: fc.constantFrom(...WAYLEAVES),
  askedOn: orNull(fc.constant('2026-03-04')),
  hasPower: orNull(fc.boolean()),
  from: orNull(fc.record({ contentId: text, row: count })),
});

const hubs: fc.Arbitrary<Hub[]> = fc
  .uniqueArray(roof, { selector: ({ id }) => id, minLength: 1, maxLength: 4 })
  .chain((roofs) =>
    fc.tuple(
      ...roofs.map(
        (one): fc.Arbitrary<Hub> =>
          fc.record({
            roof: fc.constant(one),
            seaMetres: double(-500, 10_000),
            backhaul: fc.oneof(
              fc.constant({ kind: 'trench' as const }),
              fc.record({
                kind: fc.constant('link' as const),
                to: fc.constantFrom(...roofs.map(({ id }) => id)),
                metres: double(0, 5000),
                megabitsPerSecond: double(0, 1e5),
              }),
            ),
            sectors: fc.array(
              fc.record({ azimuthDegrees: double(0, 360), units: count, clients: double(0, 1e5) }),
              { minLength: 1, maxLength: 3 },
            ),
          }),
      ),
    ),
  );

const placeParts = { ids: fc.array(text, { maxLength: 3 }), units: count, lon, lat };

/** Any rooftop radio that the form of a plan allows. */
export const anyRadio: fc.Arbitrary<RadioDesign> = hubs.chain((list) =>
  fc.record({
    unit: fc.constantFrom('premises' as const, 'postcodes' as const, 'households' as const),
    deviceId: text,
    hubs: fc.constant(list),
    served: fc.array(
      fc.nat({ max: list.length - 1 }).chain((hub) =>
        fc.record(
          {
            ...placeParts,
            hub: fc.constant(hub),
            sector: fc.nat({ max: list[hub].sectors.length - 1 }),
            metres: double(0, 5000),
            azimuthDegrees: double(0, 360),
            seaMetres: double(-500, 10_000),
            megabitsPerSecond: double(0, 1e5),
            marginDecibels: double(-50, 90),
          },
          {
            requiredKeys: [
              'ids',
              'units',
              'lon',
              'lat',
              'hub',
              'sector',
              'metres',
              'azimuthDegrees',
              'megabitsPerSecond',
              'marginDecibels',
            ],
          },
        ),
      ),
      { maxLength: 4 },
    ),
    missed: fc.array(
      fc.record(
        {
          ...placeParts,
          reason: fc.constantFrom(...RADIO_MISSES),
          behind: fc.record({ roof: text, roofName: text, barrier: text }),
        },
        { requiredKeys: ['ids', 'units', 'lon', 'lat', 'reason'] },
      ),
      { maxLength: 3 },
    ),
    barriers: fc.constant([]),
    considered: count,
    barred: count,
    notes: fc.array(text, { maxLength: 2 }),
  }),
);

function outcome(kind: BuiltIntervention): fc.Arbitrary<DesignOutcome> {
  return fc
    .oneof(
      { weight: 4, arbitrary: fc.tuple(orNull(anyRunDesign), orNull(anyRadio)) },
      { weight: 1, arbitrary: text },
    )
    .map(
      (made): DesignOutcome =>
        typeof made === 'string'
          ? { kind, design: null, refused: made }
          : { kind, design: { kind, trench: made[0]?.result ?? null, radio: made[1] }, refused: null },
    );
}

/** Any plan that the form allows, worked out or not. */
export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  id: text,
  name: text,
  question: anyRunDesign.map(({ question: { aim: _, lifted: __, ...asked } }) => ({
    ...asked,
    radio: FULL_PLAN_QUESTION.radio,
  })),
  levers: fc.constantFrom([], [FULL_LEVER]),
  designs: orNull(
    fc
      .tuple(fc.tuple(...BUILT_INTERVENTIONS.map(outcome)), text, fc.option(text))
      .map(([outcomes, madeOf, asked]) => ({ outcomes, madeOf, ...(asked === null ? {} : { asked }) })),
  ),
  chosen: fc.constantFrom([], ['dig' as const], ['rooftop radio' as const, 'dig' as const]),
});
