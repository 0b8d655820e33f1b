import { billOf } from '../../src/domain/cost/bill-of.ts';
import { DEFAULT_RATES } from '../../src/domain/cost/default-rates.ts';
import { radioBill } from '../../src/domain/cost/radio-bill.ts';
import {
  type Evaluated,
  LINE_KEYS,
  type LineKey,
  type PlanEvaluation,
} from '../../src/domain/evaluation/evaluation.ts';
import { DEFAULT_PLAN_CARD } from '../../src/domain/plan/default-plan-card.ts';
import { INTERVENTIONS, type Intervention } from '../../src/domain/plan/intervention.ts';
import type { Figure } from '../../src/domain/project/figure.ts';
import { rangeOf } from '../../src/domain/project/range.ts';
import { GENERIC_DEVICES } from '../../src/domain/radio/generic-devices.ts';
import type { PlanPageContent } from '../../src/formats/plan-page-content.ts';
import { FULL_DESIGN } from './dig-designs.ts';
import { DIG_TOLD } from './dig-told.ts';
import { FULL_PLAN, FULL_RADIO, ROOF_BARRIER } from './plans.ts';

const source = {
  title: 'Connected Nations 2024',
  publisher: 'Ofcom',
  date: '2024-07',
  licence: 'OGL v3',
  url: 'https://www.ofcom.org.uk/',
};

/** A figure in a test: `mid` with a fifth less and a fifth more, or exactly. */
export function figureOf(mid: number, unit: string, rest: Partial<Figure> = {}): Figure {
  const isCount = unit === 'premises';
  return {
    value: isCount
      ? rangeOf(mid, mid, mid, unit, 'measured')
      : rangeOf(mid * 0.8, mid, mid * 1.2, unit, 'modelled'),
    denominator: isCount ? 6 : null,
    definition: `What is counted in ${unit}.`,
    sources: [source],
    assumptions: isCount ? [] : [{ text: 'Radios last 8 years.', source: null }],
    rowsUsed: 6,
    notKnown: 0,
    ...rest,
  };
}

const UNITS: Partial<Record<LineKey, string>> = {
  capital: 'pounds',
  'running a year': 'pounds',
  'present value': 'pounds',
  'pounds per premises': 'pounds',
  'weeks to first service': 'weeks',
  'weeks to last service': 'weeks',
  'days of road works': 'days',
  'street-days': 'days',
  carbon: 'kg CO₂e',
  voucher: 'pounds',
  'top-up': 'pounds',
  'supplier’s share': 'pounds',
  gap: 'pounds',
  'cost of levers': 'pounds',
  'claimed benefit': 'pounds',
};

/** An intervention judged, its figures told apart by `seed`. */
export function evaluatedOf(kind: Intervention | 'as chosen', seed: number): Evaluated {
  return {
    kind,
    refused: kind === 'hybrid' ? 'No fibre point is chosen. Choose one.' : null,
    lines: LINE_KEYS.map((key, i) => {
      const unit = UNITS[key] ?? 'premises';
      return key === 'claimed benefit'
        ? { key, figure: null, why: 'Nobody claims anything.' }
        : {
            key,
            figure: figureOf(unit === 'premises' ? Math.min(6, seed) : seed * 1000 + i, unit),
            why: null,
          };
    }),
    byWard: [
      { code: 'E05000001', name: 'North <Ward>', asked: 5, served: Math.min(5, seed), usable: 1, gigabit: 1 },
      { code: null, name: '', asked: 1, served: 0, usable: 0, gigabit: 0 },
    ],
    byRecipe: [
      {
        recipeId: 'r1',
        name: 'No gigabit',
        notSpots: 6,
        lifted: seed,
        left: 6 - seed,
        notKnown: 1,
        why: null,
      },
      {
        recipeId: 'r2',
        name: 'No 5G',
        notSpots: 0,
        lifted: 0,
        left: 0,
        notKnown: 6,
        why: 'No 5G is loaded.',
      },
    ],
    failures: [{ kind: 'hub', id: 'access:RA0001', name: 'Library', units: 2 }],
    barriers: [ROOF_BARRIER],
    notes: ['Weeks of 2 roofs are not known.'],
  };
}

/** A plan judged, every part filled in. */
export const FULL_EVALUATION: PlanEvaluation = {
  planId: FULL_PLAN.id,
  madeOf: 'c3d4',
  unit: 'premises',
  interventions: INTERVENTIONS.map((kind, i) => evaluatedOf(kind, 3 - i)),
  chosen: evaluatedOf('as chosen', 3),
  breakEven: null,
  sentences: ['Rooftop radio from the Library is £4,000 cheaper than digging.'],
};

const { result } = FULL_DESIGN;
const NOTHING = { low: 0, mid: 0, high: 0 };

/** What radio of the full plan comes to, nothing standing in its way. */
const RADIO_BILL = radioBill(FULL_RADIO, {
  device: GENERIC_DEVICES[1],
  card: DEFAULT_PLAN_CARD,
  rates: DEFAULT_RATES,
  takeUpPercent: FULL_PLAN.question.takeUpPercent,
  termsOf: () => ({ barredBy: null, barriers: [], pence: NOTHING, penceAYear: NOTHING, weeks: NOTHING }),
});

/** A page's content in which every part stands. */
export const FULL_PAGE: PlanPageContent = {
  plan: FULL_PLAN,
  evaluation: FULL_EVALUATION,
  bills: result
    ? [
        {
          kind: 'rooftop radio',
          trench: billOf({ ...FULL_PLAN.question, ...result }, DEFAULT_RATES),
          radio: RADIO_BILL,
        },
        { kind: 'dig', trench: billOf({ ...FULL_PLAN.question, ...result }, DEFAULT_RATES), radio: null },
      ]
    : [],
  told: { ...DIG_TOLD, fictional: true, remark: 'fictional; out of date: rates have changed' },
  sources: [source],
  askedFor: 'ward North <Ward> (E05000001)',
  recipe: { id: 'r1', name: 'No gigabit', text: 'not gigabit' },
  rates: DEFAULT_RATES,
  card: DEFAULT_PLAN_CARD,
  device: GENERIC_DEVICES[1],
  ground: { starts: [0, 2, 4], lonLat: [-1.2, 52.9, -1.201, 52.901, -1.2, 52.9, -1.199, 52.8995] },
  held: { route: null, roofs: null, premises: null, remark: '' },
  hidden: [],
};
