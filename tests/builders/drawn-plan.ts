import type { DigResult } from '../../src/domain/dig/dig-design.ts';
import type { Crossover } from '../../src/domain/evaluation/crossover.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { PlanDesigns } from '../../src/domain/plan/plan-design.ts';
import { FULL_DESIGN } from './dig-designs.ts';
import { FULL_PLAN, FULL_RADIO, hubRoof } from './plans.ts';

/** Four places of seven units, named by who reaches them in a drawn plan: both ways, by fibre only, by no way, not known. */
export const DRAWN_PLACES = {
  both: { ids: ['1'], units: 3, lon: -1.201, lat: 52.9 },
  dug: { ids: ['2', '2a', '2b'], units: 2, lon: -1.202, lat: 52.901 },
  none: { ids: ['3'], units: 1, lon: -1.203, lat: 52.902 },
  notKnown: { ids: ['4'], units: 1, lon: -1.204, lat: 52.903 },
} as const;

const trench = FULL_DESIGN.result as DigResult;
const { both, dug, none, notKnown } = DRAWN_PLACES;
const unreached = { nearestStreet: null, nearestMetres: null, reason: 'no street near' } as const;
const link = {
  hub: 0,
  sector: 0,
  azimuthDegrees: 100,
  metres: 212.5,
  megabitsPerSecond: 1030.9,
  marginDecibels: 4.5,
};
/** The foot of a hub, which is no premises. */
const foot = { ids: [], units: 0, lon: -1.2005, lat: 52.9005 };

/** Radio from two hubs to one place, a dig to two, and a hybrid to the same two, each in its own way. */
export const DRAWN_DESIGNS: PlanDesigns = {
  outcomes: [
    {
      kind: 'rooftop radio',
      refused: null,
      design: {
        kind: 'rooftop radio',
        trench: { ...trench, served: [foot], missed: [] },
        radio: {
          ...FULL_RADIO,
          served: [{ ...both, ...link }],
          missed: [
            { ...dug, reason: 'no roof sees it' },
            {
              ...none,
              reason: 'only a barred roof reaches it',
              behind: { roof: 'access:RA0002', roofName: 'Flats at Mill Road', barrier: 'b' },
            },
            { ...notKnown, reason: 'heights are not known' },
          ],
        },
      },
    },
    {
      kind: 'dig',
      refused: null,
      design: {
        kind: 'dig',
        radio: null,
        trench: {
          ...trench,
          served: [both, dug],
          missed: [
            { ...none, ...unreached, nearestMetres: 512.25 },
            { ...notKnown, ...unreached },
          ],
        },
      },
    },
    {
      kind: 'hybrid',
      refused: null,
      design: {
        kind: 'hybrid',
        trench: {
          ...trench,
          served: [foot, dug],
          missed: [
            { ...none, ...unreached },
            { ...notKnown, ...unreached },
          ],
        },
        radio: {
          ...FULL_RADIO,
          hubs: [{ ...FULL_RADIO.hubs[0], roof: hubRoof() }],
          served: [{ ...both, ...link }],
          missed: [
            { ...none, reason: 'no roof near' },
            { ...notKnown, reason: 'heights are not known' },
          ],
        },
      },
    },
  ],
  madeOf: 'm1',
};

export const DRAWN_PLAN: Plan = { ...FULL_PLAN, id: 'plan-1', name: 'Mill Road', designs: DRAWN_DESIGNS };

/** Each of the four places with what is cheapest there: radio surely, dig closely, dig alone, neither. */
export const DRAWN_CROSSOVER: Crossover = {
  madeOf: 'm1',
  unit: 'premises',
  lon: Float64Array.of(both.lon, dug.lon, none.lon, notKnown.lon),
  lat: Float64Array.of(both.lat, dug.lat, none.lat, notKnown.lat),
  units: Float64Array.of(3, 2, 1, 1),
  names: ['1', '2, 2a, 2b', '3', '4'],
  cheapest: Uint8Array.of(0, 1, 1, 3),
  confidence: Float32Array.of(0.9, 0.55, Number.NaN, Number.NaN),
  radioPence: Float64Array.of(50_000, 90_000, Number.NaN, Number.NaN),
  digPence: Float64Array.of(80_000, 85_000, 120_000, Number.NaN),
  samples: 2000,
  seed: 1,
  totals: [],
  notes: ['Rates nobody sourced are assumed.'],
};
